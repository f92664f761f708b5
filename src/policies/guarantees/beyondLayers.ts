import type { Statement } from '../language/policy.ts';
import { callerOf, isServiceLinked } from '../simulate/caller.ts';
import { callsWithoutPermission, undeniableCalls } from '../simulate/exemptions.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { outsideResourceControl } from '../simulate/resourceControlled.ts';
import type { PlacedSubject } from './widestPolicy.ts';

const SERVICE_LINKED_ROLES = 'arn:*:iam::*:role/aws-service-role/*';

/**
 * A statement about what resource control policies leave, without the requests that they don’t decide: `simulate` exempts the same.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export const ofResourceControl = (subject: PlacedSubject): PlacedSubject => ({
  ...subject,
  undecidedHere: [
    allowing([...undeniableCalls, ...outsideResourceControl], {}),
    allowing(subject.actions, { Resource: SERVICE_LINKED_ROLES }),
    allowing(subject.actions, {
      Condition: { ArnLike: { 'aws:PrincipalArn': [SERVICE_LINKED_ROLES] } },
    }),
  ],
});

const allowing = (Action: readonly string[], more: Partial<Statement>): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});

/** The policies that decide requests of a role: those of an organization don’t decide those of service-linked roles. */
export function withoutExemptLayers(set: PolicySet, principal: string): PolicySet {
  const caller = callerOf(principal);
  if (!caller || !isServiceLinked(caller)) return set;
  const { serviceControl: _organization, resourceControl: _resources, ...decided } = set;
  return decided;
}

/** Those of the named actions that AWS allows a principal whatever policies say. Patterns such as `sts:*` are about the others. */
export function allowedAnyway(actions: readonly string[], principal: string): readonly string[] {
  const caller = callerOf(principal);
  const calls = caller ? callsWithoutPermission(caller) : [];
  return actions.filter((action) => calls.some((call) => call.toLowerCase() === action.toLowerCase()));
}
