import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const noRemoteIdeNotCovered: readonly Reason[] = [
  {
    text: 'The value ENABLED is inferred from the API. The AWS reference lists only the key. Test it first.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SpaceSettings.html',
  },
  {
    text: 'Spaces with remote access keep it until they are updated. sagemaker:StartSession opens the connection.',
    source: references.keys,
  },
];
