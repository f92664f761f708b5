import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

export const useCluster: Activity = {
  id: 'useCluster',
  title: 'Use a HyperPod cluster',
  summary: 'View a cluster and its nodes, and connect to its Kubernetes API.',
  status: 'missingInGuide',
  options: [
    {
      id: 'eks',
      label: 'Orchestrated by Amazon EKS',
      help: 'kubectl and the HyperPod CLI read the address of the EKS cluster.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds eks:DescribeCluster on the EKS cluster.' },
        { value: 'off', label: 'No', help: 'A Slurm cluster.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'UseCluster',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeCluster', 'sagemaker:DescribeClusterNode', 'sagemaker:ListClusterNodes'],
      Resource: [arn('cluster', '<HYPERPOD_CLUSTER_ID>')],
    },
    listAll('ClustersFind', ['sagemaker:ListClusters']),
    {
      Sid: 'UseEksCluster',
      Effect: 'Allow',
      Action: ['eks:DescribeCluster'],
      Resource: ['arn:<PARTITION>:eks:<REGION>:<ACCOUNT_ID>:cluster/<EKS_CLUSTER>'],
      when: { eks: 'on' },
    },
  ],
};
