import type { Catalog } from '../../catalog/catalog.ts';
import { levelName, levelRank } from '../../catalog/accessLevels.ts';
import { matchedActions, splitAction } from '../../catalog/lookup.ts';
import type { Answer, Undecided } from '../../exact/answer.ts';
import type { PermissionChange } from '../../exact/change.ts';
import { inBothReadings } from '../../exact/compareExact.ts';
import { type ExactRequest, isAllowedInReplay } from '../../exact/replay/replay.ts';
import { allowEverything } from '../../compose/appliedPolicies.ts';
import { isPattern } from '../../language/glob.ts';
import { SharedTests } from '../../exact/question/tests.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import type { AccessComparison, AccessDifference, PolicyPair, RequestKind } from './accessDifference.ts';
import { narrowedTo } from './narrowedTo.ts';
import { withDefaultPolicy } from './withDefaultPolicy.ts';
import { withTypicalParts } from './withTypicalParts.ts';
import { simulatedWitness } from './simulatedWitness.ts';

/** More kinds than a reader looks at are not looked for one by one. */
const MOST_KINDS = 60;
const MOST_OTHER_KINDS = 6;

/**
 * Compares two lists of policies of one kind over every request, and finds a request for each kind of difference. Of service control
 * and resource control policies that only deny, the policy that AWS attaches beside them allows everything. `changes`: what
 * `comparePermissions` says of them, which is where to look; nothing is counted that has no request. Yields between two questions,
 * the answer last.
 */
export function* compareEveryRequest(
  asked: PolicyPair,
  changes: readonly PermissionChange[],
  catalog: Catalog,
): Generator<AccessComparison | undefined> {
  const pair = { ...withDefaultPolicy(asked), shared: new SharedTests() };
  const groups = (kind: PermissionChange['kind']) =>
    actionGroups(changes.filter((change) => change.kind !== kind));
  const newAccess = yield* difference(pair, 'new', groups('narrows'), catalog);
  const removedAccess = yield* difference(pair, 'removed', groups('widens'), catalog);
  yield { newAccess, removedAccess };
}

type Direction = 'new' | 'removed';

/** With what has been read of the policies. */
interface AskedPair extends PolicyPair {
  readonly shared: SharedTests;
}

interface ActionGroup {
  readonly service: string;
  readonly accessLevel: string;
  readonly actions: readonly string[];
}

/** The actions that differ, by service and access level, those that can do most harm first. */
function actionGroups(changes: readonly PermissionChange[]): readonly ActionGroup[] {
  const groups = new Map<string, ActionGroup>();
  for (const { service, accessLevel, actions } of changes) {
    const named = actions.filter((action) => !isPattern(action));
    if (named.length === 0) continue;
    const key = `${service} ${accessLevel}`;
    const all = [...new Set([...(groups.get(key)?.actions ?? []), ...named])];
    groups.set(key, { service, accessLevel, actions: all });
  }
  return [...groups.values()]
    .toSorted((one, other) => levelRank(one.accessLevel) - levelRank(other.accessLevel))
    .slice(0, MOST_KINDS);
}

function* difference(
  pair: AskedPair,
  direction: Direction,
  groups: readonly ActionGroup[],
  catalog: Catalog,
): Generator<undefined, AccessDifference> {
  const whole = allowedByOne(pair, direction);
  yield undefined;
  const reading = whole.otherReading && { otherReading: whole.otherReading };
  if (whole.kind === 'none')
    return { state: 'none', ...(deniesLess(pair, direction) && { denials: true }), ...reading };
  if (whole.kind === 'undecided' && whole.because.reason === 'malformed')
    return { state: 'undecided', because: whole.because };
  const search: KindSearch = { pair, direction, catalog, kinds: [], covered: [] };
  const undecided: Undecided[] = whole.kind === 'undecided' ? [whole.because] : [];
  for (const group of groups) {
    const because = kindOfGroup(group, search);
    if (because) undecided.push(because);
    yield undefined;
  }
  const others = yield* otherKinds(search);
  const { kinds } = search;
  const [because = typeof others === 'string' ? NOT_REPLAYED : others] = undecided;
  if (kinds.length === 0) return { state: 'undecided', because, ...reading };
  return { state: 'some', kinds, others: undecided.length > 0 ? because : others, ...reading };
}

const NOT_REPLAYED: Undecided = { reason: 'notReplayed' };

/** The kinds that were found, and the actions of which there is nothing more to say. */
interface KindSearch {
  readonly pair: AskedPair;
  readonly direction: Direction;
  readonly catalog: Catalog;
  readonly kinds: RequestKind[];
  readonly covered: string[];
}

