import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const noRemoteDebugNotCovered: readonly Reason[] = [
  {
    text: 'Processing jobs and endpoints don’t have this setting. Access through Systems Manager requires separate permissions.',
    source: references.keys,
  },
];
