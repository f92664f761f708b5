import type { ActivityReasons } from '../activityReasons.ts';
import { endpointGrantsNothing } from './sharedReasons.ts';

export const sagemakerApiEndpointReasons: ActivityReasons = {
  notes: [
    {
      text: 'The strict setting lists the actions used by the activities on this page. The caller’s policies determine the resources. Add other actions if you need them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    },
    {
      text: 'AWS doesn’t document which endpoint the calls of agents in training use (sagemaker:Sample and others). They are listed here.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html',
    },
    endpointGrantsNothing,
  ],
};