/** Looks for a request of a group; gives why that is not decided. What is not found is left to `otherKinds`, which reads all of both sides. */
function kindOfGroup(group: ActionGroup, search: KindSearch): Undecided | undefined {
  const { pair, direction, catalog, covered } = search;
  const { actions } = group;
  const narrow = {
    ...pair,
    before: narrowedTo(pair.before, actions),
    after: narrowedTo(pair.after, actions),
  };
  const answer = allowedByOne(narrow, direction, denyAllBut(actions), catalog);
  if (answer.kind === 'none') return undefined;
  if (answer.kind === 'some' && !isAllowedByOne(pair, direction, answer.witness)) return NOT_REPLAYED;
  covered.push(...actions);
  if (answer.kind === 'undecided') return answer.because;
  addExampleOfLevel(group, answer.witness, search);
  return undefined;
}

/** Actions that policies name and AWS does not are one kind with those that no one names. */
function addExampleOfLevel(
  { service, accessLevel }: ActionGroup,
  found: ExactRequest,
  search: KindSearch,
): void {
  const { pair, direction, kinds, catalog } = search;
  if (kinds.some((kind) => kind.service === service && kind.accessLevel === accessLevel)) return;
  const witness = withTypicalParts(found, catalog, (one) => isAllowedByOne(pair, direction, one));
  kinds.push({ service, accessLevel, witness, simulated: simulatedWitness(pair, witness) });
}

/** Kinds of actions that no group has: of those that AWS has not published, and of services that patterns reach. */
function* otherKinds(search: KindSearch): Generator<undefined, 'none' | 'some' | Undecided> {
  const { pair, direction, catalog, covered } = search;
  for (let found = 0; found < MOST_OTHER_KINDS; found += 1) {
    const left = allowedByOne(pair, direction, deny(covered));
    yield undefined;
    if (left.kind === 'none') return 'none';
    if (left.kind === 'undecided') return left.because;
    const answer = allowedByOne(pair, direction, deny(covered), catalog);
    yield undefined;
    if (answer.kind !== 'some') return NOT_REPLAYED;
    const group = groupOf(answer.witness.action, catalog);
    covered.push(...group.actions);
    addExampleOfLevel(group, answer.witness, search);
  }
  return 'some';
}

/** The published actions of the same service and level; all of the service where the action is in no list. */
function groupOf(action: string, catalog: Catalog): ActionGroup {
  const service = splitAction(action)[0].toLowerCase();
  const level = matchedActions(catalog, action)?.[0]?.accessLevel;
  if (level === undefined) return { service, accessLevel: 'unknown', actions: [`${service}:*`] };
  const alike = (catalog.service(service)?.actions ?? []).filter(
    ({ accessLevel }) => levelName(accessLevel) === levelName(level),
  );
  return { service, accessLevel: levelName(level), actions: alike.map(({ name }) => name) };
}

const sidesOf = ({ before, after }: PolicyPair, direction: Direction) =>
  direction === 'new' ? ([after, before] as const) : ([before, after] as const);

/**
 * What one side allows, but for what another document denies, and the other side does not. The catalog decides nothing here: with it, a
 * request has an action that exists where it can.
 */
function allowedByOne(
  pair: AskedPair,
  direction: Direction,
  also?: PolicyDocument,
  catalog?: Catalog,
): Answer {
  const [one, other] = sidesOf(pair, direction);
  const { shared } = pair;
  return inBothReadings(also ? [...one, also] : one, other, catalog ? { catalog, shared } : { shared });
}

/** Whether one side lets a request through that the other denies, if other policies allow it; also where that is not decided. */
function deniesLess(pair: AskedPair, direction: Direction): boolean {
  const [one, other] = sidesOf(pair, direction);
  const { shared } = pair;
  return inBothReadings([allowEverything, ...one], [allowEverything, ...other], { shared }).kind !== 'none';
}

/** Whether one side alone allows a request, as policies say it word by word. */
function isAllowedByOne(pair: PolicyPair, direction: Direction, request: ExactRequest): boolean {
  const [one, other] = sidesOf(pair, direction);
  return (
    isAllowedInReplay(one, request, 'fields') === true &&
    isAllowedInReplay(other, request, 'fields') === false
  );
}

const denyAllBut = (actions: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', NotAction: actions, Resource: '*' }],
});

const deny = (actions: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: actions.length > 0 ? [{ Effect: 'Deny', Action: actions, Resource: '*' }] : [],
});
