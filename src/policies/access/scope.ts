import { readOperator } from '../checks/operator.ts';
import { coversResource } from '../cover.ts';
import { listOf, type OneOrMany, type Statement } from '../document.ts';

/** One key under one operator, comparable: names in lower case, values sorted. */
export interface Requirement {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** The key as the policy writes it, for the reader. Does not count in comparisons. */
  readonly written: string;
}

/** What one statement says of an action: for whom, on one resource pattern, and only if. */
export interface Scope {
  /** One principal, `*` where the policy names none; a `NotPrincipal` as `all but …`. */
  readonly principal: string;
  /** A pattern, or the patterns that are left out. */
  readonly resource: string | { readonly allBut: readonly string[] };
  readonly requirements: readonly Requirement[];
  /** Whether `${…}` in it stands for a value; nothing where there is none in it. */
  readonly variables?: boolean;
}

export const sameResource = (one: Scope, other: Scope): boolean =>
  one.principal === other.principal && textOf(one.resource) === textOf(other.resource);

export const keyOf = (scope: Scope | Requirement): string =>
  JSON.stringify(scope, (name, value: unknown) => (name === 'written' ? undefined : value));

const textOf = (resource: Scope['resource']): string => JSON.stringify(resource);

/** The scopes of a statement: one per principal and resource pattern. */
export function scopesOf(statement: Statement, withVariables: boolean): readonly Scope[] {
  const requirements = requirementsOf(statement);
  return principalsOf(statement).flatMap((principal) =>
    resourcesOf(statement).map((resource): Scope => {
      const scope = { principal, resource, requirements };
      return JSON.stringify(scope).includes('${') ? { ...scope, variables: withVariables } : scope;
    }),
  );
}

function principalsOf({ Principal, NotPrincipal }: Statement): readonly string[] {
  if (NotPrincipal !== undefined) return [`all but ${JSON.stringify(NotPrincipal)}`];
  if (Principal === undefined || Principal === '*') return ['*'];
  return Object.entries(Principal).flatMap(([type, names]: readonly [string, OneOrMany]) =>
    listOf(names).map((name) => (type === 'AWS' && name === '*' ? '*' : `${type}: ${name}`)),
  );
}

/** A policy without a resource speaks of the one that it is attached to. */
function resourcesOf({ Resource, NotResource }: Statement): readonly Scope['resource'][] {
  if (NotResource !== undefined) return [{ allBut: [...new Set(listOf(NotResource))].toSorted() }];
  return Resource === undefined ? ['*'] : [...new Set(listOf(Resource))];
}

function requirementsOf({ Condition = {} }: Statement): readonly Requirement[] {
  const all = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({
      operator: operator.toLowerCase(),
      key: key.toLowerCase(),
      values: [...new Set([values].flat().map(String))].toSorted(),
      written: key,
    })),
  );
  return all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Whether everything that `narrow` speaks of is spoken of by `wide`. Sound: never true when it should not be. */
export function covers(wide: Scope, narrow: Scope): boolean {
  const sameReading =
    wide.variables === undefined || narrow.variables === undefined || wide.variables === narrow.variables;
  return (
    sameReading &&
    (wide.principal === '*' || wide.principal === narrow.principal) &&
    coversResources(wide.resource, narrow.resource) &&
    wide.requirements.every((needed) => narrow.requirements.some((given) => implies(given, needed)))
  );
}

function coversResources(wide: Scope['resource'], narrow: Scope['resource']): boolean {
  if (wide === '*') return true;
  if (typeof wide === 'string') return typeof narrow === 'string' && coversResource(wide, narrow);
  if (typeof narrow === 'string') return false;
  return wide.allBut.every((left) => narrow.allBut.some((other) => coversResource(other, left)));
}

/** Whether a requirement that holds makes another hold. */
export function implies(given: Requirement, needed: Requirement): boolean {
  if (given.key !== needed.key) return false;
  const [one, other] = [readOperator(given.operator), readOperator(needed.operator)];
  if (!one || !other || one.name !== other.name || one.qualifier !== other.qualifier) return false;
  if (
    one.ifExists &&
    !other.ifExists &&
    !(one.negated && one.qualifier === undefined) &&
    one.qualifier !== 'ForAllValues'
  )
    return false;
  const [few, many] = one.negated ? [needed.values, given.values] : [given.values, needed.values];
  return few.every((value) => many.includes(value));
}
