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
      text: 'Studio doesn’t load, or its apps don’t start.',
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
    },
    {
      Sid: 'StudioEndpointOpen',
      Effect: 'Allow',
      Principal: '*',
      Action: ['sagemaker:CreatePresignedDomainUrl'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:user-profile/<STUDIO_DOMAIN_ID>/*'],
    },
  ],
});
