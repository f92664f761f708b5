import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const volumeEncryptionNotCovered: readonly Reason[] = [
  {
    text: 'CreateFeatureGroup isn’t covered: the keys of its online and offline store have separate condition keys.',
    source: references.keys,
  },
  {
    text: 'UpdateNotebookInstance isn’t listed because it never includes the key, so every update would be denied. The volume of an instance keeps its original key.',
    source: references.keys,
  },
  {
    text: 'AWS renamed the condition key in June 2026. The Deny statement checks both names, so it denies requests only if both are absent. A condition on an Allow statement can check only the new name.',
    source: references.keys,
  },
  {
    text: 'Instance types with local NVMe storage don’t support volume keys, so endpoint configurations and jobs on them are denied.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  },
];
