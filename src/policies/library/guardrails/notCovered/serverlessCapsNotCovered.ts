import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const serverlessCapsNotCovered: readonly Reason[] = [
  {
    text: 'The AWS reference previously listed these condition keys as strings, and now lists them as numbers. Test a configuration above each maximum first.',
    source: references.keys,
  },
  {
    text: 'Endpoints on instances include neither key and are allowed. Use “Require approved instance types” for them.',
    source: references.keys,
  },
];
