import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const runTimeCapNotCovered: readonly Reason[] = [
  {
    text: 'Transform and AutoML jobs don’t support this condition key. Processing jobs without a stopping condition are denied.',
    source: references.keys,
  },
];
