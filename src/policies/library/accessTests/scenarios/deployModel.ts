import { arn, object, sageMaker } from '../accessTest.ts';
import { carefulWith, type Scenario, steps } from './scenario.ts';

const endpoint = sageMaker('endpoint/<NAME_PREFIX>1');
const artifact = object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/model.tar.gz');

export const deployModel: Scenario = {
  id: 'deployModel',
  title: 'Deploy a model to an endpoint',
  summary:
    'Creates a model, its configuration, and its endpoint, all with tags. The endpoint has a volume key.',
  steps: steps([
    {
      persona: 'notebookRole',
      title: 'creates the model',
      action: 'sagemaker:CreateModel',
      resource: sageMaker('model/<NAME_PREFIX>1'),
      context: carefulWith('tags', 'vpc'),
      carries: ['role', 'image', 'inputKey', 'logGroup'],
      role: { persona: 'hostingRole', arn: '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>' },
      logGroup: arn('logs', 'log-group:/aws/sagemaker/Endpoints/1'),
    },
    {
      persona: 'notebookRole',
      title: 'configures the endpoint',
      action: 'sagemaker:CreateEndpointConfig',
      resource: sageMaker('endpoint-config/<NAME_PREFIX>1'),
      context: carefulWith('tags', 'volumeKey'),
      carries: [],
    },
    {
      persona: 'notebookRole',
      title: 'creates the endpoint',
      action: 'sagemaker:CreateEndpoint',
      resource: endpoint,
      context: carefulWith('tags'),
      carries: ['endpointConfig', 'volumeKey'],
    },
    ['hostingRole', 'loads the model', 's3:GetObject', artifact],
    ['notebookRole', 'checks that the endpoint is in service', 'sagemaker:DescribeEndpoint', endpoint],
  ]),
  source:
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms',
};
