import type { Catalog } from '../catalog/catalog.ts';
import { isPattern, splitAction } from '../checks/facts.ts';
import type { PolicyDocument, Statement } from '../document.ts';
import type { ChangeKind, NotComparedReason, PermissionChange } from './change.ts';
import { levelRank } from './explain.ts';
import { covers, keyOf, type Scope, sameResource } from './scope.ts';
import { type Clause, clausesByEntry, openPatterns, patternsOf, type Side, sideOf } from './side.ts';
import { type Entry, UNKNOWN_LEVEL, universeOf } from './universe.ts';

/**
 * Compares two sets of policies as access, not as text: wildcards are expanded against the catalog, and moved, merged, split
 * or renamed statements are silent. Sound for policies of one kind that apply together: a request whose verdict differs between
 * the sides has its action in some entry, or matches a pattern under `notCompared`. It may tell of a change where two patterns
 * together mean what others meant.
 */
export function comparePermissions(
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
  catalog: Catalog,
): readonly PermissionChange[] {
  const [old, now] = [sideOf(before), sideOf(after)];
  const universe = universeOf([...patternsOf(old), ...patternsOf(now)], catalog);
  const [oldBy, nowBy] = [clausesByEntry(old, universe), clausesByEntry(now, universe)];
  const groups = new Map<string, PermissionChange>();
  const differences = new Map<string, readonly Difference[]>();
  for (const entry of universe.entries) {
    const [one, other] = [oldBy.get(entry), nowBy.get(entry)];
    if (sameClauses(one, other)) continue;
    const signature = `${[...(one?.keys() ?? [])].toSorted().join('|')} → ${[...(other?.keys() ?? [])].toSorted().join('|')}`;
    const found =
      differences.get(signature) ?? differencesOf([...(one?.values() ?? [])], [...(other?.values() ?? [])]);
    differences.set(signature, found);
    found.forEach((difference, index) => gather(groups, `${signature} ${index}`, entry, difference));
  }
  return [...groups.values(), ...notCompared(old, now, universe, catalog)].toSorted(inOrder);
}

type Clauses = ReadonlyMap<string, Clause>;
type Difference = Pick<PermissionChange, 'kind' | 'effect' | 'from' | 'to'>;

function sameClauses(one: Clauses | undefined, other: Clauses | undefined): boolean {
  if (one?.size !== other?.size) return false;
  return [...(one?.keys() ?? [])].every((id) => other?.has(id));
}

/** Actions with the same difference share an entry, by service and access level. */
function gather(
  groups: Map<string, PermissionChange>,
  of: string,
  entry: Entry,
  difference: Difference,
): void {
  const { service, accessLevel } = entry;
  const group = `${service} ${accessLevel} ${of}`;
  const known = groups.get(group);
  const actions = [...(known?.actions ?? []), entry.name];
  groups.set(group, { ...difference, service, accessLevel, actions });
}

function differencesOf(old: readonly Clause[], now: readonly Clause[]): readonly Difference[] {
  const [oldAllow, nowAllow] = [scopesWith('Allow', old), scopesWith('Allow', now)];
  const [oldDeny, nowDeny] = [scopesWith('Deny', old), scopesWith('Deny', now)];
  const come = uncovered(nowAllow, [...oldAllow, ...nowDeny]);
  const gone = uncovered(oldAllow, [...nowAllow, ...oldDeny]);
  const added = uncovered(nowDeny, oldDeny);
  const lifted = uncovered(oldDeny, nowDeny);
  return [
    ...changesOf('Allow', come, gone, oldAllow, nowAllow),
    ...changesOf('Deny', lifted, added, nowDeny, oldDeny),
  ];
}

function scopesWith(effect: Statement['Effect'], clauses: readonly Clause[]): readonly Scope[] {
  const all = clauses.filter((clause) => clause.effect === effect).flatMap(({ scopes }) => scopes);
  return [...new Map(all.map((scope) => [keyOf(scope), scope])).values()];
}

