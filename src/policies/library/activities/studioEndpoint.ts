import { endpointActivity } from './endpointPolicy.ts';

const studioSource = 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html';

export const studioEndpoint = endpointActivity({
  id: 'studioEndpoint',
  title: 'Studio',
  summary: 'Open Studio from inside the VPC.',
  endpoint: {
    id: 'studio',
    serviceName: 'aws.sagemaker.<REGION>.studio',
    type: 'interface',
    carries: ['sagemaker:CreatePresignedDomainUrl', 'sagemaker:CreateApp'],
    symptom: {
      text: 'Studio does not load, or its apps do not start.',
      source: studioSource,
    },
  },
  options: [],
  statements: [
    {
      Sid: 'StudioEndpointApps',
      Effect: 'Allow',
      Principal: '*',
      Action: ['sagemaker:CreateApp'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:app/<STUDIO_DOMAIN_ID>/*'],
      companion: {
        text: 'Studio starts its own app when it is opened; the endpoint’s policy must allow it.',
        source: studioSource,
      },
    },
    {
      Sid: 'StudioEndpointOpen',
      Effect: 'Allow',
      Principal: '*',
      Action: ['sagemaker:CreatePresignedDomainUrl'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:user-profile/<STUDIO_DOMAIN_ID>/*'],
    },
  ],
  notes: [
    {
      text: 'The ARNs bind it to the domain. AWS’s samples put no condition on the caller here: what the browser sends through the endpoint is not signed by a principal.',
      source: studioSource,
    },
  ],
});
