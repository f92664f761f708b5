import { decidingAlone, simulatedRequest } from '../access/everyRequest/decidingAlone.ts';
import { narrowedTo } from '../access/everyRequest/narrowedTo.ts';
import { withTypicalParts } from '../access/everyRequest/withTypicalParts.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../catalog/lookup.ts';
import type { Documents, ExactOptions, Undecided } from '../exact/answer.ts';
import { inBothReadings } from '../exact/compareExact.ts';
import { isAccessPossible } from '../exact/isAccessPossible.ts';
import { isAccessPossibleInLayers } from '../exact/layers/compareLayers.ts';
import { type ExactRequest, isAllowedInReplay } from '../exact/replay/replay.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { simulate } from '../simulate/simulate.ts';

/** Policies that replace a managed policy: those of one role. */
export interface ReplacingRole {
  readonly persona: string;
  readonly policies: Documents;
}

/** A managed policy and what replaces it, without the statements for other actions. */
export interface ComparedAction {
  readonly action: string;
  readonly before: Documents;
  readonly roles: readonly ReplacingRole[];
  readonly catalog: Catalog;
}

/** Whether there is such a request, with one of which `simulate` says the same. */
export type Found =
  | { readonly state: 'none' }
  | { readonly state: 'some'; readonly request: AccessRequest; readonly role?: string }
  | { readonly state: 'undecided'; readonly because: Undecided };

const NONE: Found = { state: 'none' };
const NOT_REPLAYED: Found = { state: 'undecided', because: { reason: 'notReplayed' } };

export function comparedAction(
  action: string,
  before: Documents,
  roles: readonly ReplacingRole[],
  catalog: Catalog,
): ComparedAction {
  return {
    action,
    catalog: catalogOf(action, catalog),
    before: narrowedTo(before, [action]),
    roles: roles.map(({ persona, policies }) => ({ persona, policies: narrowedTo(policies, [action]) })),
  };
}

/** Only one action exists for a question about it: what exists is gone through for each question. */
function catalogOf(action: string, catalog: Catalog): Catalog {
  const [prefix] = splitAction(action);
  const service = catalog.service(prefix);
  const only = service && { ...service, actions: service.actions.filter(({ name }) => name === action) };
  return { ...catalog, services: [prefix], service: (name) => (name === prefix ? only : undefined) };
}

/** A request that the managed policy allows and no role does. Never one that some role allows. */
export function lostRequest(asked: ComparedAction): Found {
  const { before, roles } = asked;
  const granting = roles.filter(({ policies }) => hasEffect(policies, 'Allow'));
  // What one role denies another may allow: together they allow no more than all of their Allow statements.
  const atMost = granting.flatMap(({ policies }) => policies.map(withoutDenies));
  const surely = difference(before, atMost, asked, (one) => isLost(one, asked));
  if (surely.state !== 'none' || !granting.some(({ policies }) => hasEffect(policies, 'Deny'))) return surely;
  const each = granting.map(({ policies }) =>
    difference(before, policies, asked, (one) => isLost(one, asked)),
  );
  if (each.some(({ state }) => state === 'none')) return NONE;
  return (
    each.find(({ state }) => state === 'some') ??
    each[0] ?? { state: 'undecided', because: { reason: 'steps' } }
  );
}

/** A request that both the managed policy and a role allow. */
export function keptRequest(asked: ComparedAction): Found {
  const { action, before, roles, catalog } = asked;
  let undecided: Found | undefined;
  for (const { persona, policies } of roles) {
    if (!hasEffect(policies, 'Allow')) continue;
    const set = { identity: policies, permissionsBoundary: before };
    const answer = isAccessPossibleInLayers(set, { actions: [action] }, { catalog });
    if (answer.kind === 'undecided') undecided ??= { state: 'undecided', because: answer.because };
    if (answer.kind !== 'some') continue;
    const both = (one: ExactRequest) => isAllowed(before, one) && isAllowed(policies, one);
    const found = withTypicalParts(answer.witness, catalog, both);
    if (!both(found)) undecided ??= NOT_REPLAYED;
    else return { state: 'some', request: simulatedRequest('identity', found), role: persona };
  }
  return undecided ?? NONE;
}

/** A request that a role allows and the managed policy does not. */
export function newRequest(asked: ComparedAction): Found {
  const { before, roles } = asked;
  let undecided: Found | undefined;
  for (const { persona, policies } of roles) {
    if (!hasEffect(policies, 'Allow')) continue;
    const isNew = (one: ExactRequest) => isAllowed(policies, one) && isDenied(before, one);
    const found = difference(policies, before, asked, isNew);
    if (found.state === 'some') return { ...found, role: persona };
    if (found.state === 'undecided') undecided ??= found;
  }
  return undecided ?? NONE;
}

/** Whether the managed policy allows the action at all, on a resource that it takes. */
export const isAllowedAtAll = ({ before, action, catalog }: ComparedAction): boolean =>
  isAccessPossible(before, { actions: [action] }, realRequests(catalog)).kind !== 'none';

export const isGranted = ({ roles }: ComparedAction): boolean =>
  roles.some(({ policies }) => hasEffect(policies, 'Allow'));

/** Requests that are made: of actions that exist, on resources of their types. */
const realRequests = (catalog: Catalog): ExactOptions => ({
  catalog,
  actions: 'published',
  resources: 'typed',
});

/** What one list allows of the action and another does not; only a request that shows the same when it is simulated. */
function difference(
  one: Documents,
  other: Documents,
  { action, catalog }: ComparedAction,
  shows: (request: ExactRequest) => boolean,
): Found {
  const answer = inBothReadings([...one, denyAllBut(action)], other, realRequests(catalog));
  if (answer.kind === 'none') return answer.otherReading ? READING : NONE;
  if (answer.kind === 'undecided') return { state: 'undecided', because: answer.because };
  const witness = withTypicalParts(answer.witness, catalog, shows);
  if (!shows(witness)) return NOT_REPLAYED;
  return { state: 'some', request: simulatedRequest('identity', witness) };
}

/** Where a pattern has two readings, there is a difference in one of them. */
const READING: Found = { state: 'undecided', because: { reason: 'operator', operators: ['ARN'] } };

const isLost = (request: ExactRequest, { before, roles }: ComparedAction): boolean =>
  isAllowed(before, request) && roles.every(({ policies }) => isDenied(policies, request));

/** As policies say it word by word, and as the simulator decides. */
const isAllowed = (policies: Documents, request: ExactRequest): boolean =>
  isAllowedInReplay(policies, request, 'fields') === true && verdictOn(policies, request) === 'allowed';

function isDenied(policies: Documents, request: ExactRequest): boolean {
  const verdict = verdictOn(policies, request);
  return (
    isAllowedInReplay(policies, request, 'fields') === false &&
    (verdict === 'implicitDeny' || verdict === 'explicitDeny')
  );
}

function verdictOn(policies: Documents, request: ExactRequest) {
  const simulated = simulatedRequest('identity', request);
  const set = decidingAlone('identity', policies, simulated);
  return set && simulate(simulated, set).verdict;
}

const hasEffect = (documents: Documents, effect: 'Allow' | 'Deny'): boolean =>
  documents.some(({ Statement }) => Statement.some(({ Effect }) => Effect === effect));

const withoutDenies = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  Statement: document.Statement.filter(({ Effect }) => Effect === 'Allow'),
});

const denyAllBut = (action: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', NotAction: action, Resource: '*' }],
});
