import type { Catalog } from '../../catalog/catalog.ts';
import { isPattern } from '../../language/glob.ts';
import { placeholderNames } from '../../language/placeholder.ts';
import { listOf, type Statement } from '../../language/policy.ts';
import { isReadTwoWays } from '../../language/resourcePattern.ts';
import type { PreparedPolicySet } from '../../simulate/preparedPolicySet.ts';
import type { PreparedStatement } from '../../simulate/preparedStatement.ts';
import { conditionsInWords } from '../conditionSentences.ts';
import type { PlaceOf } from './grant.ts';
import { type GrantedAction, grantedActions } from './grantedActions.ts';
import { endpointLimits, outcomeOf, type PreparedEndpoint } from './otherLayers.ts';
import { ownLimits } from './ownLimits.ts';
import type { ReachLimit, ReachRow, ReachState, RemovedReach } from './reachRow.ts';
import type { Target } from './relation.ts';
import { type Typed, typeMatcher, typesOf } from './resourceTypes.ts';

/** What the reach of a role is computed from, besides its policies. */
export interface ReachWorld {
  readonly catalog: Catalog;
  /** Prefixes of all services that the policies of the set name. */
  readonly services: readonly string[];
  /** Of the role; nothing while it is not given. */
  readonly account: string | undefined;
  readonly endpoints: readonly PreparedEndpoint[];
  readonly placeOf: PlaceOf;
}

type Reached = readonly [rows: readonly ReachRow[], removed: readonly RemovedReach[]];

/**
 * What the identity policies of a set allow after every other layer had its say, entry by entry of each Allow. Complete: whatever
 * `simulate` allows on a resource that the action works on is in a row, with the policies outside the set that must agree named
 * beside it. A row in the state `allowed` is allowed for each of its actions, whatever the request says besides.
 */
export function* reachOf(policies: PreparedPolicySet, world: ReachWorld): Generator<Reached> {
  const speakers = speakersIn(policies, world.endpoints);
  for (const allow of policies.layers.identity.statements)
    if (allow.effect === 'Allow') yield ofStatement(allow, policies, world, speakers);
}

interface Entry {
  readonly resource: ReachRow['resource'];
  readonly target: Target;
  readonly path: readonly (string | number)[];
  isOfType(type: string): boolean;
}

function ofStatement(
  allow: PreparedStatement,
  policies: PreparedPolicySet,
  world: ReachWorld,
  speakers: Speakers,
): Reached {
  const [rows, removed]: [ReachRow[], RemovedReach[]] = [[], []];
  const actions = grantedActions(allow, world.catalog, world.services);
  const entries = entriesOf(allow);
  for (const entry of entries) {
    const alike = new Map<string, TypedAction[]>();
    for (const granted of actions) {
      const typed = typedIn(granted, entry, entries);
      if (!typed) continue;
      const key = [granted.can, granted.service, granted.unknown, typed.target.kind, typed.fits].join(' ');
      const own = ownLimits(granted, typed, world.account);
      const group = `${key} ${own.map(({ code }) => code).join(' ')} ${speakers(granted)}`;
      alike.set(group, [...(alike.get(group) ?? []), { granted, typed, own }]);
    }
    for (const group of alike.values()) {
      const found = reached(allow, group, entry, policies, world);
      if (found && 'layer' in found) removed.push(found);
      else if (found) rows.push(found);
    }
  }
  return [joined(rows), removed];
}

/** Rows that say the same of other actions are one. */
function joined(rows: readonly ReachRow[]): readonly ReachRow[] {
  const byKey = new Map<string, ReachRow>();
  for (const row of rows) {
    const key = JSON.stringify({ ...row, actions: [], types: [] });
    const known = byKey.get(key);
    const types = [...new Set([...(known?.types ?? []), ...row.types])];
    byKey.set(key, { ...row, actions: [...(known?.actions ?? []), ...row.actions], types });
  }
  return [...byKey.values()];
}

/** The statements of all layers that speak of an action, as text: actions with the same text are decided alike. */
type Speakers = (granted: GrantedAction) => string;

function speakersIn({ layers }: PreparedPolicySet, endpoints: readonly PreparedEndpoint[]): Speakers {
  const known = new Map<string, string>();
  return ({ pattern, service }) => {
    const lower = pattern.toLowerCase();
    if (isPattern(lower)) return lower;
    const found = known.get(lower) ?? [...inLayers(lower), ...atEndpoints(lower), service].join();
    known.set(lower, found);
    return found;
  };
  function inLayers(lower: string): readonly string[] {
    const all = Object.values(layers).filter(({ present }) => present);
    return all.flatMap(({ layer, statementsFor }) =>
      statementsFor(lower).map(({ ref }) => `${layer} ${ref}`),
    );
  }
  function atEndpoints(lower: string): readonly string[] {
    return endpoints.flatMap(({ name, statements }) =>
      statements.flatMap(({ action, ref }) => (action(lower) ? [`${name} ${ref}`] : [])),
    );
  }
}

/** An action with what it works on. */
interface TypedAction {
  readonly granted: GrantedAction;
  readonly typed: Typed;
  readonly own: readonly ReachLimit[];
}

