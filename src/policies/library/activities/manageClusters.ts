import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

/** The ID of a cluster, which its ARN has, is made when it is created. */
const clusters = [arn('cluster', '*')];
/** So are those of scheduler configurations and quotas. */
const governed = [arn('cluster-scheduler-config', '*'), arn('compute-quota', '*')];

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
    {
      Sid: 'ClustersInVpc',
      Effect: 'Allow',
      Action: ['sagemaker:CreateCluster', 'sagemaker:UpdateCluster'],
      Resource: clusters,
      Condition: {
        'ForAllValues:StringEquals': {
          'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
          'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
        },
        Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
      },
      when: { vpc: 'on' },
    },
    {
      Sid: 'ClustersAnywhere',
      Effect: 'Allow',
      Action: ['sagemaker:CreateCluster', 'sagemaker:UpdateCluster'],
      Resource: clusters,
      when: { vpc: 'off' },
    },
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
