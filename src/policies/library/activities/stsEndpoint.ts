import { endpointActivity, perimeter, strict } from './endpointPolicy.ts';

export const stsEndpoint = endpointActivity({
  id: 'stsEndpoint',
  title: 'STS',
  summary: 'Ask who one is, and take roles, from inside the VPC.',
  endpoint: {
    id: 'sts',
    serviceName: 'com.amazonaws.<REGION>.sts',
    type: 'interface',
    carries: ['sts:*'],
    always: {
      text: 'The SDK asks STS who it is before it does anything else.',
      source: 'https://github.com/awsdocs/amazon-sagemaker-developer-guide/pull/259',
    },
    symptom: {
      text: 'The SDK fails while it looks for its role or default bucket, with a message that speaks of permissions or a time-out.',
      source: 'https://github.com/awsdocs/amazon-sagemaker-developer-guide/pull/259',
    },
  },
  statements: [
    ...strict({ Sid: 'WhoAmI', Action: ['sts:GetCallerIdentity'], Resource: ['*'] }),
    ...strict({
      Sid: 'TakeOwnRoles',
      Action: ['sts:AssumeRole'],
      Resource: ['arn:<PARTITION>:iam::<ACCOUNT_ID>:role/*'],
    }),
    ...perimeter('Sts'),
  ],
});
