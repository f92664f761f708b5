import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const instanceTypesNotCovered: readonly Reason[] = [
  {
    text: 'AutoML jobs don’t support this condition key and select instance types automatically. CreateEndpoint uses the types in its configuration. Serverless endpoints and Studio defaults don’t specify a type.',
    source: references.keys,
  },
];
