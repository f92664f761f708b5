import { POLICY_VERSION, type PolicyDocument } from '../language/policy.ts';
import type { PolicySet } from '../simulate/policySet.ts';

/** A trust policy decides alone who can assume a role. It names no resource: it is the policy of the role itself. */
export const isTrust = ({ resource }: PolicySet): boolean =>
  resource?.Statement.every(
    ({ Resource, NotResource }) => Resource === undefined && NotResource === undefined,
  ) === true;

/** Whether the policy of a resource is asked about alone: that of a role, or one beside which no identity policy is given. */
export const isOfResource = (set: PolicySet): boolean =>
  set.resource !== undefined && (set.identity.length === 0 || isTrust(set));

/**
 * What grants access, and every Deny. More is allowed by these than by all layers together, so that what they never allow is never
 * allowed.
 */
export function grantsAndDenies(set: PolicySet): readonly PolicyDocument[] {
  const { identity, permissionsBoundary = [], serviceControl = [], resourceControl = [] } = set;
  const { resource, vpcEndpoint } = set;
  const grants = vpcEndpoint ?? (isOfResource(set) && resource ? [resource] : identity);
  const denying = [...permissionsBoundary, ...serviceControl.flat(), ...resourceControl.flat()];
  return [...grants, ...denying.map(denialsOf)].filter(({ Statement }) => Statement.length > 0);
}

/** A policy without what it allows. */
export const denialsOf = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  Statement: document.Statement.filter(({ Effect }) => Effect === 'Deny'),
});

/** The same policies, under an organization that allows no more than the envelope does. */
export const limitedTo = (set: PolicySet, envelope: PolicyDocument): PolicySet => ({
  ...set,
  serviceControl: [...(set.serviceControl ?? []), [envelope]],
});

/** Of resources that are no ARN of the principal's account. */
export function outsideAccount(principal: string): PolicyDocument {
  const [, partition = '*', , , account = '*'] = principal.split(':');
  const arnsOfAccount = [`arn:${partition}:*:*:${account}:*`, `arn:${partition}:*:::*`];
  return {
    Version: POLICY_VERSION,
    Statement: [{ Effect: 'Deny', Action: '*', NotResource: arnsOfAccount }],
  };
}
