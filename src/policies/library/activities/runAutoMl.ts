import type { Activity } from './activity.ts';
import { arn, passRole } from './roleManager.ts';

/** AWS doesn’t document the names that AutoML gives to what it creates. */
const models = [arn('model', '*')];
const endpoints = [arn('endpoint', '*'), arn('endpoint-config', '*')];

export const runAutoMl: Activity = {
  id: 'runAutoMl',
  title: 'Run AutoML jobs',
  summary: 'Create, call, and delete the models and endpoints that a job tries, and pass this role to them.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'AutoMlModels',
      Effect: 'Allow',
      Action: ['sagemaker:CreateModel', 'sagemaker:DeleteModel', 'sagemaker:DescribeModel'],
      Resource: models,
    },
    {
      Sid: 'AutoMlEndpoints',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateEndpoint',
        'sagemaker:CreateEndpointConfig',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DeleteEndpointConfig',
        'sagemaker:DescribeEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:InvokeEndpoint',
      ],
      Resource: endpoints,
    },
    {
      Sid: 'AutoMlTags',
      Effect: 'Allow',
      Action: ['sagemaker:ListTags'],
      Resource: [arn('automl-job', '*'), ...endpoints, ...models],
    },
    passRole('AutoMlPassItself', '<AUTOML_ROLE_ARN>'),
  ],
};
