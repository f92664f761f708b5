import type { Activity } from './activity.ts';
import { arn, repairedDefect, roleManagerPage } from './roleManager.ts';

export const accessAwsServices: Activity = {
  id: 'accessAwsServices',
  title: 'Report metrics of experiments',
  summary: 'What Role Manager’s “SageMaker compute” has beyond the other activities of this role.',
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
      text: 'Limited to training jobs with the name prefix and to trial components of the account; Role Manager’s template says *.',
      source: roleManagerPage,
    },
  ],
  notes: [
    repairedDefect(
      'Together with logs and metrics, networking, encryption, data and images of this role it is Role Manager’s activity “Access Required AWS Services”.',
    ),
  ],
};
