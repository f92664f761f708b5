import { servesAsynchronously } from './callAdditions.ts';
import { scalesEndpoints } from './operationAdditions.ts';
import { awsImageDenials, awsImageRows } from '../awsImages.ts';
import { arn, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const role = '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>';
const model = { activity: 'modelArtifacts' };
const transform = { ...model, when: { transform: 'on' } };
const batch = object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/batch.csv');
const output = object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/batch.csv.out');
const captured = object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/<NAME_PREFIX>1/AllTraffic/2026/01/31/12/1.jsonl');
const elsewhere = object('zz-another-bucket/batch.csv.out');
const otherKey = arn('kms', 'key/00000000-0000-0000-0000-000000000000');
const keys = { activity: 'hostingEncryption' };
const network = { activity: 'hostingVpcNetworking' };
const logs = { activity: 'logsAndMetrics' };
const images = { activity: 'pullImages' };
const strict = { ...network, when: { reach: 'strict' } };
const image = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/server');
const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};
const forModels = { 'aws:SourceAccount': '<ACCOUNT_ID>', 'aws:SourceArn': sageMaker('model/<NAME_PREFIX>1') };
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };

export const hostingRole: readonly AccessTest[] = [
  ...scalesEndpoints,
  ...servesAsynchronously,
  ...mustAllow([
    [
      'load',
      'loads the model',
      's3:GetObject',
      object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/model.tar.gz'),
      {},
      model,
    ],
    ['decrypt', 'decrypts with the data key', 'kms:Decrypt', '<DATA_KMS_CMK_ARN>', {}, keys],
    [
      'interface',
      'creates a network interface in an approved subnet',
      'ec2:CreateNetworkInterface',
      arn('ec2', 'subnet/<SUBNET_ID>'),
      {},
      network,
    ],
    [
      'log',
      'writes its log',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/sagemaker/Endpoints/1:log-stream:1'),
      {},
      logs,
    ],
    [
      'metric',
      'writes SageMaker metrics',
      'cloudwatch:PutMetricData',
      '*',
      { 'cloudwatch:namespace': '/aws/sagemaker/Endpoints' },
      logs,
    ],
    ['pull', 'pulls an image from a tagged repository', 'ecr:BatchGetImage', image, tagged, images],
    ...awsImageRows('inference'),
    ['taken', 'is assumed by SageMaker for a model in the account', 'sts:AssumeRole', role, forModels, takes],
  ]),
  ...mustAllow([
    [
      'capture',
      'writes captured requests',
      's3:PutObject',
      captured,
      {},
      { ...model, when: { capture: 'on' } },
    ],
    [
      'capture-key',
      'encrypts what it writes',
      'kms:GenerateDataKey',
      '<DATA_KMS_CMK_ARN>',
      {},
      { ...keys, when: { capture: 'on' } },
    ],
    ['transform-read', 'reads the input of a batch transform job', 's3:GetObject', batch, {}, transform],
    [
      'transform-write',
      'writes the predictions of a batch transform job',
      's3:PutObject',
      output,
      {},
      transform,
    ],
  ]),
  ...mustDeny([
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-bucket'), {}, model],
    [
      'other-log',
      'writes to the logs of another service',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/lambda/payments:log-stream:1'),
      {},
      logs,
    ],
    ['transform-overwrite', 'overwrites the input of a batch transform job', 's3:PutObject', batch],
    [
      'transform-other',
      'reads the data of another team',
      's3:GetObject',
      object('zz-another-bucket/batch.csv'),
    ],
    [
      'outside-prefix',
      'loads a model from outside the prefix',
      's3:GetObject',
      object('<MODEL_BUCKET_NAME>/zz-another-team/model.tar.gz'),
      {},
      { ...model, prefix: 'MODEL_PREFIX' },
    ],
    [
      'overwrite',
      'overwrites the model',
      's3:PutObject',
      object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/model.tar.gz'),
      {},
      { ...model, when: { capture: 'off', transform: 'off' } },
    ],
    [
      'overwrite-output',
      'overwrites a model in the output location',
      's3:PutObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/job-1/output/model.tar.gz'),
    ],
    ['write-elsewhere', 'writes outside the output location', 's3:PutObject', elsewhere],
    [
      'delete',
      'deletes the model',
      's3:DeleteObject',
      object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/model.tar.gz'),
    ],
    ['other-key', 'decrypts with another key', 'kms:Decrypt', otherKey, {}, keys],
    [
      'encrypt',
      'encrypts with the data key',
      'kms:Encrypt',
      '<DATA_KMS_CMK_ARN>',
      {},
      { ...keys, besides: { hostingEncryption: { capture: 'off' } } },
    ],
    ['other-encrypt', 'encrypts with another key', 'kms:GenerateDataKey', otherKey],
    [
      'other-subnet',
      'creates a network interface in another subnet',
      'ec2:CreateNetworkInterface',
      arn('ec2', 'subnet/subnet-0fffffffffffffff0'),
      {},
      strict,
    ],
    ...awsImageDenials('inference'),
    [
      'other-metric',
      'writes metrics to another namespace',
      'cloudwatch:PutMetricData',
      '*',
      { 'cloudwatch:namespace': 'Payments' },
      logs,
    ],
    ['train', 'trains a model', 'sagemaker:CreateTrainingJob', sageMaker('training-job/<NAME_PREFIX>1'), {}],
    [
      'other-account',
      'is assumed by SageMaker for another account',
      'sts:AssumeRole',
      role,
      {
        'aws:SourceAccount': '999999999999',
        'aws:SourceArn': 'arn:<PARTITION>:sagemaker:<REGION>:999999999999:model/x',
      },
      takes,
    ],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      forModels,
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
