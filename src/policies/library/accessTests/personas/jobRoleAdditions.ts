import { type AccessTest, arn, mustAllow, mustDeny, object, sageMaker } from '../accessTest.ts';

/** Of execution roles: the data, keys, network, images, and logs of jobs, where a role can have them besides. */

const data = { activity: 'jobData' };
const keys = { activity: 'jobEncryption' };
const network = { activity: 'jobVpcNetworking' };
const images = { activity: 'pullImages' };
const input = object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/train.csv');
const output = object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/model.tar.gz');
const elsewhere = object('zz-another-bucket/train.csv');

export const usesJobData: readonly AccessTest[] = [
  ...mustAllow([
    ['data-read', 'reads the input', 's3:GetObject', input, {}, data],
    ['data-write', 'writes the output', 's3:PutObject', output, {}, data],
    ['data-resume', 'reads its own output', 's3:GetObject', output, {}, data],
    [
      'data-jump-start',
      'reads a JumpStart model',
      's3:GetObject',
      object('jumpstart-cache-prod-<REGION>/model.tar.gz'),
      {},
      { ...data, when: { jumpStart: 'on' } },
    ],
  ]),
  ...mustDeny([
    ['data-overwrite', 'overwrites the input', 's3:PutObject', input, {}, data],
    ['data-delete', 'deletes its output', 's3:DeleteObject', output, {}, data],
    ['data-elsewhere', 'reads another bucket', 's3:GetObject', elsewhere, {}, data],
    ['data-write-elsewhere', 'writes to another bucket', 's3:PutObject', elsewhere, {}, data],
    ['data-list-elsewhere', 'lists another bucket', 's3:ListBucket', object('zz-another-bucket'), {}, data],
  ]),
];

const dataKey = '<DATA_KMS_CMK_ARN>';
const volumeKey = '<VOLUME_KMS_CMK_ARN>';
const otherKey = arn('kms', 'key/00000000-0000-0000-0000-000000000000');
const forAws = { 'kms:GrantIsForAWSResource': 'true' };

export const usesJobKeys: readonly AccessTest[] = [
  ...mustAllow([
    ['keys-decrypt', 'decrypts with the data key', 'kms:Decrypt', dataKey, {}, keys],
    ['keys-encrypt', 'encrypts with the data key', 'kms:GenerateDataKey', dataKey, {}, keys],
    [
      'keys-volume',
      'grants AWS services use of the volume key',
      'kms:CreateGrant',
      volumeKey,
      forAws,
      { ...keys, when: { volumeKey: 'on' } },
    ],
  ]),
  ...mustDeny([
    ['keys-other', 'decrypts with another key', 'kms:Decrypt', otherKey, {}, keys],
    ['keys-other-encrypt', 'encrypts with another key', 'kms:GenerateDataKey', otherKey, {}, keys],
    [
      'keys-own-grant',
      'grants another principal use of the volume key',
      'kms:CreateGrant',
      volumeKey,
      { 'kms:GrantIsForAWSResource': 'false' },
      keys,
    ],
    [
      'keys-no-grant',
      'grants use of the volume key',
      'kms:CreateGrant',
      volumeKey,
      forAws,
      { ...keys, when: { volumeKey: 'off' } },
    ],
    ['keys-delete', 'deletes the data key', 'kms:ScheduleKeyDeletion', dataKey, {}, keys],
  ]),
];

const subnet = arn('ec2', 'subnet/<SUBNET_ID>');
const otherSubnet = arn('ec2', 'subnet/subnet-0fffffffffffffff0');
const face = arn('ec2', 'network-interface/eni-0123456789abcdef0');
const create = 'ec2:CreateNetworkInterface';
const reach = (value: string) => ({ ...network, when: { reach: value } });

export const usesJobNetwork: readonly AccessTest[] = [
  ...mustAllow([
    ['network', 'creates a network interface in an approved subnet', create, subnet, {}, network],
    ['network-view', 'views the subnets', 'ec2:DescribeSubnets', '*', {}, network],
    [
      'network-any',
      'creates a network interface, tested without a resource',
      create,
      '*',
      {},
      reach('compatible'),
    ],
  ]),
  ...mustDeny([
    [
      'network-other',
      'creates a network interface in another subnet',
      create,
      otherSubnet,
      {},
      reach('strict'),
    ],
    [
      'network-delete',
      'deletes a network interface in another subnet',
      'ec2:DeleteNetworkInterface',
      face,
      { 'ec2:Subnet': otherSubnet },
      reach('strict'),
    ],
    ['network-attach', 'attaches a network interface', 'ec2:AttachNetworkInterface', face, {}, network],
    ['network-run', 'starts an instance', 'ec2:RunInstances', arn('ec2', 'instance/*'), {}, network],
    ['network-subnet', 'deletes a subnet', 'ec2:DeleteSubnet', subnet, {}, network],
  ]),
];