const uncovered = (scopes: readonly Scope[], by: readonly Scope[]): readonly Scope[] =>
  scopes.filter((scope) => !by.some((wide) => covers(wide, scope)));

/**
 * The changes of one effect. `wider` are the scopes that make access wider: of Allow those that came, of Deny those that went;
 * `narrower` the others. `less` and `more` are all scopes of the side with less and with more of them.
 */
function changesOf(
  effect: Statement['Effect'],
  wider: readonly Scope[],
  narrower: readonly Scope[],
  less: readonly Scope[],
  more: readonly Scope[],
): readonly Difference[] {
  const swapped = (scope: Scope) => wider.some((other) => sameResource(scope, other));
  const changed = narrower.filter(
    (scope) => swapped(scope) || (effect === 'Allow' && more.some((other) => sameResource(scope, other))),
  );
  const both = wider.filter((scope) => narrower.some((other) => sameResource(scope, other)));
  const replaced =
    changed.length > 0 ? more.filter((scope) => changed.some((other) => sameResource(scope, other))) : [];
  const rest = { wider: without(wider, both), narrower: without(narrower, changed) };
  const difference = (
    kind: ChangeKind,
    from: readonly Scope[],
    to: readonly Scope[],
  ): readonly Difference[] =>
    from.length + to.length === 0
      ? []
      : [effect === 'Allow' ? { kind, effect, from, to } : { kind, effect, from: to, to: from }];
  return [
    ...(rest.wider.length > 0 ? difference('widens', without(less, more), rest.wider) : []),
    ...(rest.narrower.length > 0 ? difference('narrows', rest.narrower, without(more, less)) : []),
    ...(changed.length > 0 ? difference('conditions', changed, without(replaced, changed)) : []),
  ];
}

function without(scopes: readonly Scope[], others: readonly Scope[]): readonly Scope[] {
  const known = new Set(others.map(keyOf));
  return scopes.filter((scope) => !known.has(keyOf(scope)));
}

function notCompared(
  old: Side,
  now: Side,
  universe: ReturnType<typeof universeOf>,
  catalog: Catalog,
): readonly PermissionChange[] {
  const [one, other] = [openPatterns(old, universe), openPatterns(now, universe)];
  const patterns = [...differing(one, other), ...differing(other, one)];
  const byService = new Map<string, string[]>();
  for (const pattern of new Set(patterns)) {
    const service = serviceOf(pattern);
    byService.set(service, [...(byService.get(service) ?? []), pattern]);
  }
  const open = [...byService].map(([service, actions]) =>
    entryOf(reasonOf(service, catalog), service, actions),
  );
  const malformed = [...old.malformed, ...now.malformed].filter(
    (text) => !(old.malformed.includes(text) && now.malformed.includes(text)),
  );
  return malformed.length > 0 ? [...open, entryOf('malformed', '*', [])] : open;
}

const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
  [...one].flatMap(([key, pattern]) => (other.has(key) ? [] : [pattern]));

function serviceOf(pattern: string): string {
  const [prefix] = splitAction(pattern);
  return prefix === '' || isPattern(prefix) ? '*' : prefix;
}

function reasonOf(service: string, catalog: Catalog): NotComparedReason {
  if (service === '*') return 'acrossServices';
  return catalog.service(service) ? 'futureActions' : 'serviceNotKnown';
}

const entryOf = (
  reason: NotComparedReason,
  service: string,
  actions: readonly string[],
): PermissionChange => ({
  kind: 'notCompared',
  effect: 'Allow',
  service,
  accessLevel: UNKNOWN_LEVEL,
  actions,
  from: [],
  to: [],
  reason,
});

const KINDS: readonly ChangeKind[] = ['widens', 'narrows', 'conditions', 'notCompared'];

/** Wider access first, and within it what matters most. */
function inOrder(one: PermissionChange, other: PermissionChange): number {
  return (
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    levelRank(one.accessLevel) - levelRank(other.accessLevel) ||
    one.service.localeCompare(other.service) ||
    (one.actions[0] ?? '').localeCompare(other.actions[0] ?? '')
  );
}
