import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const approvedNetworksNotCovered: readonly Reason[] = [
  {
    text: 'As a Deny statement, it applies only to subnets and security groups in the request: ForAnyValue doesn’t match if there are none. Also turn on “Require a VPC”.',
    source: references.setOperators,
  },
  {
    text: 'CreateTransformJob and CreateEndpoint have no VPC condition key. The model or endpoint configuration that they use does.',
    source: references.keys,
  },
];
