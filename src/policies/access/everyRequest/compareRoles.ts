import type { Catalog } from '../../catalog/catalog.ts';
import type { Answer, Undecided } from '../../exact/answer.ts';
import { compareLayers } from '../../exact/layers/compareLayers.ts';
import { accessRequestOf } from '../../exact/layers/replayInLayers.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { openArnNames, withSomeArn } from './openArns.ts';

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
  const options = { catalog, principals: [principal] };
  const found = compareLayers(before, after, options);
  const names = openArnNames([before, after].flatMap(documentsIn));
  const again =
    names.length === 0
      ? found
      : compareLayers(withDocuments(before, withSomeArn), withDocuments(after, withSomeArn), options);
  return {
    newAccess: differenceOf(found.newAccess, again.newAccess, names),
    removedAccess: differenceOf(found.removedAccess, again.removedAccess, names),
  };
}

const hasOtherLayers = ({ permissionsBoundary, serviceControl, resourceControl }: PolicySet): boolean =>
  [permissionsBoundary, serviceControl, resourceControl].some((layer) => (layer?.length ?? 0) > 0);

/** Where a missing value is all of an ARN, only what is the same with an ARN in its place is an answer. */
function differenceOf(answer: Answer, again: Answer, names: readonly string[]): RoleDifference {
  if (answer.kind === 'undecided') return { state: 'undecided', because: answer.because };
  if (again.kind !== answer.kind || (answer.kind === 'some' && names.length > 0))
    return { state: 'undecided', because: { reason: 'missingValue', names } };
  return answer.kind === 'none'
    ? { state: 'none' }
    : { state: 'some', request: accessRequestOf(answer.witness) };
}

type Documents = PolicySet['identity'];

const documentsIn = (set: PolicySet): Documents => [
  ...set.identity,
  ...(set.permissionsBoundary ?? []),
  ...(set.serviceControl ?? []).flat(),
  ...(set.resourceControl ?? []).flat(),
];

function withDocuments(
  set: PolicySet,
  change: (document: Documents[number]) => Documents[number],
): PolicySet {
  const { identity, permissionsBoundary, serviceControl, resourceControl } = set;
  return {
    ...set,
    identity: identity.map(change),
    ...(permissionsBoundary && { permissionsBoundary: permissionsBoundary.map(change) }),
    ...(serviceControl && { serviceControl: serviceControl.map((level) => level.map(change)) }),
    ...(resourceControl && { resourceControl: resourceControl.map((level) => level.map(change)) }),
  };
}