function entriesOf({ statement, withVariables: variables }: PreparedStatement): readonly Entry[] {
  const { Resource, NotResource } = statement;
  if (Resource === undefined) {
    const texts = listOf(NotResource);
    return [entry({ allBut: texts }, { kind: 'allBut', texts, variables }, ['NotResource'])];
  }
  const texts = listOf(Resource);
  return [...new Set(texts)].map((text) =>
    entry(
      text,
      { kind: 'pattern', text, variables },
      typeof Resource === 'string' ? ['Resource'] : ['Resource', texts.indexOf(text)],
    ),
  );
}

const entry = (resource: Entry['resource'], target: Target, path: Entry['path']): Entry => ({
  resource,
  target,
  path,
  isOfType: typeMatcher(target),
});

/** What is left of actions that are decided alike. */
function reached(
  allow: PreparedStatement,
  group: readonly TypedAction[],
  entry: Entry,
  policies: PreparedPolicySet,
  world: ReachWorld,
): ReachRow | RemovedReach | undefined {
  const [first] = group;
  const place = world.placeOf('identity', allow.ref, entry.path);
  if (!first || !place) return undefined;
  const { can, service, pattern } = first.granted;
  const grant = { allow, action: pattern, target: first.typed.target };
  const actions = group.map(({ granted }) => granted.name);
  const shared = { can, service, actions, resource: entry.resource, place };
  const outcome = outcomeOf(grant, policies, world.catalog, world.placeOf);
  if ('removal' in outcome) return { ...shared, ...outcome.removal };
  const limits = [
    ...outcome.limits,
    ...first.own,
    ...endpointLimits(grant, world.endpoints),
    ...(readTwoWays(entry) ? [{ code: 'readTwoWays' as const }] : []),
  ];
  const conditions = conditionsInWords(allow.statement.Condition);
  const to = passedTo(can, allow.statement);
  return {
    ...shared,
    namesNone: first.typed.target.kind === 'none',
    state: stateOf(limits, conditions.length > 0 || hasVariable(entry, allow)),
    conditions: (to ? conditions.filter(({ key }) => !isPassedTo(key)) : conditions).map(({ text }) => text),
    to: to ?? [],
    limits,
    missing: resourcePatterns(entry).flatMap(placeholderNames),
    types: [...new Set(group.flatMap(({ typed }) => typed.types))],
  };
}

const resourcePatterns = ({ resource }: Entry): readonly string[] =>
  typeof resource === 'string' ? [resource] : resource.allBut;

const readTwoWays = (entry: Entry): boolean => resourcePatterns(entry).some(isReadTwoWays);

/** A policy variable is a condition on the request, which the pattern does not show; a missing value is still to come. */
const hasVariable = (entry: Entry, { withVariables }: PreparedStatement): boolean =>
  resourcePatterns(entry).some(
    (text) => (withVariables && text.includes('${')) || placeholderNames(text).length > 0,
  );

const UNKNOWN: ReadonlySet<ReachLimit['code']> = new Set([
  'readTwoWays',
  'notOfType',
  'actionNotListed',
  'serviceNotLoaded',
]);

function stateOf(limits: readonly ReachLimit[], isConditional: boolean): ReachState {
  if (limits.some(({ code }) => UNKNOWN.has(code))) return 'unknown';
  return isConditional || limits.length > 0 ? 'conditional' : 'allowed';
}

/** What AWS’s lists say of the action on an entry; nothing where the entry is for other actions of the statement, or of no effect. */
function typedIn({ facts }: GrantedAction, entry: Entry, entries: readonly Entry[]): Typed | undefined {
  if (!facts) return { target: entry.target, types: [], fits: true };
  const types = typesOf(facts);
  if (types.length === 0)
    return namesEverything(entry) ? { target: { kind: 'none' }, types, fits: true } : undefined;
  const fitting = types.filter(entry.isOfType);
  if (fitting.length > 0) return { target: entry.target, types: fitting, fits: true };
  const other = entries.some(({ isOfType }) => types.some(isOfType));
  return other ? undefined : { target: entry.target, types: [], fits: false };
}

/** Only what matches `*` is compared with a call that names no resource. */
const namesEverything = ({ target }: Entry): boolean =>
  target.kind === 'pattern'
    ? /^(?:\*|<\w+>|\$\{[^}]*\})+$/.test(target.text)
    : target.kind === 'allBut' && !target.texts.some((text) => /^\*+$/.test(text));

const isPassedTo = (key: string): boolean => key.toLowerCase() === 'iam:passedtoservice';

/** The services that a role can be passed to, where a condition names them and nothing else. */
function passedTo(can: ReachRow['can'], { Condition = {} }: Statement): readonly string[] | undefined {
  if (can !== 'pass') return undefined;
  const found = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([key]) => isPassedTo(key))
      .map(([, values]) => ({ operator, values: listOf(values) })),
  );
  const [only, ...others] = found;
  return only && others.length === 0 && /^String(?:Equals|Like)$/i.test(only.operator)
    ? only.values
    : undefined;
}
