import type { PolicyType } from '../language/policyType.ts';
import type { Layer } from '../simulate/policySet.ts';

/** The layer that a policy of a type is in. */
export const layerOfType: Readonly<Record<PolicyType, Layer>> = {
  identity: 'identity',
  resource: 'resource',
  trust: 'resource',
  'vpc-endpoint': 'vpcEndpoint',
  scp: 'serviceControl',
  rcp: 'resourceControl',
};
