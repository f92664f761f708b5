import type { Activity, StatementTemplate } from './activity.ts';
import {
  arn,
  inVpc,
  listAll,
  onTrainingPlan,
  passRole,
  plansOption,
  tagOnCreate,
  tagsOption,
  viewTrainingPlans,
} from './roleManager.ts';

/** The ID of a cluster, which its ARN has, is made when it is created. */
const clusters = [arn('cluster', '*')];
/** So are those of scheduler configurations and quotas. */
const governed = [arn('cluster-scheduler-config', '*'), arn('compute-quota', '*')];

/** Creating and changing clusters in the VPC, and outside of it. */
const change = (resources: readonly string[], of: string, when: StatementTemplate['when'] = {}) => {
  const statement = {
    Effect: 'Allow' as const,
    Action: ['sagemaker:CreateCluster', 'sagemaker:UpdateCluster'],
    Resource: resources,
  };
  return [
    { ...statement, Sid: `Clusters${of}InVpc`, Condition: inVpc, when: { ...when, vpc: 'on' } },
    { ...statement, Sid: `Clusters${of}Anywhere`, when: { ...when, vpc: 'off' } },
  ];
};

export const manageClusters: Activity = {
  id: 'manageClusters',
  title: 'Manage HyperPod clusters',
  summary: 'Create, update, scale, patch, repair, and delete clusters, and pass their roles.',
  status: 'missingInGuide',
  options: [
    {
      id: 'vpc',
      label: 'Network of the clusters',
      help: 'Whether clusters must be in the specified subnets and security groups.',
      choices: [
        {
          value: 'on',
          label: 'Specified subnets only',
          help: 'Denies clusters without a VPC or in any other subnet.',
        },
        { value: 'off', label: 'Any network', help: 'Clusters can be in any network.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    plansOption(
      'A cluster that runs on reserved capacity is also authorized on its training plan.',
      'Denies clusters on a training plan.',
    ),
    {
      id: 'governance',
      label: 'Task governance',
      help: 'On Amazon EKS, administrators share the compute of a cluster among teams with priorities and quotas.',
      choices: [
        { value: 'off', label: 'No', help: 'Adds nothing.' },
        { value: 'on', label: 'Yes', help: 'Adds scheduler configurations and compute quotas.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    ...change(clusters, ''),
    ...change(onTrainingPlan, 'OnPlan', { plans: 'on' }),
    ...viewTrainingPlans('ClustersPlans'),
    {
      Sid: 'Clusters',
      Effect: 'Allow',
      Action: [
        'sagemaker:DescribeCluster',
        'sagemaker:DescribeClusterNode',
        'sagemaker:ListClusterNodes',
        'sagemaker:DescribeClusterEvent',
        'sagemaker:ListClusterEvents',
        'sagemaker:DeleteCluster',
        'sagemaker:UpdateClusterSoftware',
        'sagemaker:BatchAddClusterNodes',
        'sagemaker:BatchDeleteClusterNodes',
        'sagemaker:BatchRebootClusterNodes',
        'sagemaker:BatchReplaceClusterNodes',
        'sagemaker:StartClusterHealthCheck',
      ],
      Resource: clusters,
    },
    {
      Sid: 'ClustersGovernance',
      Effect: 'Allow',
      Action: ['ClusterSchedulerConfig', 'ComputeQuota'].flatMap((kind) =>
        ['Create', 'Delete', 'Describe', 'Update'].map((verb) => `sagemaker:${verb}${kind}`),
      ),
      Resource: [...clusters, ...governed],
      when: { governance: 'on' },
    },
    {
      ...listAll('ClustersGovernanceList', [
        'sagemaker:ListClusterSchedulerConfigs',
        'sagemaker:ListComputeQuotas',
      ]),
      when: { governance: 'on' },
    },
    {
      ...tagOnCreate(
        'ClustersGovernanceTag',
        ['CreateClusterSchedulerConfig', 'CreateComputeQuota'],
        governed,
      ),
      when: { governance: 'on', tags: 'on' },
    },
    listAll('ClustersList', ['sagemaker:ListClusters']),
    passRole('ClustersPassRole', '<HYPERPOD_INSTANCE_ROLE_ARN>'),
    {
      Sid: 'ClustersServiceRole',
      Effect: 'Allow',
      Action: ['iam:CreateServiceLinkedRole'],
      Resource: [
        'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/aws-service-role/hyperpod.sagemaker.amazonaws.com/AWSServiceRoleForSageMakerHyperPod',
      ],
      Condition: { StringEquals: { 'iam:AWSServiceName': ['hyperpod.sagemaker.amazonaws.com'] } },
    },
    tagOnCreate('ClustersTag', ['CreateCluster'], clusters),
  ],
};
