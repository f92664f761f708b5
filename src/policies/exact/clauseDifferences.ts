import type { Statement } from '../language/policy.ts';
import { PrefixIndex } from '../language/prefixIndex.ts';
import type { ChangeKind, ClauseDifference } from './change.ts';
import { coversScope, hasTwoReadings, scopeKey, resourceKey, type Scope } from './scope.ts';
import type { ComparedStatement } from './comparedStatement.ts';
import type { ScopeProofs } from './scopeProofs.ts';

/**
 * What widens, narrows or changes its conditions between the clauses that speak of an action on either side. What is proven to be
 * no difference is left out, and a Deny that is proven to take nothing away here, and to have taken nothing away, is listed apart.
 */
export function clauseDifferences(
  old: readonly ComparedStatement[],
  now: readonly ComparedStatement[],
  proofs: ScopeProofs,
): readonly ClauseDifference[] {
  const { differences } = proofs.memory;
  const key = `${placesOf(old)} ${placesOf(now)}`;
  const known = differences.get(key);
  if (known && proofs.pay(known.answers)) return known.differences;
  const { value, answers } = proofs.collect(() => findDifferences(old, now, proofs));
  if (!proofs.areUsedUp) differences.set(key, { differences: value, answers });
  return value;
}

const placesOf = (statements: readonly ComparedStatement[]): string =>
  statements.map(({ place }) => place).join();

function findDifferences(
  old: readonly ComparedStatement[],
  now: readonly ComparedStatement[],
  proofs: ScopeProofs,
): readonly ClauseDifference[] {
  const [oldAllow, nowAllow] = [scopesWith('Allow', old), scopesWith('Allow', now)];
  const [oldDeny, nowDeny] = [scopesWith('Deny', old), scopesWith('Deny', now)];
  const real = (scopes: readonly Scope[], by: readonly Scope[]) =>
    uncovered(scopes, by).filter((scope) => !proofs.isCovered(scope, by));
  const come = real(nowAllow, [...oldAllow, ...nowDeny]);
  const gone = real(oldAllow, [...nowAllow, ...oldDeny]);
  const [addedBeside, added] = split(real(nowDeny, oldDeny), (scope) =>
    proofs.isApart(scope, oldAllow, oldDeny),
  );
  const [liftedBeside, lifted] = split(real(oldDeny, nowDeny), (scope) =>
    proofs.isApart(scope, nowAllow, nowDeny),
  );
  const beside = changesOf('Deny', liftedBeside, addedBeside, nowDeny, oldDeny);
  return [
    ...changesOf('Allow', come, gone, oldAllow, nowAllow),
    ...changesOf('Deny', lifted, added, nowDeny, oldDeny),
    ...beside.map((difference) => ({ ...difference, withoutAllow: true as const })),
  ];
}

/** Those of which something is so, and the others. */
function split<Value>(values: readonly Value[], is: (value: Value) => boolean) {
  const these = new Set(values.filter(is));
  return [[...these], values.filter((value) => !these.has(value))] as const;
}

function scopesWith(effect: Statement['Effect'], clauses: readonly ComparedStatement[]): readonly Scope[] {
  const all = clauses.filter((clause) => clause.effect === effect).flatMap(({ scopes }) => scopes);
  return [...new Map(all.map((scope) => [scopeKey(scope), scope])).values()];
}

/** Scopes that no one of the others covers. */
function uncovered(scopes: readonly Scope[], by: readonly Scope[]): readonly Scope[] {
  const same = new Set(by.map(scopeKey));
  const rest = scopes.filter((scope) => !same.has(scopeKey(scope)));
  if (rest.length === 0) return rest;
  const isCovered = coverOf(by);
  return rest.filter((scope) => !isCovered(scope));
}

