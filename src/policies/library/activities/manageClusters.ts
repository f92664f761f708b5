import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';
import { sources } from './sources.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html';
/** The ID of a cluster, which its ARN has, is made when it is created. */
const clusters = [arn('cluster', '*')];

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
      ],
      Resource: clusters,
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
      companion: {
        text: 'The first cluster of an account creates this service-linked role.',
        source:
          'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol-AmazonSageMakerHyperPodServiceRolePolicy.html',
      },
    },
    tagOnCreate('ClustersTag', ['CreateCluster'], clusters),
  ],
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'The ARN of a cluster has a generated ID, so a name prefix can’t limit it: this covers all clusters of the account and Region.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Updates that don’t restate the network carry no network keys, so they are denied with “Specified subnets only”. Inferred from the condition keys of UpdateCluster.',
      source: sources.sagemakerActions,
    },
    {
      text: 'The AWS sample for a cluster admin user has the actions that create, describe, list, update, and delete clusters, and BatchDeleteClusterNodes. Adding, replacing, and rebooting nodes, and events, are from the service authorization reference.',
      source: guide,
    },
    {
      text: 'AWS calls this the cluster admin user. Creating the Amazon EKS cluster, its add-ons, and the VPC is not included.',
      source: guide,
    },
  ],
};
