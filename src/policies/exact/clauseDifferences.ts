import type { Statement } from '../language/policy.ts';
import { PrefixIndex } from '../language/prefixIndex.ts';
import type { ChangeKind, PermissionChange } from './change.ts';
import { coversScope, hasTwoReadings, scopeKey, resourceKey, type Scope } from './scope.ts';
import type { ComparedStatement } from './comparedPolicies.ts';
import type { ScopeProofs } from './scopeProofs.ts';

/** A difference between two sides' statements about an action. */
export type ClauseDifference = Pick<
  PermissionChange,
  'kind' | 'effect' | 'from' | 'to' | 'withoutAllow' | 'reason'
>;

/**
 * What widens, narrows or changes its conditions between the clauses that speak of an action on either side. What is proven to be
 * no difference is left out, and a Deny that is proven to take nothing away here, and to have taken nothing away, is listed apart.
 */
export function clauseDifferences(
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

/** The same difference has the same key, whichever statements it came from. */
export const differenceKey = ({ kind, effect, from, to, withoutAllow }: ClauseDifference): string =>
  [kind, effect, withoutAllow, ...from.map(scopeKey).toSorted(), 'to', ...to.map(scopeKey).toSorted()].join(
    '|',
  );

function scopesWith(effect: Statement['Effect'], clauses: readonly ComparedStatement[]): readonly Scope[] {
  const all = clauses.filter((clause) => clause.effect === effect).flatMap(({ scopes }) => scopes);
  return [...new Map(all.map((scope) => [scopeKey(scope), scope])).values()];
}

/** Scopes that no one of the others covers. Whatever covers a resource begins, up to its first wildcard, as it does. */
function uncovered(scopes: readonly Scope[], by: readonly Scope[]): readonly Scope[] {
  const same = new Set(by.map(scopeKey));
  const rest = scopes.filter((scope) => !same.has(scopeKey(scope)));
  if (rest.length === 0) return rest;
  const index = new PrefixIndex<Scope>();
  const except = by.filter(({ resource }) => typeof resource !== 'string');
  for (const scope of by) if (typeof scope.resource === 'string') index.add(scope.resource, scope);
  return rest.filter((scope) => {
    const near = typeof scope.resource === 'string' ? index.candidates(scope.resource) : index.candidates('');
    return ![...near, ...except].some((wide) => coversScope(wide, scope));
  });
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
  const onlyWider = wider.filter((scope) => !isIn(inNarrower, scope));
  const onlyNarrower = without(narrower, changed);
  const difference = (kind: ChangeKind, from: readonly Scope[], to: readonly Scope[]): ClauseDifference =>
    effect === 'Allow' ? { kind, effect, from, to } : { kind, effect, from: to, to: from };
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
  const [from, to] = effect === 'Allow' ? [narrower, wider] : [wider, narrower];
  return [
    ...changesOf(effect, sure(wider), sure(narrower), less, more),
    {
      kind: 'notCompared',
      effect,
      from: from.filter(hasTwoReadings),
      to: to.filter(hasTwoReadings),
      reason: 'readTwoWays',
    },
  ];
}

const resourcesOf = (scopes: readonly Scope[]): ReadonlySet<string> => new Set(scopes.map(resourceKey));

const isIn = (resources: ReadonlySet<string> | undefined, scope: Scope): boolean =>
  resources?.has(resourceKey(scope)) === true;

function without(scopes: readonly Scope[], others: readonly Scope[]): readonly Scope[] {
  const keysOfOthers = new Set(others.map(scopeKey));
  return scopes.filter((scope) => !keysOfOthers.has(scopeKey(scope)));
}
