import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const endpointAutoscalingReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ScalingWrite'],
      text: 'Limited to SageMaker scalable targets in this account and Region.',
      source: sources.scalingActions,
    },
    {
      tag: 'hardening',
      statements: ['ScalingRead'],
      text: 'The Describe actions don’t support resource-level permissions, so they use "Resource": "*" in a separate statement.',
      source: sources.scalingActions,
    },
    {
      tag: 'validity',
      statements: ['ScalingEndpoint', 'ScalingEndpointConfig', 'ScalingAlarms', 'ScalingServiceRole'],
      text: 'Configuring scaling requires permissions on the endpoint, its alarms, and the service-linked role.',
      source: sources.scalingPrerequisites,
    },
  ],
  companions: [
    {
      statements: ['ScalingEndpoint'],
      text: 'Scaling reads and changes the capacity of the endpoint.',
      source: sources.scalingPrerequisites,
    },
    {
      statements: ['ScalingEndpointConfig'],
      text: 'Scaling looks up the current configuration, which can have a generated name.',
      source: 'https://github.com/aws-controllers-k8s/community/issues/2110',
    },
    {
      statements: ['ScalingAlarms'],
      text: 'Target tracking uses alarms. For endpoints, their names start with this prefix.',
      source: 'https://github.com/boto/boto3/issues/2839',
    },
    {
      statements: ['ScalingServiceRole'],
      text: 'Registering the first scalable target in an account creates this service-linked role.',
      source: sources.scalingPrerequisites,
    },
  ],
  notes: [
    {
      text: 'Grant these to the people who configure scaling. On the inference execution role, code in the model container could change capacity. Inferred from who uses the role; the guide includes them here.',
      source: sources.whitepaper,
    },
  ],
};
