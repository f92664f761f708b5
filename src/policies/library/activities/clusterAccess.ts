import type { Activity } from './activity.ts';

const entries = 'arn:<PARTITION>:eks:<REGION>:<ACCOUNT_ID>:access-entry/<EKS_CLUSTER>/*';
const cluster = 'arn:<PARTITION>:eks:<REGION>:<ACCOUNT_ID>:cluster/<EKS_CLUSTER>';

export const clusterAccess: Activity = {
  id: 'clusterAccess',
  title: 'Give users access to the EKS cluster',
  summary: 'Create and delete the EKS access entries that let roles use the cluster with kubectl.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'ClusterEntriesCreate',
      Effect: 'Allow',
      Action: ['eks:CreateAccessEntry', 'eks:DescribeCluster', 'eks:ListAccessEntries'],
      Resource: [cluster],
    },
    {
      Sid: 'ClusterEntries',
      Effect: 'Allow',
      Action: [
        'eks:AssociateAccessPolicy',
        'eks:DeleteAccessEntry',
        'eks:DescribeAccessEntry',
        'eks:DisassociateAccessPolicy',
        'eks:UpdateAccessEntry',
      ],
      Resource: [entries],
    },
  ],
};
