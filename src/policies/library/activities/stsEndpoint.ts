import { endpointActivity, perimeter, strict } from './endpointPolicy.ts';

export const stsEndpoint = endpointActivity({
  id: 'stsEndpoint',
  title: 'STS',
  summary: 'Get the caller identity and assume roles from inside the VPC.',
  endpoint: {
    id: 'sts',
    serviceName: 'com.amazonaws.<REGION>.sts',
    type: 'interface',
    carries: ['sts:*'],
    always: {
      text: 'sts:GetCallerIdentity, which the SDK calls first',
      source: 'https://github.com/awsdocs/amazon-sagemaker-developer-guide/pull/259',
    },
    symptom: {
      text: 'The SDK fails to find its role or default bucket, with an error message about permissions or a timeout.',
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
