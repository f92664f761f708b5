import { pullsImages, usesJobKeys, usesJobNetwork, writesLogs } from './jobRoleAdditions.ts';
import { arn, carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const role = '<AUTOML_ROLE_ARN>';
const run = { activity: 'runAutoMl' };
const data = { activity: 'jobData' };
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };

export const autoMlRole: readonly AccessTest[] = [
  ...usesJobKeys,
  ...usesJobNetwork,
  ...pullsImages,
  ...writesLogs,
  ...mustAllow([
    ['model', 'creates a model', 'sagemaker:CreateModel', sageMaker('model/candidate-1'), carefulCall, run],
    [
      'endpoint',
      'creates an endpoint',
      'sagemaker:CreateEndpoint',
      sageMaker('endpoint/candidate-1'),
      carefulCall,
      run,
    ],
    ['invoke', 'calls an endpoint', 'sagemaker:InvokeEndpoint', sageMaker('endpoint/candidate-1'), {}, run],
    ['pass', 'passes itself to what it creates', 'iam:PassRole', role, toSageMaker, run],
    ['read', 'reads data', 's3:GetObject', object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/1.csv'), {}, data],
    ['write', 'writes results', 's3:PutObject', object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/1.json'), {}, data],
    ['taken', 'is assumed by SageMaker', 'sts:AssumeRole', role, {}, takes],
  ]),
  ...mustDeny([
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-bucket'), {}, data],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-service',
      'passes itself to Lambda',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
    ],
    [
      'other-account',
      'deletes an endpoint in another account',
      'sagemaker:DeleteEndpoint',
      'arn:<PARTITION>:sagemaker:<REGION>:999999999999:endpoint/candidate-1',
    ],
    [
      'change',
      'changes an existing endpoint',
      'sagemaker:UpdateEndpoint',
      sageMaker('endpoint/<NAME_PREFIX>1'),
    ],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/x'),
      carefulCall,
    ],
    ['again', 'starts an AutoML job', 'sagemaker:CreateAutoMLJobV2', sageMaker('automl-job/x'), carefulCall],
    ['overwrite', 'overwrites its input', 's3:PutObject', object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/1.csv')],
    ['other-data', 'reads another bucket', 's3:GetObject', object('zz-another-bucket/1.csv')],
    [
      'other-log',
      'writes to the logs of another service',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/lambda/payments:log-stream:1'),
    ],
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
