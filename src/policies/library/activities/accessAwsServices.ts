import type { Activity } from './activity.ts';
import { arn } from './roleManager.ts';

export const accessAwsServices: Activity = {
  id: 'accessAwsServices',
  title: 'Send metrics to experiments',
  summary: 'Send metrics from training jobs to their trial components.',
  status: 'roleManager',
  options: [],
  hardened: [
    {
      Sid: 'TrialMetrics',
      Effect: 'Allow',
      Action: ['sagemaker:BatchPutMetrics'],
      Resource: [arn('training-job'), arn('experiment-trial-component', '*')],
    },
  ],
};
