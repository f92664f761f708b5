import type { Activity } from './activity.ts';
import {
  arn,
  byKms,
  kmsOption,
  listAll,
  repairedDefect,
  roleManagerPage,
  scopedToAccount,
  tagOnCreate,
  tagsOption,
  volumeGrant,
  volumeKey,
} from './roleManager.ts';

const configs = [arn('endpoint-config')];
const both = [arn('endpoint'), ...configs];

export const manageEndpoints: Activity = {
  id: 'manageEndpoints',
  title: 'Manage endpoints',
  summary: 'Create, change, scale and delete endpoints and their configurations.',
  status: 'roleManager',
  options: [kmsOption('the endpoints'), tagsOption],
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
    listAll('ManageEndpointsList', ['sagemaker:ListEndpoints', 'sagemaker:ListEndpointConfigs']),
    tagOnCreate('ManageEndpointsTagOnCreate', ['CreateEndpoint', 'CreateEndpointConfig'], both),
    volumeGrant('ManageEndpointsVolumeKeyGrant'),
  ],
  repairs: [],
  differences: [scopedToAccount(['ManageEndpointConfigCreate', 'ManageEndpoints'])],
  notes: [
    repairedDefect(
      'Creating and changing an endpoint is checked against the endpoint and its configuration, so both stand in one statement. Only CreateEndpointConfig carries the volume key.',
    ),
    { text: 'Calling endpoints is not part of it.', source: roleManagerPage },
    {
      text: 'One of SageMaker Role Manager’s activities, which is closed to new customers.',
      source: roleManagerPage,
    },
  ],
};
