import type { Activity } from './activity.ts';
import { listBuckets } from './listBuckets.ts';

const logs = (region: string, account: string, rest: string) =>
  `arn:<PARTITION>:logs:${region}:${account}:log-group:/aws/sagemaker/Clusters/${rest}`;
const streams = ['logs:PutLogEvents', 'logs:CreateLogStream', 'logs:DescribeLogStreams'];
const channels = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];
const scripts = 'arn:<PARTITION>:s3:::<LIFECYCLE_BUCKET>';
const metrics = {
  Effect: 'Allow',
  Action: ['cloudwatch:PutMetricData'],
  Resource: ['*'],
  Condition: { StringEquals: { 'cloudwatch:namespace': ['/aws/sagemaker/Clusters'] } },
} as const;

export const clusterInstances: Activity = {
  id: 'clusterInstances',
  title: 'Run the instances of a HyperPod cluster',
  summary:
    'Read lifecycle scripts, write logs and metrics, join the VPC, and accept Systems Manager sessions.',
  status: 'missingInGuide',
  options: [
    {
      id: 'vpc',
      label: 'Cluster in your VPC',
      help: 'Clusters on Amazon EKS are always in your VPC.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds the network interfaces of the instances.' },
        { value: 'off', label: 'No', help: 'A Slurm cluster in the network of SageMaker.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    {
      id: 'eks',
      label: 'Orchestrated by Amazon EKS',
      help: 'Amazon EKS nodes also assign addresses to pods and pull their images.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pod addresses, EKS Pod Identity, and pulling any image that its registry allows.',
        },
        { value: 'off', label: 'No', help: 'A Slurm cluster.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'shell',
      label: 'Sessions on the instances',
      help: 'Systems Manager opens the shells of administrators and Slurm users.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds the message channels of Systems Manager.' },
        { value: 'off', label: 'No', help: 'No one can open a session on an instance.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'CloudwatchLogStreamPublishPermissions',
      Effect: 'Allow',
      Action: streams,
      Resource: [logs('*', '*', '*:log-stream:*')],
    },
    {
      Sid: 'CloudwatchLogGroupCreationPermissions',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup'],
      Resource: [logs('*', '*', '*')],
    },
    { Sid: 'CloudwatchPutMetricDataAccess', ...metrics },
    {
      Sid: 'DataRetrievalFromS3BucketPermissions',
      Effect: 'Allow',
      Action: ['s3:ListBucket', 's3:GetObject'],
      Resource: ['arn:<PARTITION>:s3:::sagemaker-*'],
      Condition: { StringEquals: { 'aws:ResourceAccount': ['${aws:PrincipalAccount}'] } },
    },
    { Sid: 'SSMConnectivityPermissions', Effect: 'Allow', Action: channels, Resource: ['*'] },
  ],
  hardened: [
    {
      Sid: 'ClusterLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', ...streams],
      Resource: [logs('<REGION>', '<ACCOUNT_ID>', '*')],
    },
    { Sid: 'ClusterMetrics', ...metrics },
    {
      Sid: 'ClusterScripts',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [`${scripts}/<LIFECYCLE_PREFIX>/*`],
    },
    ...listBuckets('ClusterScriptsList', 'lifecycleScripts', ['LIFECYCLE_BUCKET', 'LIFECYCLE_PREFIX']),
    { Sid: 'ClusterSessions', Effect: 'Allow', Action: channels, Resource: ['*'], when: { shell: 'on' } },
    {
      Sid: 'ClusterInterfaces',
      Effect: 'Allow',
      Action: [
        'ec2:CreateNetworkInterface',
        'ec2:CreateNetworkInterfacePermission',
        'ec2:DeleteNetworkInterface',
        'ec2:DeleteNetworkInterfacePermission',
        'ec2:DetachNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeVpcs',
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeSubnets',
        'ec2:DescribeSecurityGroups',
      ],
      Resource: ['*'],
      when: { vpc: 'on' },
    },
    {
      Sid: 'ClusterInterfaceTags',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: ['arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:network-interface/*'],
      when: { vpc: 'on' },
    },
    {
      Sid: 'ClusterPods',
      Effect: 'Allow',
      Action: [
        'ec2:AssignPrivateIpAddresses',
        'ec2:ModifyNetworkInterfaceAttribute',
        'ec2:UnassignPrivateIpAddresses',
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:GetAuthorizationToken',
        'ecr:GetDownloadUrlForLayer',
      ],
      Resource: ['*'],
      when: { eks: 'on' },
    },
    {
      Sid: 'ClusterPodIdentity',
      Effect: 'Allow',
      Action: ['eks-auth:AssumeRoleForPodIdentity'],
      Resource: ['arn:<PARTITION>:eks:<REGION>:<ACCOUNT_ID>:cluster/<EKS_CLUSTER>'],
      when: { eks: 'on' },
    },
  ],
};