const image = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/trainer');
const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};
const otherImage = arn('ecr', 'repository/zz-another-team/trainer');
const pull = 'ecr:BatchGetImage';
/** Nodes of an EKS cluster pull the images of any repository. */
const ofTeam = { ...images, besides: { clusterInstances: { eks: 'off' } } };

export const pullsImages: readonly AccessTest[] = [
  ...mustAllow([
    ['images', 'pulls an image from a tagged repository', pull, image, tagged, images],
    ['images-layers', 'downloads its layers', 'ecr:GetDownloadUrlForLayer', image, tagged, images],
    ['images-login', 'logs in to Amazon ECR', 'ecr:GetAuthorizationToken', '*', {}, images],
  ]),
  ...mustDeny([
    ['images-untagged', 'pulls an image from a repository without the tag', pull, image, {}, ofTeam],
    ['images-other', 'pulls an image of another team', pull, otherImage, tagged, ofTeam],
    ['images-push', 'pushes an image', 'ecr:PutImage', image, tagged, images],
    ['images-delete', 'deletes an image', 'ecr:BatchDeleteImage', image, tagged, images],
    ['images-share', 'shares the repository', 'ecr:SetRepositoryPolicy', image, tagged, images],
  ]),
];

const logs = { activity: 'logsAndMetrics' };
const logGroup = (name: string) => arn('logs', `log-group:/aws/${name}`);
const logStream = (name: string) => `${logGroup(name)}:log-stream:1`;
const published = (namespace: string) => ({ 'cloudwatch:namespace': namespace });

export const writesLogs: readonly AccessTest[] = [
  ...mustAllow([
    ['own-log-group', 'creates a log group', 'logs:CreateLogGroup', logGroup('sagemaker/1'), {}, logs],
    ['own-log-stream', 'creates a log stream', 'logs:CreateLogStream', logStream('sagemaker/1'), {}, logs],
    ['own-log', 'writes a log', 'logs:PutLogEvents', logStream('sagemaker/1'), {}, logs],
    [
      'own-metric',
      'writes SageMaker metrics',
      'cloudwatch:PutMetricData',
      '*',
      published('/aws/sagemaker/1'),
      logs,
    ],
  ]),
  ...mustDeny([
    [
      'log-elsewhere',
      'writes to the logs of another service',
      'logs:PutLogEvents',
      logStream('lambda/payments'),
      {},
      logs,
    ],
    ['log-delete', 'deletes a log group', 'logs:DeleteLogGroup', logGroup('sagemaker/1'), {}, logs],
    [
      'log-retention',
      'shortens the retention of a log group',
      'logs:PutRetentionPolicy',
      logGroup('sagemaker/1'),
      {},
      logs,
    ],
    [
      'metric-elsewhere',
      'writes metrics to another namespace',
      'cloudwatch:PutMetricData',
      '*',
      published('Payments'),
      logs,
    ],
  ]),
];

const metrics = { activity: 'accessAwsServices' };
const put = 'sagemaker:BatchPutMetrics';
const component = sageMaker('experiment-trial-component/trainer-1');
const ownJob = sageMaker('training-job/<NAME_PREFIX>1');

export const sendsMetrics: readonly AccessTest[] = [
  ...mustAllow([
    ['metrics-job', 'sends metrics of its job', put, ownJob, {}, metrics],
    ['metrics-component', 'sends metrics to a trial component', put, component, {}, metrics],
  ]),
  ...mustDeny([
    [
      'metrics-other',
      'sends metrics of another team’s job',
      put,
      sageMaker('training-job/zz-another-team'),
      {},
      metrics,
    ],
    ['metrics-change', 'changes a trial component', 'sagemaker:UpdateTrialComponent', component, {}, metrics],
    ['metrics-delete', 'deletes a trial component', 'sagemaker:DeleteTrialComponent', component, {}, metrics],
    [
      'metrics-remove',
      'removes a trial component from a trial',
      'sagemaker:DisassociateTrialComponent',
      component,
      {},
      metrics,
    ],
    ['metrics-retag', 'changes the tags of a trial component', 'sagemaker:AddTags', component, {}, metrics],
    ['metrics-job-retag', 'changes the tags of its job', 'sagemaker:AddTags', ownJob, {}, metrics],
  ]),
];
