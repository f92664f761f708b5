import { pullsImages, usesJobData } from './jobRoleAdditions.ts';
import { arn, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const instances = { activity: 'clusterInstances' };
const role = '<HYPERPOD_INSTANCE_ROLE_ARN>';
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };
const script = object('<LIFECYCLE_BUCKET>/<LIFECYCLE_PREFIX>/on_create.sh');
const eks = { ...instances, when: { eks: 'on' } };

export const hyperPodInstanceRole: readonly AccessTest[] = [
  ...pullsImages,
  ...usesJobData,
  ...mustAllow([
    ['script', 'reads its lifecycle script', 's3:GetObject', script, {}, instances],
    [
      'log',
      'writes its log',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/sagemaker/Clusters/a/1:log-stream:1'),
      {},
      instances,
    ],
    [
      'metric',
      'publishes metrics of clusters',
      'cloudwatch:PutMetricData',
      '*',
      { 'cloudwatch:namespace': '/aws/sagemaker/Clusters' },
      instances,
    ],
    [
      'interface',
      'creates a network interface',
      'ec2:CreateNetworkInterface',
      arn('ec2', 'network-interface/*'),
      {},
      { ...instances, when: { vpc: 'on' } },
    ],
    [
      'session',
      'accepts a Systems Manager session',
      'ssmmessages:OpenDataChannel',
      '*',
      {},
      { ...instances, when: { shell: 'on' } },
    ],
    [
      'pod',
      'gets the credentials of a pod',
      'eks-auth:AssumeRoleForPodIdentity',
      arn('eks', 'cluster/<EKS_CLUSTER>'),
      {},
      eks,
    ],
    ['taken', 'is assumed by SageMaker', 'sts:AssumeRole', role, {}, takes],
  ]),
  ...mustDeny([
    [
      'other-object',
      'reads an object outside the scripts',
      's3:GetObject',
      object('zz-another-team/data.csv'),
    ],
    ['change-script', 'changes a lifecycle script', 's3:PutObject', script],
    [
      'other-log',
      'writes to another log group',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/lambda/payments:log-stream:1'),
    ],
    [
      'other-metric',
      'publishes metrics to another namespace',
      'cloudwatch:PutMetricData',
      '*',
      { 'cloudwatch:namespace': 'Payments' },
    ],
    [
      'scale',
      'adds a node to its cluster',
      'sagemaker:BatchAddClusterNodes',
      sageMaker('cluster/abc123def456'),
    ],
    ['train', 'trains a model', 'sagemaker:CreateTrainingJob', sageMaker('training-job/<NAME_PREFIX>1')],
    [
      'shell',
      'opens a session on another instance',
      'ssm:StartSession',
      arn('ec2', 'instance/i-0123456789abcdef0'),
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
