import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { ChangeKind, ClauseDifference, PermissionChange } from './change.ts';
import { clauseDifferences } from './clauseDifferences.ts';
import { levelRank } from '../catalog/accessLevels.ts';
import { notComparedChange, notComparedPatterns } from './notComparedPatterns.ts';
import {
  actionPatterns,
  type ComparedPolicies,
  changedStatements,
  comparedPolicies,
} from './comparedPolicies.ts';
import { spokenActions } from './actionSpeakers.ts';
import { memoryOf } from './comparisonMemory.ts';
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
  const memory = memoryOf(catalog);
  const [old, now] = [comparedPolicies(before, memory), comparedPolicies(after, memory)];
  const changed = changedStatements(old, now);
  if (changed.length === 0) return notReadable(old, now);
  const universe = actionUniverse([...actionPatterns(old), ...actionPatterns(now)], catalog);
  const proofs = new ScopeProofs(memory);
  const groups = new ChangeGroups();
  const differencesBySignature = new Map<string, readonly ClauseDifference[]>();
  for (const spoken of spokenActions(old.statements, now.statements, changed, universe)) {
    const found =
      differencesBySignature.get(spoken.signature) ?? clauseDifferences(spoken.old(), spoken.now(), proofs);
    differencesBySignature.set(spoken.signature, found);
    const entry = universe.entries[spoken.place];
    if (entry) for (const difference of found) groups.add(entry, difference, memory.numberOf(difference));
  }
  return [
    ...groups.changes,
    ...notComparedPatterns({ old, now, changed }, universe, catalog, proofs),
    ...notReadable(old, now),
  ].toSorted(inOrder);
}

/** A change whose actions are still being collected. */
type Group = PermissionChange & { readonly actions: string[] };

/** Actions with the same difference share an entry, by service and access level. */
class ChangeGroups {
  readonly changes: Group[] = [];
  private readonly byNumber = new Map<number, Map<string, Group>>();

  /** `number`: the same for differences that say the same. */
  add(
    { service, accessLevel, level, name }: ComparedAction,
    difference: ClauseDifference,
    number: number,
  ): void {
    const groups = this.byNumber.get(number) ?? new Map<string, Group>();
    this.byNumber.set(number, groups);
    const earlier = groups.get(level);
    if (earlier) {
      earlier.actions.push(name);
      return;
    }
    const group = { ...difference, service, accessLevel, actions: [name] };
    groups.set(level, group);
    this.changes.push(group);
  }
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
