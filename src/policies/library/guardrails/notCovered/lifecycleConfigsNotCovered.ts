import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const lifecycleConfigsNotCovered: readonly Reason[] = [
  {
    text: 'Requests without a lifecycle configuration are allowed. Also restrict who can create or change configurations with the approved prefix.',
    source: references.keys,
  },
  {
    text: 'Always enforced with Deny: as a condition on an Allow statement, it would deny every request without a configuration.',
    source: references.setOperators,
  },
];
