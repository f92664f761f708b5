import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const logsAndMetricsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['WriteLogs'],
      text: 'Limited to the SageMaker log groups, /aws/sagemaker/…, in this account and Region.',
      source: sources.logsActions,
    },
    {
      tag: 'hardening',
      statements: ['WriteMetrics'],
      text: 'Limited to metric namespaces with SageMaker in their name. The action uses "Resource": "*" because metrics don’t have ARNs.',
      source: sources.cloudwatchActions,
    },
  ],
  notes: [
    {
      text: 'The least-privilege version denies a container that publishes metrics to a custom namespace.',
      source: sources.cloudwatchActions,
    },
  ],
};
