import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const studioVpcOnlyNotCovered: readonly Reason[] = [
  {
    text: 'Every domain update must include VpcOnly, even if it changes something else. Existing domains aren’t changed.',
    source: references.perimeter,
  },
];
