import { awsImagesOption, ecrImages, ecrSource } from './ecrEndpoints.ts';
import { boundedOption, endpointActivity, perimeter, strict, styleOption } from './endpointPolicy.ts';

export const ecrApiEndpoint = endpointActivity({
  id: 'ecrApiEndpoint',
  title: 'ECR API',
  summary: 'Log in to ECR and request images from inside the VPC.',
  endpoint: {
    id: 'ecr-api',
    serviceName: 'com.amazonaws.<REGION>.ecr.api',
    type: 'interface',
    carries: ['ecr:*'],
    symptom: {
      text: 'docker login and image pulls hang. Jobs with private images fail to start.',
      source: ecrSource,
    },
  },
  options: [styleOption, boundedOption, awsImagesOption],
  statements: [
    ...strict({ Sid: 'EcrApiLogin', Action: ['ecr:GetAuthorizationToken'], Resource: ['*'] }),
    ...ecrImages('EcrApi'),
    ...perimeter('EcrApi'),
  ],
});
