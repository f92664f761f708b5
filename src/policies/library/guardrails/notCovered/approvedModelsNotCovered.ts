import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const approvedModelsNotCovered: readonly Reason[] = [
  {
    text: 'Also restrict who can create models with this prefix. CreateEndpoint uses the models in its configuration.',
    source: references.keys,
  },
  {
    text: 'Configurations without a model, as used by inference components, are denied.',
    source: references.operators,
  },
];
