import { canonicalCondition, canonicalValue } from '../../language/canonical.ts';
import { coversAction } from '../../language/subsumes.ts';
import { listOf, type Principal, type Statement } from '../../language/policy.ts';
import { subsumesResource } from '../../language/resourcePattern.ts';

/** A statement as access: who and under what condition, and pairs of actions and resources. */
export interface StatementAccess {
  /** Effect and principal in one order. */
  readonly frame: string;
  /** The condition in one order; empty for none. */
  readonly condition: string;
  readonly actions: readonly string[];
  /** One empty text where there is none, as in a trust policy. */
  readonly resources: readonly string[];
}

/** Nothing for a statement with a Not element: no template has one. */
export function accessOfStatement(statement: Statement): StatementAccess | undefined {
  const { Effect, Principal, Action, Resource, Condition, NotAction, NotResource, NotPrincipal } = statement;
  if (Action === undefined || NotAction || NotResource || NotPrincipal) return undefined;
  return {
    frame: `${Effect} ${Principal === undefined ? '' : JSON.stringify(canonicalPrincipal(Principal))}`,
    condition: Condition ? JSON.stringify(canonicalCondition(conditionAsText(Condition))) : '',
    actions: listOf(Action),
    resources: Resource === undefined ? [''] : listOf(Resource),
  };
}

const canonicalPrincipal = (principal: Principal) => {
  if (principal === '*') return principal;
  const entries = Object.entries(principal).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([type, values]) => [type, canonicalValue(values)]));
};

/** IAM reads numbers and booleans as text; parsing leaves them as they are. */
export function conditionAsText(
  condition: NonNullable<Statement['Condition']>,
): NonNullable<Statement['Condition']> {
  const text = (value: unknown): string | readonly string[] =>
    Array.isArray(value) ? value.map(String) : String(value);
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, text(value)])),
    ]),
  );
}

/** Larger statements are not compared: nothing that activities make is near it. */
const MAX_PAIRS = 20_000;

/**
 * Whether every action on every resource of a statement is in one of the others, on the same condition or on none. Sound for Allow
 * and for Deny: the statement adds nothing to the others.
 */
export function isAccessWithin(
  { frame, condition, actions, resources }: StatementAccess,
  others: readonly StatementAccess[],
): boolean {
  if (actions.length * resources.length > MAX_PAIRS) return false;
  const near = others.filter(
    (other) => other.frame === frame && (other.condition === '' || other.condition === condition),
  );
  if (near.length === 0) return false;
  return resources.every((resource) => {
    const on = near.filter((other) => coversAny(other.resources, resource, subsumesResource));
    return (
      on.length > 0 &&
      actions.every((action) => on.some((other) => coversAny(other.actions, action, coversAction)))
    );
  });
}

/** Whether two statements share any action on any resource that one of them covers. */
export function accessOverlaps(one: StatementAccess, other: StatementAccess): boolean {
  if (one.frame !== other.frame) return false;
  return one.resources.some((resource) =>
    one.actions.some((action) =>
      isAccessWithin({ ...one, actions: [action], resources: [resource] }, [other]),
    ),
  );
}

const coversAny = (
  wide: readonly string[],
  narrow: string,
  covers: (wide: string, narrow: string) => boolean,
): boolean => wide.includes(narrow) || wide.some((entry) => covers(entry, narrow));
