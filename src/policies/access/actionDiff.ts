import { listOf, type PolicyDocument, type Statement } from '../language/policy.ts';

/** How the named actions of two documents differ; wildcards are compared as written, not expanded. */
export interface ActionChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** In both, but with other resources, conditions or principals. */
  readonly rescoped: readonly string[];
  readonly deniedAdded: readonly string[];
  readonly deniedRemoved: readonly string[];
}

type Scopes = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Compares what two documents name, statement order and Sids aside. This is a comparison of policy text by action, not
 * of access: it does not know that `s3:*` holds `s3:GetObject`.
 */
export function compareActions(before: PolicyDocument, after: PolicyDocument): ActionChanges {
  const [allowedBefore, allowedAfter] = [scopesOf(before, 'Allow'), scopesOf(after, 'Allow')];
  const [deniedBefore, deniedAfter] = [scopesOf(before, 'Deny'), scopesOf(after, 'Deny')];
  return {
    added: missingFrom(allowedBefore, allowedAfter),
    removed: missingFrom(allowedAfter, allowedBefore),
    rescoped: [...allowedAfter.keys()].filter((action) =>
      differs(allowedBefore.get(action), allowedAfter.get(action)),
    ),
    deniedAdded: missingFrom(deniedBefore, deniedAfter),
    deniedRemoved: missingFrom(deniedAfter, deniedBefore),
  };
}

function scopesOf(document: PolicyDocument, effect: Statement['Effect']): Scopes {
  const scopes = new Map<string, Set<string>>();
  for (const statement of document.Statement) {
    if (statement.Effect !== effect) continue;
    for (const action of actionsOf(statement)) {
      const scopesOfAction = scopes.get(action) ?? new Set();
      for (const scope of scopeOf(statement)) scopesOfAction.add(scope);
      scopes.set(action, scopesOfAction);
    }
  }
  return scopes;
}

function actionsOf(statement: Statement): readonly string[] {
  return [...listOf(statement.Action), ...listOf(statement.NotAction).map((action) => `all but ${action}`)];
}

/** One entry per resource, so that statements split over resources compare equal to a joined one. */
function scopeOf({
  Resource,
  NotResource,
  Condition,
  Principal,
  NotPrincipal,
}: Statement): readonly string[] {
  const rest = JSON.stringify([Condition ?? null, Principal ?? null, NotPrincipal ?? null]);
  const resources = [...listOf(Resource), ...listOf(NotResource).map((resource) => `all but ${resource}`)];
  return resources.length === 0 ? [rest] : resources.map((resource) => `${resource} ${rest}`);
}

function missingFrom(there: Scopes, here: Scopes): readonly string[] {
  return [...here.keys()].filter((action) => !there.has(action)).sort();
}

function differs(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  if (!one || !other) return false;
  return one.size !== other.size || [...one].some((scope) => !other.has(scope));
}
