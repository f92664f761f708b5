import type { ActivityReasons } from '../activityReasons.ts';

export const useClusterReasons: ActivityReasons = {
  companions: [
    {
      statements: ['UseEksCluster'],
      text: 'update-kubeconfig and the HyperPod CLI look up the cluster before they connect.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-kubeconfig.html',
    },
  ],
  notes: [
    {
      text: 'What a user can do in the cluster is decided by its EKS access entry and Kubernetes roles, or by Slurm, not by this policy.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-setup-rbac.html',
    },
    {
      text: 'AWS calls this the data scientist user of a cluster.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
    },
  ],
};
