import type { Activity } from './activity.ts';
import { arn } from './roleManager.ts';

const endpoints = [arn('endpoint', 'sm-clarify-*'), arn('endpoint-config', 'sm-clarify-*')];

export const analyzeModels: Activity = {
  id: 'analyzeModels',
  title: 'Analyze models with Clarify',
  summary:
    'Create, invoke, and delete the temporary endpoint that Clarify uses for bias and explainability analyses.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'ClarifyModel',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeModel'],
      Resource: [arn('model')],
    },
    {
      Sid: 'ClarifyEndpoint',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateEndpoint',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DeleteEndpointConfig',
        'sagemaker:DescribeEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:InvokeEndpoint',
      ],
      Resource: endpoints,
    },
    {
      Sid: 'ClarifyEndpointConfig',
      Effect: 'Allow',
      Action: ['sagemaker:CreateEndpointConfig'],
      Resource: [arn('endpoint-config', 'sm-clarify-*')],
      Condition: { ArnLike: { 'sagemaker:ModelArn': [arn('model')] } },
    },
    {
      Sid: 'ClarifyTags',
      Effect: 'Allow',
      Action: ['sagemaker:AddTags'],
      Resource: endpoints,
      Condition: { StringEquals: { 'sagemaker:TaggingAction': ['CreateEndpoint', 'CreateEndpointConfig'] } },
    },
  ],
};
