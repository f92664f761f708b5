import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const vpcOnlyNotCovered: readonly Reason[] = [
  {
    text: 'CreateTransformJob and CreateEndpoint have no VPC condition key. They use the VPC of the model, which is covered.',
    source: references.keys,
  },
  {
    text: 'CreateEndpointConfig supports the key, but a regular endpoint gets its VPC from its model and would be denied. UpdateDomain and UpdateCluster don’t require subnets. “Require approved subnets and security groups” covers these three if subnets are specified.',
    source: references.keys,
  },
];
