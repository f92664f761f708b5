import type { Activity } from './activity.ts';
import { arn } from './roleManager.ts';

const invoke = ['sagemaker:InvokeEndpoint', 'sagemaker:InvokeEndpointWithResponseStream'];

export const invokeEndpoints: Activity = {
  id: 'invokeEndpoints',
  title: 'Invoke endpoints',
  summary: 'Send requests to deployed models, with or without a streamed response.',
  status: 'missingInGuide',
  options: [
    {
      id: 'components',
      label: 'Inference components',
      help: 'Endpoints can host several models as inference components. A request names the one that it is for.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds the inference components with the name prefix.' },
        { value: 'off', label: 'No', help: 'Requests can’t name an inference component.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'GuideInvokeEndpoint',
      Effect: 'Allow',
      Action: ['sagemaker:InvokeEndpoint'],
      Resource: [arn('endpoint')],
    },
  ],
  hardened: [
    { Sid: 'InvokeEndpoints', Effect: 'Allow', Action: invoke, Resource: [arn('endpoint')] },
    {
      Sid: 'InvokeComponents',
      Effect: 'Allow',
      Action: invoke,
      Resource: [arn('inference-component')],
      when: { components: 'on' },
    },
  ],
};
