import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const authModeNotCovered: readonly Reason[] = [
  {
    text: 'Existing domains keep their sign-in method.',
    source: references.keys,
  },
];
