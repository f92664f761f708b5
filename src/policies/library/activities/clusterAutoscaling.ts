import type { Activity } from './activity.ts';
import { passRole } from './roleManager.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html';

export const clusterAutoscaling: Activity = {
  id: 'clusterAutoscaling',
  title: 'Set up autoscaling of clusters',
  summary: 'Pass the autoscaling role to HyperPod.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    passRole('ClustersPassScalingRole', '<HYPERPOD_SCALING_ROLE_ARN>', 'hyperpod.sagemaker.amazonaws.com'),
  ],
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'The role is set as ClusterRole when a cluster is created or updated. It’s passed to hyperpod.sagemaker.amazonaws.com, which follows from its trust policy; AWS doesn’t document the value of iam:PassedToService.',
      source: page,
    },
  ],
};
