import { type Operator, readOperator } from '../language/conditionOperator.ts';
import { coversArn, patternSubsumes } from '../language/subsumes.ts';
import { listOf, type OneOrMany, type Principal, type Statement } from '../language/policy.ts';
import { isReadTwoWays, subsumesResource } from '../language/resourcePattern.ts';

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
  /** Whether `${…}` in it is a policy variable; nothing where there is none in it. */
  readonly variables?: boolean;
}

/** For whom and on what, as text. */
export const resourceKey = ({ principal, resource }: Scope): string =>
  `${principal} ${typeof resource === 'string' ? resource : JSON.stringify(resource)}`;

const keys = new WeakMap<Scope | Requirement, string>();

/** A scope or requirement as text: the same text means the same. */
export function scopeKey(scope: Scope | Requirement): string {
  const earlier = keys.get(scope);
  if (earlier !== undefined) return earlier;
  const key =
    'operator' in scope ? requirementKey(scope) : textOf(scope, requirementsKey(scope.requirements));
  keys.set(scope, key);
  return key;
}

const requirementKey = ({ operator, key, values }: Requirement): string =>
  JSON.stringify({ operator, key, values });

const requirementsKey = (requirements: readonly Requirement[]): string => requirements.map(scopeKey).join();

/** The scope as JSON: requirements are in many. Links keep what is made of it. */
function textOf({ principal, resource, variables }: Scope, requirements: string): string {
  const [who, what] = [JSON.stringify(principal), JSON.stringify(resource)];
  const read = variables === undefined ? '' : `,"variables":${variables}`;
  return `{"principal":${who},"resource":${what},"requirements":[${requirements}]${read}}`;
}

/** The scopes of a statement: one per principal and resource pattern. */
export function scopesOf(statement: Statement, withVariables: boolean): readonly Scope[] {
  const requirements = requirementsOf(statement);
  const text = requirementsKey(requirements);
  return principalsOf(statement).flatMap((principal) =>
    resourcesOf(statement).map((resource): Scope => {
      const plain = { principal, resource, requirements };
      const key = textOf(plain, text);
      const scope = key.includes('${') ? { ...plain, variables: withVariables } : plain;
      keys.set(scope, textOf(scope, text));
      return scope;
    }),
  );
}

function principalsOf({ Principal, NotPrincipal }: Statement): readonly string[] {
  if (NotPrincipal !== undefined) return [`all but ${namesOf(NotPrincipal).toSorted().join(', ')}`];
  return Principal === undefined ? ['*'] : namesOf(Principal);
}

function namesOf(principal: Principal): readonly string[] {
  if (principal === '*') return ['*'];
  return Object.entries(principal).flatMap(([type, names]: readonly [string, OneOrMany]) =>
    listOf(names).map((name) => (type === 'AWS' && name === '*' ? '*' : `${type}: ${shortened(name)}`)),
  );
}

/** The ARN of an account and its bare number name the same. */
const shortened = (name: string): string => /^arn:[^:]*:iam::(\d{12}):root$/.exec(name)?.[1] ?? name;

/** In place of the resource of a policy that names none. */
export const ATTACHED_RESOURCE = 'what it is attached to';

/** A policy without a resource applies to the resource that it is attached to. */
function resourcesOf({ Resource, NotResource }: Statement): readonly Scope['resource'][] {
  if (NotResource !== undefined) return [{ allBut: [...new Set(listOf(NotResource))].toSorted() }];
  return Resource === undefined ? [ATTACHED_RESOURCE] : [...new Set(listOf(Resource))];
}

/** `ArnEquals` does what `ArnLike` does. */
const comparable = (operator: string): string =>
  operator.toLowerCase().replace(/arn(not)?equals/, (_, negated: string = '') => `arn${negated}like`);

function requirementsOf({ Condition = {} }: Statement): readonly Requirement[] {
  const all = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      const name = comparable(operator);
      const texts = [values].flat().map(String);
      const read = name.includes('bool') ? texts.map((text) => text.toLowerCase()) : texts;
      return { operator: name, key: key.toLowerCase(), values: [...new Set(read)].toSorted(), written: key };
    }),
  );
  return all.toSorted((one, other) => (scopeKey(one) < scopeKey(other) ? -1 : 1));
}

/**
 * Whether `wide` applies to every request that `narrow` applies to. Sound: true only if it does; false can also mean that it couldn't
 * be shown.
 */
export function coversScope(wide: Scope, narrow: Scope): boolean {
  const sameReading =
    wide.variables === undefined || narrow.variables === undefined || wide.variables === narrow.variables;
  return (
    sameReading &&
    (wide.principal === '*' || wide.principal === narrow.principal) &&
    wide.requirements.every((needed) =>
      narrow.requirements.some((given) => impliesRequirement(given, needed)),
    ) &&
    coversResources(wide.resource, narrow.resource)
  );
}

/** Whether AWS may read its resource in two ways. */
export const hasTwoReadings = ({ resource }: Scope): boolean =>
  typeof resource === 'string' ? isReadTwoWays(resource) : resource.allBut.some(isReadTwoWays);

function coversResources(wide: Scope['resource'], narrow: Scope['resource']): boolean {
  if (wide === '*') return true;
  if (typeof wide === 'string') return typeof narrow === 'string' && subsumesResource(wide, narrow);
  if (typeof narrow === 'string') return false;
  return wide.allBut.every((left) => narrow.allBut.some((other) => subsumesResource(other, left)));
}

/** Whether a requirement that holds makes another hold. */
export function impliesRequirement(given: Requirement, needed: Requirement): boolean {
  if (given.key !== needed.key) return false;
  const [one, other] = [readOperator(given.operator), readOperator(needed.operator)];
  if (!one || !other || one.qualifier !== other.qualifier || !isSameTest(one, other)) return false;
  if (
    one.ifExists &&
    !other.ifExists &&
    !(one.negated && one.qualifier === undefined) &&
    one.qualifier !== 'ForAllValues'
  )
    return false;
  const [few, many] = one.negated ? [needed, given] : [given, needed];
  const [narrow, wide] = one.negated ? [other, one] : [one, other];
  return few.values.every((value) => many.values.some((pattern) => coversText(wide, pattern, narrow, value)));
}

/** `StringEquals` and `StringLike` ask the same of a value that has no wildcard. */
const isSameTest = (one: Operator, other: Operator): boolean =>
  one.name === other.name || (isPlainText(one) && isPlainText(other) && one.negated === other.negated);

const isPlainText = ({ name }: Operator): boolean => /^String(?:Not)?(?:Equals|Like)$/.test(name);

/** Whether all that a text of one operator matches is matched by a text of another. */
function coversText(wide: Operator, pattern: string, narrow: Operator, value: string): boolean {
  if (pattern === value) return wide.name === narrow.name || wide.wildcards || !/[*?]/.test(value);
  if (!wide.wildcards) return false;
  return wide.family === 'Arn' ? coversArn(pattern, value) : patternSubsumes(pattern, value);
}
