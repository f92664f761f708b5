import { endpointActivity, perimeter, sagemakerEndpointSource, strict } from './endpointPolicy.ts';

export const featureStoreEndpoint = endpointActivity({
  id: 'featureStoreEndpoint',
  title: 'Feature Store Runtime',
  summary: 'Read and write feature records from inside the VPC.',
  endpoint: {
    id: 'featurestore-runtime',
    serviceName: 'com.amazonaws.<REGION>.sagemaker.featurestore-runtime',
    type: 'interface',
    carries: [
      'sagemaker:PutRecord',
      'sagemaker:GetRecord',
      'sagemaker:DeleteRecord',
      'sagemaker:BatchGetRecord',
      'sagemaker:BatchWriteRecord',
      'sagemaker:ListRecords',
    ],
    symptom: {
      text: 'Reading and writing feature records times out.',
      source: sagemakerEndpointSource,
    },
  },
  statements: [
    ...strict({
      Sid: 'UseFeatureRecords',
      Action: [
        'sagemaker:BatchGetRecord',
        'sagemaker:BatchWriteRecord',
        'sagemaker:DeleteRecord',
        'sagemaker:GetRecord',
        'sagemaker:ListRecords',
        'sagemaker:PutRecord',
      ],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:feature-group/<NAME_PREFIX>*'],
    }),
    ...perimeter('FeatureStore'),
  ],
});
