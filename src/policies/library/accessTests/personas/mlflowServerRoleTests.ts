import { mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const keep = { activity: 'mlflowArtifacts' };
const role = '<MLFLOW_ROLE_ARN>';
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };
const artifact = object('<MLFLOW_BUCKET>/<MLFLOW_PREFIX>/1/model.pkl');

export const mlflowServerRole: readonly AccessTest[] = [
  ...mustAllow([
    ['read', 'reads an artifact', 's3:GetObject', artifact, {}, keep],
    ['write', 'writes an artifact', 's3:PutObject', artifact, {}, keep],
    [
      'list',
      'lists the artifact store',
      's3:ListBucket',
      object('<MLFLOW_BUCKET>'),
      { 's3:prefix': '<MLFLOW_PREFIX>/1' },
      keep,
    ],
    ['taken', 'is assumed by SageMaker', 'sts:AssumeRole', role, {}, takes],
  ]),
  ...mustDeny([
    [
      'other-read',
      'reads an object outside the artifact store',
      's3:GetObject',
      object('zz-another-team/data.csv'),
    ],
    [
      'other-write',
      'writes an object outside the artifact store',
      's3:PutObject',
      object('zz-another-team/data.csv'),
    ],
    [
      'beside',
      'lists what lies beside the artifacts in the bucket',
      's3:ListBucket',
      object('<MLFLOW_BUCKET>'),
      { 's3:prefix': 'zz-another-team/' },
    ],
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-team')],
    ['delete', 'deletes an artifact', 's3:DeleteObject', artifact],
    [
      'other-package',
      'registers another team’s model',
      'sagemaker:CreateModelPackage',
      sageMaker('model-package/zz-another-team'),
    ],
    ['deploy', 'deploys an endpoint', 'sagemaker:CreateEndpoint', sageMaker('endpoint/<NAME_PREFIX>1')],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      {},
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
