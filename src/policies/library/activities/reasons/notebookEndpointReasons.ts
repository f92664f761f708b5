import type { ActivityReasons } from '../activityReasons.ts';
import { endpointGrantsNothing } from './sharedReasons.ts';

export const notebookEndpointReasons: ActivityReasons = {
  notes: [
    {
      text: 'The ARN limits it to notebook instances of the account. AWS samples have no condition on the caller because browser requests through the endpoint aren’t signed by a principal.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    },
    endpointGrantsNothing,
  ],
};
