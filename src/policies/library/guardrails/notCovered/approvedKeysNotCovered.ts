import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const approvedKeysNotCovered: readonly Reason[] = [
  {
    text: 'CreateFeatureGroup isn’t covered: the keys of its online and offline store have separate condition keys. Neither is the key that CreateUserProfile sets for shared notebooks.',
    source: references.keys,
  },
  {
    text: 'Negated operators also match if the condition key is absent, so requests without a KMS key are also denied. UpdateNotebookInstance never includes a volume key, so it isn’t listed.',
    source: references.operators,
  },
];
