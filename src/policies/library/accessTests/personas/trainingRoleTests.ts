import { sendsMetrics } from './jobRoleAdditions.ts';
import { awsImageDenials, awsImageRows } from '../awsImages.ts';
import { arn, carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const role = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';
const data = { activity: 'jobData' };
const keys = { activity: 'jobEncryption' };
const network = { activity: 'jobVpcNetworking' };
const logs = { activity: 'logsAndMetrics' };
const images = { activity: 'pullImages' };
const strict = { ...network, when: { reach: 'strict' } };
const subnet = arn('ec2', 'subnet/<SUBNET_ID>');
const image = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/trainer');
const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};
const forJobs = {
  'aws:SourceAccount': '<ACCOUNT_ID>',
  'aws:SourceArn': sageMaker('training-job/<NAME_PREFIX>1'),
};
const clarify = { activity: 'analyzeModels' };
const clarifyConfig = sageMaker('endpoint-config/sm-clarify-churn-1');
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };

export const trainingRole: readonly AccessTest[] = [
  ...sendsMetrics,
  ...mustAllow([
    [
      'read',
      'reads the input',
      's3:GetObject',
      object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/train.csv'),
      {},
      data,
    ],
    [
      'write',
      'writes the output',
      's3:PutObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/model.tar.gz'),
      {},
      data,
    ],
    ['decrypt', 'decrypts with the data key', 'kms:Decrypt', '<DATA_KMS_CMK_ARN>', {}, keys],
    [
      'volume',
      'grants SageMaker use of the volume key',
      'kms:CreateGrant',
      '<VOLUME_KMS_CMK_ARN>',
      { 'kms:GrantIsForAWSResource': 'true' },
      { ...keys, when: { volumeKey: 'on' } },
    ],
    [
      'interface',
      'creates a network interface in an approved subnet',
      'ec2:CreateNetworkInterface',
      subnet,
      {},
      network,
    ],
    [
      'log',
      'writes its log',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:log-stream:1'),
      {},
      logs,
    ],
    ['pull', 'pulls an image from a tagged repository', 'ecr:BatchGetImage', image, tagged, images],
    ...awsImageRows('training'),
    [
      'processing-interface',
      'creates the network interface of a processing job, tested without a resource',
      'ec2:CreateNetworkInterface',
      '*',
      {},
      { ...network, when: { reach: 'compatible' } },
    ],
    [
      'clarify-config',
      'deploys its own model to analyze it',
      'sagemaker:CreateEndpointConfig',
      clarifyConfig,
      { ...carefulCall, 'sagemaker:ModelArn': sageMaker('model/<NAME_PREFIX>1') },
      clarify,
    ],
    [
      'clarify-model',
      'views its own model',
      'sagemaker:DescribeModel',
      sageMaker('model/<NAME_PREFIX>1'),
      {},
      clarify,
    ],
    [
      'clarify-call',
      'invokes the endpoint of an analysis',
      'sagemaker:InvokeEndpoint',
      sageMaker('endpoint/sm-clarify-churn-1'),
      {},
      clarify,
    ],
    [
      'clarify-delete',
      'deletes the endpoint of an analysis',
      'sagemaker:DeleteEndpoint',
      sageMaker('endpoint/sm-clarify-churn-1'),
      {},
      clarify,
    ],
    ['taken', 'is assumed by SageMaker for a job in the account', 'sts:AssumeRole', role, forJobs, takes],
  ]),
  ...mustDeny([
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-bucket'), {}, data],
    [
      'other-endpoint',
      'creates an endpoint without the Clarify prefix',
      'sagemaker:CreateEndpoint',
      sageMaker('endpoint/zz-another-team'),
      {},
      clarify,
    ],
    [
      'delete-endpoint',
      'deletes another team’s endpoint',
      'sagemaker:DeleteEndpoint',
      sageMaker('endpoint/zz-another-team'),
      {},
      clarify,
    ],
    [
      'clarify-other-model',
      'deploys another team’s model to analyze it',
      'sagemaker:CreateEndpointConfig',
      clarifyConfig,
      { ...carefulCall, 'sagemaker:ModelArn': sageMaker('model/zz-another-team') },
      clarify,
    ],
    [
      'clarify-retag',
      'changes the tags of an endpoint',
      'sagemaker:AddTags',
      sageMaker('endpoint/sm-clarify-churn-1'),
      { 'aws:TagKeys': ['owner'] },
      clarify,
    ],
    [
      'outside-prefix',
      'reads outside the input prefix',
      's3:GetObject',
      object('<INPUT_BUCKET_NAME>/zz-another-team/train.csv'),
      {},
      { ...data, prefix: 'INPUT_PREFIX' },
    ],
    ['other-bucket', 'reads another bucket', 's3:GetObject', object('zz-another-bucket/train.csv'), {}, data],
    [
      'delete',
      'deletes its output',
      's3:DeleteObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/model.tar.gz'),
      {},
      data,
    ],
    [
      'other-key',
      'decrypts with another key',
      'kms:Decrypt',
      arn('kms', 'key/00000000-0000-0000-0000-000000000000'),
      {},
      keys,
    ],
    [
      'no-grant',
      'grants use of the volume key without volumes that need it',
      'kms:CreateGrant',
      '<VOLUME_KMS_CMK_ARN>',
      { 'kms:GrantIsForAWSResource': 'true' },
      { ...keys, when: { volumeKey: 'off' } },
    ],
    [
      'own-grant',
      'grants another principal use of the volume key',
      'kms:CreateGrant',
      '<VOLUME_KMS_CMK_ARN>',
      { 'kms:GrantIsForAWSResource': 'false' },
      keys,
    ],
    [
      'other-subnet',
      'creates a network interface in another subnet',
      'ec2:CreateNetworkInterface',
      arn('ec2', 'subnet/subnet-0fffffffffffffff0'),
      {},
      strict,
    ],
    ...awsImageDenials('training'),
    [
      'other-log',
      'writes to the logs of another service',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/lambda/payments:log-stream:1'),
      {},
      logs,
    ],
    [
      'pass',
      'passes a role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ],
    [
      'other-account',
      'is assumed by SageMaker for another account',
      'sts:AssumeRole',
      role,
      {
        'aws:SourceAccount': '999999999999',
        'aws:SourceArn': 'arn:<PARTITION>:sagemaker:<REGION>:999999999999:training-job/x',
      },
      takes,
    ],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      forJobs,
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
