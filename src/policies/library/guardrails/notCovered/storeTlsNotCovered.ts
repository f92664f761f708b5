import type { Reason } from '../../activities/activity.ts';

export const storeTlsNotCovered: readonly Reason[] = [
  {
    text: 'It doesn’t apply to resources of the management account, to service-linked roles, to AWS managed KMS keys, or to kms:RetireGrant. Attach it to a test account first.',
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  },
];
