import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const networkIsolationNotCovered: readonly Reason[] = [
  {
    text: 'AutoML jobs, transform jobs, and notebooks don’t support this condition key. Isolated containers can’t call S3 or any API. SageMaker transfers their data.',
    source: references.keys,
  },
  {
    text: 'CreateEndpointConfig supports the key, but a regular endpoint gets isolation from its model and would be denied for not setting it.',
    source: references.keys,
  },
];
