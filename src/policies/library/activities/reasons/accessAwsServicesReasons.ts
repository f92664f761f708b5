import type { ActivityReasons } from '../activityReasons.ts';
import { roleManagerLibrary, roleManagerPage } from './sources.ts';

export const accessAwsServicesReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['TrialMetrics'],
      text: 'Limited to training jobs with the name prefix and to trial components of the account. The SageMaker Role Manager template uses *.',
      source: roleManagerPage,
    },
  ],
  notes: [
    {
      text: 'Together with the logs, networking, encryption, data, and image activities of this role, it covers “Access Required AWS Services” in SageMaker Role Manager.',
      source: roleManagerLibrary,
    },
  ],
};
