import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const noRetaggingNotCovered: readonly Reason[] = [
  {
    text: 'sagemaker:TaggingAction is present only during creation (inferred from AWS managed policies).',
    source: 'https://github.com/aws/amazon-sagemaker-feedback/issues/88',
  },
  {
    text: 'Always enforced with Deny: as a condition on an Allow statement, a request without aws:TagKeys would be allowed. Tag keys in conditions aren’t case-sensitive.',
    source: references.setOperators,
  },
];
