import type { ActivityReasons } from '../activityReasons.ts';

export const clusterAccessReasons: ActivityReasons = {
  notes: [
    {
      text: 'Anyone who can create access entries can become an administrator of the Kubernetes cluster. eks:policyArn and eks:kubernetesGroups can limit the entries.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
    },
    {
      text: 'AWS lists access entries among the tasks of the cluster admin user.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
    },
  ],
};