/** Scopes that are no part of another of them; of several that say the same, the first. */
function widest(scopes: readonly Scope[]): readonly Scope[] {
  if (scopes.length < 2) return scopes;
  const isCovered = coverOf(scopes);
  const places = new Map(scopes.map((scope, place) => [scope, place]));
  const isBefore = (one: Scope, other: Scope) => (places.get(one) ?? 0) < (places.get(other) ?? 0);
  return scopes.filter(
    (scope) =>
      !isCovered(scope, (wide) => wide !== scope && (isBefore(wide, scope) || !coversScope(scope, wide))),
  );
}

type Cover = (scope: Scope, counts?: (wide: Scope) => boolean) => boolean;

/** Whether one of some scopes, of those that count, covers a scope. What covers a resource begins, up to its first wildcard, as it does. */
function coverOf(scopes: readonly Scope[]): Cover {
  const index = new PrefixIndex<Scope>();
  const except = scopes.filter(({ resource }) => typeof resource !== 'string');
  for (const scope of scopes) if (typeof scope.resource === 'string') index.add(scope.resource, scope);
  return (scope, counts = () => true) => {
    const near = index.candidates(typeof scope.resource === 'string' ? scope.resource : '');
    return [...near, ...except].some((wide) => coversScope(wide, scope) && counts(wide));
  };
}

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
): readonly ClauseDifference[] {
  const undecided = [...wider, ...narrower].some(hasTwoReadings);
  if (undecided) return undecidedChanges(effect, wider, narrower, less, more);
  if (wider.length + narrower.length === 0) return [];
  const [inWider, inNarrower, inMore] = [wider, narrower, more].map(resourcesOf);
  const changed = narrower.filter(
    (scope) => isIn(inWider, scope) || (effect === 'Allow' && isIn(inMore, scope)),
  );
  const inChanged = resourcesOf(changed);
  const replaced = more.filter((scope) => isIn(inChanged, scope));
  const onlyWider = widest(wider).filter((scope) => !isIn(inNarrower, scope));
  const onlyNarrower = without(widest(narrower), changed);
  const difference = (kind: ChangeKind, from: readonly Scope[], to: readonly Scope[]): ClauseDifference => {
    const [one, other] = [widest(from), widest(to)];
    return effect === 'Allow'
      ? { kind, effect, from: one, to: other }
      : { kind, effect, from: other, to: one };
  };
  return [
    ...(onlyWider.length > 0
      ? [difference('widens', onlyNarrower.length > 0 ? [] : without(less, more), onlyWider)]
      : []),
    ...(onlyNarrower.length > 0
      ? [difference('narrows', onlyNarrower, onlyWider.length > 0 ? [] : without(more, less))]
      : []),
    ...(changed.length > 0 ? [difference('conditions', changed, without(replaced, changed))] : []),
  ];
}

/** A change that depends on how AWS reads a pattern is not compared; the others are. */
function undecidedChanges(
  effect: Statement['Effect'],
  wider: readonly Scope[],
  narrower: readonly Scope[],
  less: readonly Scope[],
  more: readonly Scope[],
): readonly ClauseDifference[] {
  const sure = (scopes: readonly Scope[]) => scopes.filter((scope) => !hasTwoReadings(scope));
  const open = (scopes: readonly Scope[]) => widest(scopes).filter(hasTwoReadings);
  const [gone, come] = effect === 'Allow' ? [narrower, wider] : [wider, narrower];
  const [from, to] = [open(gone), open(come)];
  const changes = changesOf(effect, sure(wider), sure(narrower), less, more);
  if (from.length + to.length === 0) return changes;
  return [...changes, { kind: 'notCompared', effect, from, to, reason: 'readTwoWays' }];
}

const resourcesOf = (scopes: readonly Scope[]): ReadonlySet<string> => new Set(scopes.map(resourceKey));

const isIn = (resources: ReadonlySet<string> | undefined, scope: Scope): boolean =>
  resources?.has(resourceKey(scope)) === true;

function without(scopes: readonly Scope[], others: readonly Scope[]): readonly Scope[] {
  const keysOfOthers = new Set(others.map(scopeKey));
  return scopes.filter((scope) => !keysOfOthers.has(scopeKey(scope)));
}
