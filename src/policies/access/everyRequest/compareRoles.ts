import type { Catalog } from '../../catalog/catalog.ts';
import type { Answer } from '../../exact/answer.ts';
import { compareLayers } from '../../exact/layers/compareLayers.ts';
import { accessRequestOf } from '../../exact/layers/replayInLayers.ts';
import { withConsent } from '../../exact/layers/withConsent.ts';
import { SharedTests } from '../../exact/question/tests.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import { hasResourceControl, type PolicySet, withoutResourceControl } from '../../simulate/policySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { requestsElsewhere, requestsOfRoles } from '../requestsOfRoles.ts';
import type { OpenReason } from './accessDifference.ts';

/** What a role can do with all of its policies that it could not, or the other way round. */
export type RoleDifference =
  | { readonly state: 'none' }
  | {
      readonly state: 'some';
      readonly request: AccessRequest;
      /** What the key or the role that the request is for was assumed to have as its policy. */
      readonly resource?: PolicyDocument;
    }
  | { readonly state: 'undecided'; readonly because: OpenReason };

/** Both directions. */
export interface RoleComparison {
  readonly newAccess: RoleDifference;
  readonly removedAccess: RoleDifference;
}

/**
 * Compares all policies of a role together over every request that it makes: a guardrail that moves from one kind of policy into
 * another changes nothing. Nothing where there are identity policies alone, which are compared by themselves. Resource control
 * policies are attached to the role’s account; where a resource can be of another, they may not apply, and there is none only if there
 * is none without them either.
 */
export function compareRoles(
  before: PolicySet | undefined,
  after: PolicySet | undefined,
  principal: string,
  catalog: Catalog,
): RoleComparison | undefined {
  if (!before || !after || ![before, after].some(hasOtherLayers)) return undefined;
  const among = requestsOfRoles([before, after]);
  const options = { catalog, principals: [principal], among, shared: new SharedTests() };
  const old = withConsent(before, ['*'], principal);
  const now = withConsent(after, ['*'], principal);
  const attached = compareLayers(old, now, options);
  const elsewhere = [before, after].some(hasResourceControl)
    ? compareLayers(withoutResourceControl(old), withoutResourceControl(now), {
        ...options,
        among: [...among, requestsElsewhere(principal)],
      })
    : attached;
  return {
    newAccess: besideConsent(differenceInBoth(attached.newAccess, elsewhere.newAccess), now),
    removedAccess: besideConsent(differenceInBoth(attached.removedAccess, elsewhere.removedAccess), now),
  };
}

/** A request for a key or a role, with the policy that leaves the decision to the account, as AWS's default ones do. */
const besideConsent = (difference: RoleDifference, { resource }: PolicySet): RoleDifference =>
  difference.state === 'some' && resource && /^(?:kms|sts):/i.test(difference.request.action)
    ? { ...difference, resource }
    : difference;

const hasOtherLayers = (set: PolicySet): boolean =>
  hasResourceControl(set) ||
  [set.permissionsBoundary, set.serviceControl].some((layer) => (layer?.length ?? 0) > 0);

function differenceOf(answer: Answer): RoleDifference {
  if (answer.kind === 'undecided') return { state: 'undecided', because: answer.because };
  if (answer.otherReading) return { state: 'undecided', because: { reason: 'reading' } };
  return answer.kind === 'none'
    ? { state: 'none' }
    : { state: 'some', request: accessRequestOf(answer.witness) };
}

function differenceInBoth(attached: Answer, elsewhere: Answer): RoleDifference {
  const difference = differenceOf(attached);
  if (difference.state !== 'none') return difference;
  const other = differenceOf(elsewhere);
  return other.state === 'some' ? IN_OTHER_ACCOUNTS : other;
}

const IN_OTHER_ACCOUNTS: RoleDifference = { state: 'undecided', because: { reason: 'resourceControl' } };
