import { awsImagesOption, ecrImages, ecrSource } from './ecrEndpoints.ts';
import { boundedOption, endpointActivity, perimeter, styleOption } from './endpointPolicy.ts';

export const ecrDkrEndpoint = endpointActivity({
  id: 'ecrDkrEndpoint',
  title: 'ECR registry',
  summary: 'Pull and push images with Docker from inside the VPC.',
  endpoint: {
    id: 'ecr-dkr',
    serviceName: 'com.amazonaws.<REGION>.ecr.dkr',
    type: 'interface',
    carries: ['ecr:*'],
    symptom: {
      text: 'docker pull and push hang after a successful login.',
      source: ecrSource,
    },
  },
  options: [styleOption, boundedOption, awsImagesOption],
  statements: [...ecrImages('EcrDkr'), ...perimeter('EcrDkr')],
});
