import type { ActivityReasons } from '../activityReasons.ts';
import { endpointGrantsNothing } from './sharedReasons.ts';

const studioSource = 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html';

export const studioEndpointReasons: ActivityReasons = {
  companions: [
    {
      statements: ['StudioEndpointApps'],
      text: 'Studio starts an app when it opens. The endpoint policy must allow it.',
      source: studioSource,
    },
  ],
  notes: [
    {
      text: 'The ARNs limit it to the domain. AWS samples have no condition on the caller because browser requests through the endpoint aren’t signed by a principal.',
      source: studioSource,
    },
    endpointGrantsNothing,
  ],
};
