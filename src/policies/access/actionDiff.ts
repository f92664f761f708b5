import { listOf, type PolicyDocument, type Statement } from '../language/policy.ts';
import { PrefixIndex } from '../language/prefixIndex.ts';
import { coversAction, coversArn } from '../language/subsumes.ts';

/** How the actions that two documents name differ. One that the other names by a pattern is no other action. */
export interface ActionChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** In both, but with other resources, conditions or principals. */
  readonly rescoped: readonly string[];
  readonly deniedAdded: readonly string[];
  readonly deniedRemoved: readonly string[];
}

interface Scope {
  readonly resource: string;
  /** Conditions and principals. */
  readonly rest: string;
}

/** By what is written for an action: `resource rest`. */
type Scopes = ReadonlyMap<string, Scope>;

type ScopesOfActions = ReadonlyMap<string, Scopes>;

/**
 * Compares the actions that two documents name, without the order and the Sids of their statements. If one side has `s3:*` and the
 * other `s3:GetObject`, the pattern is added or removed, and the scope of the name can differ. This is a comparison of policy text by action, not of access.
 */
export function compareActions(before: PolicyDocument, after: PolicyDocument): ActionChanges {
  const allowed = sidesOf(before, after, 'Allow');
  const denied = sidesOf(before, after, 'Deny');
  return {
    added: missingFrom(allowed.before, allowed.after),
    removed: missingFrom(allowed.after, allowed.before),
    rescoped: [...allowed.after].flatMap(([action, scopes]) =>
      differs(allowed.before.get(action), scopes) ? action : [],
    ),
    deniedAdded: missingFrom(denied.before, denied.after),
    deniedRemoved: missingFrom(denied.after, denied.before),
  };
}

/** The scopes of every action that either side names, on each side. */
function sidesOf(before: PolicyDocument, after: PolicyDocument, effect: Statement['Effect']) {
  const [old, now] = [scopesOf(before, effect), scopesOf(after, effect)];
  return { before: withPatterns(old, [...now.keys()]), after: withPatterns(now, [...old.keys()]) };
}

/** With the actions of the other side that patterns of this one cover, and for each action the scopes of all that cover it. */
function withPatterns(named: ScopesOfActions, others: readonly string[]): ScopesOfActions {
  const patterns = new PrefixIndex<string>();
  for (const action of named.keys())
    if (/[*?]/.test(action) && !action.startsWith(ALL_BUT)) patterns.add(action.toLowerCase(), action);
  return new Map(
    [...new Set([...named.keys(), ...others])].flatMap((action) => {
      const own = named.get(action);
      const covering = patterns
        .candidates(action.toLowerCase())
        .filter((pattern) => pattern !== action && coversAction(pattern, action));
      if (covering.length === 0) return own ? [[action, own] as const] : [];
      const scopes = [action, ...covering].flatMap((one) => [...(named.get(one) ?? [])]);
      return [[action, new Map(scopes)] as const];
    }),
  );
}

function scopesOf(document: PolicyDocument, effect: Statement['Effect']): ScopesOfActions {
  const scopes = new Map<string, Map<string, Scope>>();
  for (const statement of document.Statement) {
    if (statement.Effect !== effect) continue;
    const added = scopeOf(statement).map((scope) => [`${scope.resource} ${scope.rest}`, scope] as const);
    for (const action of actionsOf(statement)) {
      const scopesOfAction = scopes.get(action) ?? new Map<string, Scope>();
      for (const [key, scope] of added) scopesOfAction.set(key, scope);
      scopes.set(action, scopesOfAction);
    }
  }
  return scopes;
}

const ALL_BUT = 'all but ';

const allBut = (entry: string): string => `${ALL_BUT}${entry}`;

function actionsOf(statement: Statement): readonly string[] {
  return [...listOf(statement.Action), ...listOf(statement.NotAction).map(allBut)];
}

/** One entry per resource, so that statements split over resources compare equal to a joined one. */
function scopeOf({ Resource, NotResource, Condition, Principal, NotPrincipal }: Statement): readonly Scope[] {
  const rest = JSON.stringify([Condition ?? null, Principal ?? null, NotPrincipal ?? null]);
  const resources = [...listOf(Resource), ...listOf(NotResource).map(allBut)];
  return (resources.length === 0 ? [''] : resources).map((resource) => ({ resource, rest }));
}

function missingFrom(there: ScopesOfActions, here: ScopesOfActions): readonly string[] {
  return [...here.keys()].filter((action) => !there.has(action)).sort();
}

function differs(one: Scopes | undefined, other: Scopes | undefined): boolean {
  if (!one || !other || isSame(one, other)) return false;
  return !isSame(widest(one), widest(other));
}

const isSame = (one: Scopes, other: Scopes): boolean =>
  one.size === other.size && [...one.keys()].every((scope) => other.has(scope));

/** Without the scopes that another one covers. What covers a resource begins, up to its first wildcard, as it does. */
function widest(scopes: Scopes): Scopes {
  const indexes = new Map<string, PrefixIndex<KeyedScope>>();
  for (const one of scopes) {
    const { rest, resource } = one[1];
    const index = indexes.get(rest) ?? new PrefixIndex<KeyedScope>();
    indexes.set(rest, index);
    if (!resource.startsWith(ALL_BUT)) index.add(resource, one);
  }
  const isCovered = ([key, narrow]: KeyedScope): boolean =>
    !narrow.resource.startsWith(ALL_BUT) &&
    indexes.get(narrow.rest)?.find(narrow.resource, ([other, wide]) => {
      if (other === key || !coversArn(wide.resource, narrow.resource)) return false;
      return !(coversArn(narrow.resource, wide.resource) && key < other);
    }) !== undefined;
  return new Map([...scopes].filter((one) => !isCovered(one)));
}

type KeyedScope = readonly [key: string, scope: Scope];
