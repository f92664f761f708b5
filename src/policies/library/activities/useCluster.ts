import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html';

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
      companion: {
        text: 'update-kubeconfig and the HyperPod CLI look the cluster up before they connect.',
        source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-kubeconfig.html',
      },
    },
  ],
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'What a user can do in the cluster is decided by its EKS access entry and Kubernetes roles, or by Slurm, not by this policy.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-setup-rbac.html',
    },
    { text: 'AWS calls this the data scientist user of a cluster.', source: guide },
  ],
};
