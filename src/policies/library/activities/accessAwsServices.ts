import type { Activity } from './activity.ts';
import { arn, roleManagerPage } from './roleManager.ts';

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
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['TrialMetrics'],
      text: 'Limited to training jobs with the name prefix and to trial components of the account. The SageMaker Role Manager template uses *.',
      source: roleManagerPage,
    },
  ],
};
