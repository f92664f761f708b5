import type { Activity } from './activity.ts';
import { passRole } from './roleManager.ts';

export const clusterAutoscaling: Activity = {
  id: 'clusterAutoscaling',
  title: 'Set up autoscaling of clusters',
  summary: 'Pass the autoscaling role to HyperPod.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    passRole('ClustersPassScalingRole', '<HYPERPOD_SCALING_ROLE_ARN>', 'hyperpod.sagemaker.amazonaws.com'),
  ],
};
