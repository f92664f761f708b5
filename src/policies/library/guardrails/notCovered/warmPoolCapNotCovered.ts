import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const warmPoolCapNotCovered: readonly Reason[] = [
  {
    text: 'Jobs without a warm pool don’t specify a period and are allowed. Other job types have no warm pools.',
    source: references.keys,
  },
];
