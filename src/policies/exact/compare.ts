import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { ChangeKind, PermissionChange } from './change.ts';
import { type Difference, differenceKey, differencesOf } from './difference.ts';
import { levelRank } from '../catalog/accessLevels.ts';
import { entryOf, notComparedPatterns } from './openPatterns.ts';
import { type Clause, clausesByEntry, patternsOf, type Side, sideOf } from './side.ts';
import { type Entry, universeOf } from './universe.ts';

/**
 * Compares two sets of policies as access, not as text: wildcards are expanded against the catalog, and moved, merged, split
 * or renamed statements are silent. Sound for policies of one kind that apply together: a request whose verdict differs between
 * the sides has its action in some entry, or matches a pattern under `notCompared`. It may tell of a change where two patterns
 * together mean what others meant. Statements that IAM would refuse are `notCompared`; it never throws.
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
  const known = new Map<string, readonly Keyed[]>();
  for (const entry of universe.entries) {
    const [one, other] = [oldBy.get(entry), nowBy.get(entry)];
    if (sameClauses(one, other)) continue;
    const signature = `${idsOf(one)} → ${idsOf(other)}`;
    const found = known.get(signature) ?? keyedDifferences(one, other);
    known.set(signature, found);
    for (const difference of found) gather(groups, entry, difference);
  }
  return [
    ...groups.values(),
    ...notComparedPatterns(old, now, universe, catalog),
    ...notReadable(old, now),
  ].toSorted(inOrder);
}

type Clauses = ReadonlyMap<string, Clause>;
type Keyed = readonly [key: string, difference: Difference];

function sameClauses(one: Clauses | undefined, other: Clauses | undefined): boolean {
  if (one?.size !== other?.size) return false;
  return [...(one?.keys() ?? [])].every((id) => other?.has(id));
}

const idsOf = (clauses: Clauses | undefined): string => [...(clauses?.keys() ?? [])].toSorted().join('|');

const keyedDifferences = (one: Clauses | undefined, other: Clauses | undefined): readonly Keyed[] =>
  differencesOf([...(one?.values() ?? [])], [...(other?.values() ?? [])]).map((difference) => [
    differenceKey(difference),
    difference,
  ]);

/** Actions with the same difference share an entry, by service and access level. */
function gather(groups: Map<string, PermissionChange>, entry: Entry, [key, difference]: Keyed): void {
  const { service, accessLevel } = entry;
  const group = `${service} ${accessLevel} ${key}`;
  const known = groups.get(group);
  const actions = [...(known?.actions ?? []), entry.name];
  groups.set(group, { ...difference, service, accessLevel, actions });
}

function notReadable(old: Side, now: Side): readonly PermissionChange[] {
  const [one, other] = [new Set(old.malformed), new Set(now.malformed)];
  const differs =
    old.malformed.some((text) => !other.has(text)) || now.malformed.some((text) => !one.has(text));
  return differs ? [entryOf('malformed', '*', [])] : [];
}

const KINDS: readonly ChangeKind[] = ['widens', 'narrows', 'conditions', 'notCompared'];

/** Wider access first, and within it what matters most; what counts only beside other policies last. */
function inOrder(one: PermissionChange, other: PermissionChange): number {
  return (
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    Number(one.withoutAllow ?? false) - Number(other.withoutAllow ?? false) ||
    levelRank(one.accessLevel) - levelRank(other.accessLevel) ||
    one.service.localeCompare(other.service) ||
    (one.actions[0] ?? '').localeCompare(other.actions[0] ?? '')
  );
}
