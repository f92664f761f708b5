import { opensSessions } from './callAdditions.ts';
import { arn, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const use = { activity: 'useCluster' };
const cluster = sageMaker('cluster/<HYPERPOD_CLUSTER_ID>');
const other = sageMaker('cluster/zzanother001');

export const hyperPodUser: readonly AccessTest[] = [
  ...opensSessions,
  ...mustAllow([
    ['describe', 'views the cluster', 'sagemaker:DescribeCluster', cluster, {}, use],
    ['nodes', 'lists its nodes', 'sagemaker:ListClusterNodes', cluster, {}, use],
    ['list', 'lists clusters', 'sagemaker:ListClusters', '*', {}, use],
    [
      'eks',
      'looks up the EKS cluster',
      'eks:DescribeCluster',
      arn('eks', 'cluster/<EKS_CLUSTER>'),
      {},
      { ...use, when: { eks: 'on' } },
    ],
    ['shell', 'opens a session on a node', 'ssm:StartSession', cluster, {}, { activity: 'clusterShell' }],
  ]),
  ...mustDeny([
    ['other', 'views another cluster', 'sagemaker:DescribeCluster', other],
    ['other-nodes', 'lists the nodes of another cluster', 'sagemaker:ListClusterNodes', other],
    ['scale', 'adds nodes to the cluster', 'sagemaker:BatchAddClusterNodes', cluster],
    ['delete', 'deletes the cluster', 'sagemaker:DeleteCluster', cluster],
    [
      'other-eks',
      'looks up another EKS cluster',
      'eks:DescribeCluster',
      arn('eks', 'cluster/zz-another-team'),
    ],
    [
      'entry',
      'gives a role access to the EKS cluster',
      'eks:CreateAccessEntry',
      arn('eks', 'cluster/<EKS_CLUSTER>'),
    ],
    [
      'other-shell',
      'opens a session on an EC2 instance',
      'ssm:StartSession',
      arn('ec2', 'instance/i-0123456789abcdef0'),
    ],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
    ],
  ]),
];
