import { allowEverything } from '../../compose/appliedPolicies.ts';
import { parsePolicy } from '../../language/parse.ts';
import type { PolicyType } from '../../language/policyType.ts';
import type { ComparedKind, PolicyPair } from './accessDifference.ts';

const kinds: Readonly<Record<PolicyType, ComparedKind>> = {
  identity: 'identity',
  resource: 'resource',
  trust: 'trust',
  'vpc-endpoint': 'vpc-endpoint',
  scp: 'service-control',
  rcp: 'resource-control',
};

/** Two texts of one policy, to be compared; nothing where one of them is no policy. */
export function parsePolicyPair(before: string, after: string, type: PolicyType): PolicyPair | undefined {
  const [one, other] = [parsePolicy(before), parsePolicy(after)];
  if (!one.ok || !other.ok) return undefined;
  // What AWS attaches beside every policy of an organization.
  const beside = type === 'scp' || type === 'rcp' ? [allowEverything] : [];
  return { kind: kinds[type], before: [...beside, one.policy], after: [...beside, other.policy] };
}
