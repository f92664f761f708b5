import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const invokeEndpointsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'validity',
      statements: ['InvokeEndpoints'],
      text: 'Adds requests with a streamed response, which have a separate action. The API reference also requires sagemaker:InvokeEndpoint for them.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpointWithResponseStream.html',
    },
  ],
  companions: [
    {
      statements: ['InvokeComponents'],
      text: 'The service authorization reference lists the inference component as a second, optional resource of both actions.',
      source: sources.sagemakerActions,
    },
  ],
  notes: [
    {
      text: 'On a multi-model endpoint, a caller can invoke every model. To limit that, add a condition on sagemaker:TargetModel.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoint-security.html',
    },
    {
      text: 'AWS doesn’t document whether a call that names an inference component is denied where only the endpoint is allowed, so both are here.',
      source: sources.sagemakerActions,
    },
  ],
};
