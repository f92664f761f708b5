import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole } from './sharedReasons.ts';

export const clusterAutoscalingReasons: ActivityReasons = {
  companions: [{ statements: ['ClustersPassScalingRole'], ...passedRole }],
  notes: [
    {
      text: 'The role is set as ClusterRole when a cluster is created or updated. It’s passed to hyperpod.sagemaker.amazonaws.com, which follows from its trust policy; AWS doesn’t document the value of iam:PassedToService.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html',
    },
  ],
};
