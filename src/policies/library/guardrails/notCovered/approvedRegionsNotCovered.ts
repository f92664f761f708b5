import type { Reason } from '../../activities/activity.ts';

export const approvedRegionsNotCovered: readonly Reason[] = [
  {
    text: 'Applies to SageMaker only. Denying all services outside certain Regions needs exceptions for global services such as IAM. Use a Region policy of your organization for that.',
    source:
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  },
];
