import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html';

export const manageClustersReasons: ActivityReasons = {
  companions: [
    { statements: ['ClustersPassRole'], ...passedRole },
    {
      statements: ['ClustersServiceRole'],
      text: 'The first cluster of an account creates this service-linked role.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol-AmazonSageMakerHyperPodServiceRolePolicy.html',
    },
    { statements: ['ClustersTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Reserved capacities of training plans have generated names, so clusters can use those of every plan as far as IAM is concerned. AWS doesn’t document whether a request names the plan, its reserved capacities, or both.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/training-plan-iam-permissions.html',
    },
    {
      text: 'The ARN of a cluster has a generated ID, so a name prefix can’t limit it: this covers all clusters of the account and Region.',
      source: sources.sagemakerActions,
    },
    {
      text: 'With “Specified subnets only”, updates that don’t include the network configuration are denied, because their request context has no network condition keys. Inferred from the condition keys of UpdateCluster.',
      source: sources.sagemakerActions,
    },
    {
      text: 'The AWS sample for a cluster admin user has the actions on clusters and BatchDeleteClusterNodes. The other node and event actions come from the service authorization reference.',
      source: guide,
    },
    {
      text: 'AWS calls this the cluster admin user. Creating the Amazon EKS cluster, its add-ons, and the VPC is not included.',
      source: guide,
    },
  ],
};
