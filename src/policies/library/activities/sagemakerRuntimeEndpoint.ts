import { endpointActivity, perimeter, sagemakerEndpointSource, strict } from './endpointPolicy.ts';

export const sagemakerRuntimeEndpoint = endpointActivity({
  id: 'sagemakerRuntimeEndpoint',
  title: 'SageMaker Runtime',
  summary: 'Invoke hosted models from inside the VPC.',
  endpoint: {
    id: 'sagemaker-runtime',
    serviceName: 'com.amazonaws.<REGION>.sagemaker.runtime',
    type: 'interface',
    carries: ['sagemaker:InvokeEndpoint*'],
    symptom: {
      text: 'Calls to hosted models time out.',
      source: sagemakerEndpointSource,
    },
  },
  statements: [
    ...strict({
      Sid: 'InvokeTeamEndpoints',
      Action: [
        'sagemaker:InvokeEndpoint',
        'sagemaker:InvokeEndpointAsync',
        'sagemaker:InvokeEndpointWithResponseStream',
      ],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint/<NAME_PREFIX>*'],
    }),
    ...perimeter('SagemakerRuntime'),
  ],
});
