import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const imdsv2NotCovered: readonly Reason[] = [
  {
    text: 'Existing instances keep their setting until they are updated. Studio and jobs don’t have this setting.',
    source: references.keys,
  },
];
