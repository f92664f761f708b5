import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { ChangeKind, PermissionChange } from './change.ts';
import { type ClauseDifference, differenceKey, clauseDifferences } from './clauseDifferences.ts';
import { levelRank } from '../catalog/accessLevels.ts';
import { notComparedChange, notComparedPatterns } from './notComparedPatterns.ts';
import {
  type ComparedStatement,
  statementsByAction,
  actionPatterns,
  type ComparedPolicies,
  changedStatements,
  comparedPolicies,
  entriesOf,
} from './comparedPolicies.ts';
import { ScopeProofs } from './scopeProofs.ts';
import { type ComparedAction, actionUniverse } from './actionUniverse.ts';

/**
 * Compares two sets of policies as access, not as text: wildcards are expanded against the catalog, and moved, merged, split
 * or renamed statements are silent, and so is what is proven to be no difference for any request. Sound for policies of one kind
 * that apply together: a request whose verdict differs between the sides has its action in some entry, or matches a pattern under
 * `notCompared`. Where nothing is proven it may tell of a change that is none. Statements that IAM would refuse are
 * `notCompared`; it never throws.
 */
export function comparePermissions(
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
  catalog: Catalog,
): readonly PermissionChange[] {
  const [old, now] = [comparedPolicies(before), comparedPolicies(after)];
  const changed = changedStatements(old, now);
  if (changed.length === 0) return notReadable(old, now);
  const universe = actionUniverse([...actionPatterns(old), ...actionPatterns(now)], catalog);
  const entries = new Set(changed.flatMap((one) => [...entriesOf(one, universe)]));
  const [oldBy, nowBy] = [old, now].map((side) => statementsByAction(side, universe, entries));
  const proofs = new ScopeProofs([...old.documents, ...now.documents]);
  const groups = new Map<string, Group>();
  const [numbers, keys] = [numbered([...old.statements, ...now.statements]), new Map<string, number>()];
  const differencesBySignature = new Map<string, readonly Keyed[]>();
  for (const entry of universe.entries) {
    if (!entries.has(entry)) continue;
    const [one, other] = [oldBy?.get(entry) ?? [], nowBy?.get(entry) ?? []];
    const [before, after] = [signatureOf(one, numbers), signatureOf(other, numbers)];
    if (before === after) continue;
    const signature = `${before} → ${after}`;
    const found = differencesBySignature.get(signature) ?? keyedDifferences(one, other, proofs, keys);
    differencesBySignature.set(signature, found);
    for (const difference of found) gather(groups, entry, difference);
  }
  return [
    ...groups.values(),
    ...notComparedPatterns({ old, now, changed }, universe, catalog, proofs),
    ...notReadable(old, now),
  ].toSorted(inOrder);
}

type Statements = readonly ComparedStatement[];
type Keyed = readonly [key: number, difference: ClauseDifference];

function numberOf(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** A number for each statement, the same for those that say the same: their ids are long. */
function numbered(statements: Statements): ReadonlyMap<ComparedStatement, number> {
  const numbers = new Map<string, number>();
  return new Map(statements.map((one) => [one, numberOf(one.id, numbers)]));
}

/** What statements say, each once, as text. */
function signatureOf(statements: Statements, numbers: ReadonlyMap<ComparedStatement, number>): string {
  const found: number[] = [];
  for (const statement of statements) {
    const number = numbers.get(statement);
    if (number !== undefined && !found.includes(number)) found.push(number);
  }
  return found.sort((one, other) => one - other).join();
}

const keyedDifferences = (
  one: Statements,
  other: Statements,
  proofs: ScopeProofs,
  keys: Map<string, number>,
): readonly Keyed[] =>
  clauseDifferences(one, other, proofs).map((difference) => [
    numberOf(differenceKey(difference), keys),
    difference,
  ]);

/** A change whose actions are still being collected. */
type Group = PermissionChange & { readonly actions: string[] };

/** Actions with the same difference share an entry, by service and access level. */
function gather(groups: Map<string, Group>, entry: ComparedAction, [key, difference]: Keyed): void {
  const { service, accessLevel } = entry;
  const group = `${service} ${accessLevel} ${key}`;
  const earlier = groups.get(group);
  if (earlier) earlier.actions.push(entry.name);
  else groups.set(group, { ...difference, service, accessLevel, actions: [entry.name] });
}

function notReadable(old: ComparedPolicies, now: ComparedPolicies): readonly PermissionChange[] {
  const [one, other] = [new Set(old.malformed), new Set(now.malformed)];
  const differs =
    old.malformed.some((text) => !other.has(text)) || now.malformed.some((text) => !one.has(text));
  return differs ? [notComparedChange('malformed', '*', [])] : [];
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
