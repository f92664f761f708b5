import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const deployModelsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ModelCreate', 'ModelCreateInVpc', 'ModelDeploy', 'ModelTagOnCreate', 'EndpointManage'],
      text: 'Limited to models, configurations, and endpoints in this account and Region whose name starts with the prefix. CreateEndpoint and UpdateEndpoint are authorized on the endpoint and its configuration, so both are listed.',
      source: 'https://github.com/aws/aws-cdk/issues/11594',
    },
    {
      tag: 'hardening',
      statements: ['ModelCreateInVpc'],
      text: 'A model must use the specified subnets and security groups. ForAllValues alone also matches a request without them, so Null requires them.',
      source: sources.setOperators,
    },
    {
      tag: 'validity',
      statements: ['ModelTagOnCreate', 'EndpointVolumeKeyGrant'],
      text: 'Without these permissions, creating a model or endpoint with tags or with a volume key is denied.',
      source: sources.apiPermissions,
    },
    {
      tag: 'optional',
      statements: ['ModelDeploy'],
      text: 'DescribeModel is added so that a created model can be viewed.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'optional',
      statements: ['EndpointManage'],
      text: 'Without these permissions, the people who deployed an endpoint can’t update, delete, or test it.',
      source: sources.sagemakerActions,
    },
  ],
  companions: [
    {
      statements: ['ModelTagOnCreate'],
      text: 'Creating models and endpoints with tags requires AddTags. Limited to tags set during creation.',
      source:
        'https://github.com/aws-quickstart/quickstart-aws-utility-meter-data-analytics-platform/issues/53',
    },
    {
      statements: ['EndpointVolumeKeyGrant'],
      text: 'Creating an endpoint with a key in its configuration creates a grant on that key. Limited to grants that SageMaker creates for the caller.',
      source: sources.apiPermissions,
    },
  ],
  notes: [
    {
      text: 'CreateEndpoint supports only tag condition keys. Conditions on network, instances, or KMS keys belong on CreateModel and CreateEndpointConfig.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Deleting an endpoint with automatic scaling also requires application-autoscaling:DeregisterScalableTarget.',
      source: 'https://github.com/awslabs/stable-diffusion-aws-extension/issues/161',
    },
  ],
};
