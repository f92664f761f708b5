import { jumpStartObjects } from '../../activities/awsBuckets.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const scripts = 'arn:<PARTITION>:s3:::<LIFECYCLE_BUCKET>';
const nodes = ['sagemaker:BatchAddClusterNodes', 'sagemaker:BatchDeleteClusterNodes'];
const cluster = sageMakerArns('cluster/<HYPERPOD_CLUSTER_ID>');
const reach = [
  'sagemaker:BatchAddClusterNodes',
  'sagemaker:BatchDeleteClusterNodes',
  'sagemaker:DescribeCluster*',
  'sagemaker:ListClusterNodes',
];

export const instanceRole: readonly Guarantee[] = [
  onlyOn(
    ['cluster-reads', 'Can read objects only from the location of the lifecycle scripts.', ['s3:GetObject*']],
    [`${scripts}/<LIFECYCLE_PREFIX>/*`],
    sources.leastPrivilege,
    { without: ['jobData'] },
  ),
  onlyOn(
    [
      'cluster-data',
      'Can read objects only from the lifecycle scripts, the input and output locations of jobs, and the JumpStart bucket that AWS owns.',
      ['s3:GetObject*'],
    ],
    [`${scripts}/<LIFECYCLE_PREFIX>/*`, ...jumpStartObjects],
    sources.leastPrivilege,
    {
      exceptWith: {
        jobData: [
          'arn:<PARTITION>:s3:::<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/*',
          'arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>/<PATH_NAME>/*',
        ],
      },
    },
  ),
  onlyOn(
    [
      'cluster-logs',
      'Can write only to cluster log groups.',
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    ],
    ['arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/sagemaker/Clusters/*'],
    sources.logs,
  ),
  deniedUnless(
    [
      'cluster-metrics',
      'Can publish metrics only in the namespace of clusters.',
      ['cloudwatch:PutMetricData'],
    ],
    [{ StringEquals: { 'cloudwatch:namespace': ['/aws/sagemaker/Clusters'] } }],
    sources.metrics,
  ),
  never(
    [
      'cluster-calls-nothing',
      'Can’t call SageMaker or open sessions on instances.',
      ['sagemaker:*', 'ssm:StartSession'],
    ],
    sources.leastPrivilege,
  ),
];

export const admin: readonly Guarantee[] = [
  deniedUnless(
    [
      'clusters-in-vpc',
      'Can’t create or change clusters outside the approved subnets and security groups.',
      ['sagemaker:CreateCluster', 'sagemaker:UpdateCluster'],
    ],
    [
      {
        'ForAllValues:StringEquals': {
          'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
          'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
        },
        Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
      },
    ],
    sources.jobVpc,
    { activity: 'manageClusters', when: { vpc: 'on' } },
  ),
  onlyOn(
    [
      'clusters-of-account',
      'Can change only clusters of this account and Region.',
      ['sagemaker:*Cluster', ...nodes],
    ],
    sageMakerArns('cluster/*'),
    sources.leastPrivilege,
    { activity: 'manageClusters', when: { plans: 'off' } },
  ),
  onlyOn(
    [
      'clusters-on-plans',
      'Can change only clusters of this account and Region, and run them only on training plans with the name prefix.',
      ['sagemaker:*Cluster', ...nodes],
    ],
    sageMakerArns('cluster/*', 'reserved-capacity/*', 'training-plan/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  onlyOn(
    ['cluster-passes', 'Can pass only the HyperPod roles.', ['iam:PassRole']],
    ['<HYPERPOD_INSTANCE_ROLE_ARN>', '<HYPERPOD_SCALING_ROLE_ARN>'],
    sources.passRole,
  ),
  deniedUnless(
    ['cluster-passes-to', 'Can pass roles only to SageMaker and HyperPod.', ['iam:PassRole']],
    [
      {
        StringEquals: {
          'iam:PassedToService': ['sagemaker.amazonaws.com', 'hyperpod.sagemaker.amazonaws.com'],
        },
      },
    ],
    sources.passRole,
  ),
  never(
    ['cluster-no-shell', 'Can’t open sessions on nodes.', ['ssm:ResumeSession', 'ssm:StartSession']],
    sources.leastPrivilege,
  ),
];

export const user: readonly Guarantee[] = [
  onlyOn(['one-cluster', 'Can view only the specified cluster.', reach], cluster, sources.leastPrivilege),
  never(
    [
      'changes-no-cluster',
      'Can’t create, change, or delete clusters or their nodes.',
      [
        'sagemaker:Batch*ClusterNodes',
        'sagemaker:CreateCluster*',
        'sagemaker:DeleteCluster*',
        'sagemaker:UpdateCluster*',
      ],
    ],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['one-eks-cluster', 'Can look up only the specified EKS cluster.', ['eks:*']],
    ['arn:<PARTITION>:eks:<REGION>:<ACCOUNT_ID>:cluster/<EKS_CLUSTER>'],
    sources.leastPrivilege,
  ),
];

export const autoscaler: readonly Guarantee[] = [
  onlyOn(
    ['scales-one-cluster', 'Can add and remove nodes only of the specified cluster.', nodes],
    cluster,
    sources.leastPrivilege,
  ),
  never(
    [
      'only-scales',
      'Can’t create, change, or delete clusters, and can’t start jobs.',
      ['sagemaker:Create*', 'sagemaker:Delete*', 'sagemaker:Start*', 'sagemaker:Update*'],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'scaler-reads-nothing',
      'Can’t decrypt or encrypt with KMS keys.',
      ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*'],
    ],
    sources.keys,
  ),
  deniedUnless(
    ['assumed-by-hyperpod', 'Only HyperPod can assume this role.', ['sts:AssumeRole*']],
    [{}],
    sources.principals,
    {
      policy: 'trust',
      trust: 'hyperPodService',
      principals: { Service: ['hyperpod.sagemaker.amazonaws.com'] },
    },
  ),
];
