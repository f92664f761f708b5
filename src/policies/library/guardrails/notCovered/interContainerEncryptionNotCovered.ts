import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const interContainerEncryptionNotCovered: readonly Reason[] = [
  {
    text: 'CreateModel and CreateTransformJob don’t support this condition key. Encryption can slow down distributed training.',
    source: references.keys,
  },
];
