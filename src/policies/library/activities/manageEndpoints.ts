import type { Activity } from './activity.ts';
import {
  arn,
  byKms,
  kmsOption,
  listAll,
  tagOnCreate,
  tagsOption,
  volumeGrant,
  volumeKey,
} from './roleManager.ts';

const configs = [arn('endpoint-config')];
const both = [arn('endpoint'), ...configs];
const components = [arn('inference-component')];

export const manageEndpoints: Activity = {
  id: 'manageEndpoints',
  title: 'Manage endpoints',
  summary: 'Create, update, scale, and delete endpoints and their configurations.',
  status: 'roleManager',
  options: [
    kmsOption('the endpoints'),
    tagsOption,
    {
      id: 'components',
      label: 'Inference components',
      help: 'The SDK deploys large models, such as those of JumpStart, as inference components of an endpoint.',
      choices: [
        {
          value: 'off',
          label: 'No',
          help: 'As in SageMaker Role Manager. Endpoints use the models of their endpoint configuration.',
        },
        { value: 'on', label: 'Yes', help: 'Adds inference components with the name prefix.' },
      ],
      default: 'off',
      recommended: 'on',
      stances: ['hardened'],
    },
    {
      id: 'invoke',
      label: 'Invoke endpoints',
      help: 'Testing an endpoint after deployment requires invoking it.',
      choices: [
        { value: 'off', label: 'No', help: 'As in SageMaker Role Manager.' },
        { value: 'on', label: 'Yes', help: 'Adds sagemaker:InvokeEndpoint with the name prefix.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    ...byKms(
      {
        Sid: 'ManageEndpointConfigCreate',
        Action: ['sagemaker:CreateEndpointConfig'],
        Resource: configs,
      },
      { ArnEquals: volumeKey },
    ),
    {
      Sid: 'ManageEndpoints',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateEndpoint',
        'sagemaker:UpdateEndpoint',
        'sagemaker:UpdateEndpointWeightsAndCapacities',
        'sagemaker:DescribeEndpoint',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:DeleteEndpointConfig',
      ],
      Resource: both,
    },
    {
      Sid: 'ManageEndpointsInvoke',
      Effect: 'Allow',
      Action: ['sagemaker:InvokeEndpoint', 'sagemaker:InvokeEndpointAsync'],
      Resource: [arn('endpoint')],
      when: { invoke: 'on' },
    },
    {
      Sid: 'ManageComponents',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateInferenceComponent',
        'sagemaker:DeleteInferenceComponent',
        'sagemaker:DescribeInferenceComponent',
        'sagemaker:UpdateInferenceComponent',
        'sagemaker:UpdateInferenceComponentRuntimeConfig',
      ],
      Resource: [arn('endpoint'), ...components],
      when: { components: 'on' },
    },
    { ...listAll('ManageComponentsList', ['sagemaker:ListInferenceComponents']), when: { components: 'on' } },
    {
      Sid: 'ManageComponentsInvoke',
      Effect: 'Allow',
      Action: ['sagemaker:InvokeEndpoint'],
      Resource: components,
      when: { components: 'on', invoke: 'on' },
    },
    {
      ...tagOnCreate('ManageComponentsTagOnCreate', ['CreateInferenceComponent'], components),
      when: { components: 'on', tags: 'on' },
    },
    listAll('ManageEndpointsList', ['sagemaker:ListEndpoints', 'sagemaker:ListEndpointConfigs']),
    tagOnCreate('ManageEndpointsTagOnCreate', ['CreateEndpoint', 'CreateEndpointConfig'], both),
    volumeGrant('ManageEndpointsVolumeKeyGrant'),
  ],
};
