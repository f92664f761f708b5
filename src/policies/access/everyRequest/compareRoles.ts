import type { Catalog } from '../../catalog/catalog.ts';
import type { Answer, Undecided } from '../../exact/answer.ts';
import { compareLayers } from '../../exact/layers/compareLayers.ts';
import { accessRequestOf } from '../../exact/layers/replayInLayers.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';

/** What a role can do with all of its policies that it could not, or the other way round. */
export type RoleDifference =
  | { readonly state: 'none' }
  | { readonly state: 'some'; readonly request: AccessRequest }
  | { readonly state: 'undecided'; readonly because: Undecided };

/** Both directions. */
export interface RoleComparison {
  readonly newAccess: RoleDifference;
  readonly removedAccess: RoleDifference;
}

/**
 * Compares all policies of a role together over every request that it makes: a guardrail that moves from one kind of policy into
 * another changes nothing. Nothing where there are identity policies alone, which are compared by themselves.
 */
export function compareRoles(
  before: PolicySet | undefined,
  after: PolicySet | undefined,
  principal: string,
  catalog: Catalog,
): RoleComparison | undefined {
  if (!before || !after || ![before, after].some(hasOtherLayers)) return undefined;
  const { newAccess, removedAccess } = compareLayers(before, after, { catalog, principals: [principal] });
  return { newAccess: differenceOf(newAccess), removedAccess: differenceOf(removedAccess) };
}

const hasOtherLayers = ({ permissionsBoundary, serviceControl, resourceControl }: PolicySet): boolean =>
  [permissionsBoundary, serviceControl, resourceControl].some((layer) => (layer?.length ?? 0) > 0);

function differenceOf(answer: Answer): RoleDifference {
  if (answer.kind === 'undecided') return { state: 'undecided', because: answer.because };
  return answer.kind === 'none'
    ? { state: 'none' }
    : { state: 'some', request: accessRequestOf(answer.witness) };
}
