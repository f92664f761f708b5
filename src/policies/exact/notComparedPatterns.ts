import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../catalog/lookup.ts';
import { coversAction } from '../language/subsumes.ts';
import { isPattern } from '../language/glob.ts';
import type { NotComparedReason, PermissionChange } from './change.ts';
import { clauseDifferences } from './clauseDifferences.ts';
import { coversScope, scopeKey } from './scope.ts';
import type { ScopeProofs } from './scopeProofs.ts';
import { actionPatterns, type ComparedPolicies } from './comparedPolicies.ts';
import type { ComparedStatement } from './comparedStatement.ts';
import { UNKNOWN_LEVEL, type ActionUniverse } from './actionUniverse.ts';

/**
 * Patterns that may match actions which are not in the data, and which the two sides treat differently. A statement with such a
 * pattern need not have changed: what changed beside it may concern those actions.
 */
export function notComparedPatterns(
  { old, now, changed }: ComparedSides,
  universe: ActionUniverse,
  catalog: Catalog,
  proofs: ScopeProofs,
): readonly PermissionChange[] {
  const open = new Map<string, string>();
  for (const pattern of [...actionPatterns(old), ...actionPatterns(now)])
    if (universe.isOpen(pattern)) open.set(pattern.toLowerCase(), open.get(pattern.toLowerCase()) ?? pattern);
  const byService = new Map<string, string[]>();
  for (const [lower, pattern] of open) {
    if (!changed.some((clause) => mayConcern(clause, lower))) continue;
    if (saysTheSame(speakersOf(old, lower), speakersOf(now, lower), proofs)) continue;
    const service = serviceOf(pattern);
    byService.set(service, [...(byService.get(service) ?? []), pattern]);
  }
  return [...byService].map(([service, actions]) =>
    notComparedChange(reasonOf(service, catalog), service, actions),
  );
}

/** Both sides, and the statements that only one of them has. */
export interface ComparedSides {
  readonly old: ComparedPolicies;
  readonly now: ComparedPolicies;
  readonly changed: readonly ComparedStatement[];
}

/** Whether a statement may be about some of the actions that a pattern matches. */
function mayConcern({ isExcept, wildcards }: ComparedStatement, pattern: string): boolean {
  if (isExcept) return !wildcards.some((text) => coversAction(text, pattern));
  return wildcards.some((text) => mayShare(text, pattern) || coversAction(text, pattern));
}

/** The statements about the unknown actions that a pattern matches: about all of them, and about some. */
interface Speakers {
  readonly ofAll: readonly ComparedStatement[];
  /** Each with its pattern and scope, as text. */
  readonly ofSome: ReadonlySet<string>;
}

const saysTheSame = (one: Speakers, other: Speakers, proofs: ScopeProofs): boolean =>
  one.ofSome.size === other.ofSome.size &&
  [...one.ofSome].every((key) => other.ofSome.has(key)) &&
  clauseDifferences(one.ofAll, other.ofAll, proofs).length === 0;

function speakersOf({ statements: clauses }: ComparedPolicies, pattern: string): Speakers {
  const ofAll: ComparedStatement[] = [];
  const some: { readonly clause: ComparedStatement; readonly by: readonly string[] }[] = [];
  for (const clause of clauses) {
    const speaking = speakingOf(clause, pattern);
    if (speaking === 'all') ofAll.push(clause);
    else if (speaking !== 'none') some.push({ clause, by: speaking });
  }
  return { ofAll, ofSome: new Set(some.flatMap(({ clause, by }) => partsOf(clause, by, ofAll))) };
}

/** Whether a statement is about all actions that a pattern matches, or about none of them; else the patterns by which it is about some. */
type Speaking = 'all' | 'none' | readonly string[];

const speakingByPattern = new WeakMap<ComparedStatement, Map<string, Speaking>>();

/** The same statement and pattern come with every comparison. */
function speakingOf(clause: ComparedStatement, pattern: string): Speaking {
  const known = speakingByPattern.get(clause) ?? new Map<string, Speaking>();
  const earlier = known.get(pattern);
  if (earlier) return earlier;
  const speaking = findSpeaking(clause, pattern);
  speakingByPattern.set(clause, known.set(pattern, speaking));
  return speaking;
}

function findSpeaking({ isExcept, wildcards: wild }: ComparedStatement, pattern: string): Speaking {
  const isCovering = wild.some((text) => coversAction(text, pattern));
  const touching = wild.filter((text) => mayShare(text, pattern));
  if (isExcept ? touching.length === 0 : isCovering) return 'all';
  if (isExcept ? isCovering : touching.length === 0) return 'none';
  return isExcept ? [`all but ${JSON.stringify(wild.toSorted())}`] : touching;
}

/** What a clause says of some of the actions, without what others of its effect say of all of them. */
function partsOf(
  clause: ComparedStatement,
  by: readonly string[],
  ofAll: readonly ComparedStatement[],
): readonly string[] {
  const sure = ofAll.filter(({ effect }) => effect === clause.effect).flatMap(({ scopes }) => scopes);
  return clause.scopes
    .filter((scope) => !sure.some((wide) => coversScope(wide, scope)))
    .flatMap((scope) => by.map((text) => `${clause.effect} ${text} ${scopeKey(scope)}`));
}

/** Whether an action may match both, by how they begin. */
function mayShare(one: string, other: string): boolean {
  const [start, begin] = [startOf(one), startOf(other)];
  return start.startsWith(begin) || begin.startsWith(start);
}

const startOf = (pattern: string): string => pattern.slice(0, pattern.search(/[*?]/));

function serviceOf(pattern: string): string {
  const [prefix] = splitAction(pattern);
  return prefix === '' || isPattern(prefix) ? '*' : prefix;
}

function reasonOf(service: string, catalog: Catalog): NotComparedReason {
  if (service === '*') return 'acrossServices';
  return catalog.service(service) ? 'futureActions' : 'serviceNotKnown';
}

export const notComparedChange = (
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
