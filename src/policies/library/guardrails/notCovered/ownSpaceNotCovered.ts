import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const ownSpaceNotCovered: readonly Reason[] = [
  {
    text: 'Shared spaces have no owner profile to compare, so the Deny statement doesn’t apply to them. As a condition on an Allow statement, only private spaces are allowed, and no apps outside spaces, such as Canvas.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
  },
  {
    text: 'The policy variables have values only for calls with the execution role of a user profile. Calls with any other role are denied.',
    source: references.keys,
  },
];
