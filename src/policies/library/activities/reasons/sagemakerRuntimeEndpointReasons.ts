import type { ActivityReasons } from '../activityReasons.ts';
import { endpointGrantsNothing } from './sharedReasons.ts';

export const sagemakerRuntimeEndpointReasons: ActivityReasons = {
  notes: [
    {
      text: 'FIPS endpoints of SageMaker Runtime don’t support endpoint policies.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    },
    endpointGrantsNothing,
  ],
};
