import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const outputEncryptionNotCovered: readonly Reason[] = [
  {
    text: 'CreateFeatureGroup isn’t covered: the keys of its online and offline store have separate condition keys. Neither is what CreateDomain and CreateUserProfile set for shared notebooks.',
    source: references.keys,
  },
  {
    text: 'CreateModel, CreateEndpointConfig, and CreateNotebookInstance have no output key. Objects that code writes to S3 directly are covered only by the default encryption and policy of the bucket.',
    source: references.keys,
  },
  {
    text: 'AWS renamed the condition key in June 2026. The Deny statement checks both names, so it denies requests only if both are absent. A condition on an Allow statement can check only the new name.',
    source: references.keys,
  },
];
