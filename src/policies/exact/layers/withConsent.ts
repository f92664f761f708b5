import { globsMeet } from '../../language/globsMeet.ts';
import { POLICY_VERSION } from '../../language/policy.ts';
import type { PolicySet } from '../../simulate/policySet.ts';

/** Services whose resources must consent to a call: keys, and roles that are assumed. */
const WITH_CONSENT = ['kms', 'sts'];

/**
 * Where keys or roles are asked about, with a policy of theirs that leaves the decision to the account, as AWS's default key policy
 * does: what a role may do doesn't hang on the policy that one of them has today.
 */
export function withConsent(set: PolicySet, actions: readonly string[], principal: string): PolicySet {
  const services = WITH_CONSENT.filter((service) =>
    actions.some((action) => globsMeet(action.toLowerCase(), `${service}:*`)),
  );
  if (services.length === 0 || set.resource || set.vpcEndpoint) return set;
  const [, partition = 'aws', , , account = ''] = principal.split(':');
  const consent = {
    Sid: 'Enable IAM policies',
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: services.map((service) => `${service}:*`),
    Resource: '*',
  } as const;
  return { ...set, resource: { Version: POLICY_VERSION, Statement: [consent] } };
}
