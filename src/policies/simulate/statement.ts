import { type Effect, listOf, type OneOrMany, type Statement } from '../document.ts';
import { globMatcher } from '../glob.ts';
import { type Clause, clauseOf } from './conditions/clause.ts';
import { type Context, missing } from './context.ts';
import { type Matcher, resourceGlobOf } from './glob.ts';
import type { PlacedDocument, StatementRef } from './policySet.ts';
import { type PrincipalMatcher, principalMatcher } from './principal.ts';
import type { ReadRequest } from './request.ts';
import { isUnresolved, type Template, templateOf } from './text.ts';
import { both, NO, not, type Truth, YES } from './truth.ts';

/** A statement ready to be matched. */
export interface PreparedStatement {
  readonly ref: StatementRef;
  readonly level: number;
  readonly effect: Effect;
  readonly statement: Statement;
  /** Whether `${…}` in it stands for a value. */
  readonly withVariables: boolean;
  readonly clauses: readonly Clause[];
  /** Whether it names the action, given in lower case. */
  readonly action: Matcher;
  readonly principal: PrincipalMatcher;
  resource(request: ReadRequest): Truth;
}

/** Prepares a statement whose shape has been checked. Variables are text unless the policy's version is 2012-10-17. */
export function prepareStatement(
  statement: Statement,
  ref: StatementRef,
  { level }: PlacedDocument,
  withVariables: boolean,
): PreparedStatement {
  return {
    ref,
    level,
    effect: statement.Effect,
    statement,
    withVariables,
    clauses: clausesOf(statement, withVariables),
    action: actionMatcher(statement),
    principal: principalMatcher(statement),
    resource: resourceMatcher(statement, withVariables),
  };
}

/** Numbers and true or false stand in conditions too; IAM reads them as text. */
const textsOf = (values: OneOrMany): readonly string[] =>
  listOf(Array.isArray(values) ? values : String(values)).map(String);

function clausesOf({ Condition = {} }: Statement, withVariables: boolean): readonly Clause[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(
      ([key, values]) => clauseOf(operator, key, textsOf(values), withVariables) ?? [],
    ),
  );
}

function actionMatcher({ Action, NotAction }: Statement): Matcher {
  const matchers = listOf(Action ?? NotAction).map((pattern) => globMatcher(pattern.toLowerCase()));
  const named: Matcher = (action) => matchers.some((matches) => matches(action));
  return Action === undefined ? (action) => !named(action) : named;
}

/** A policy of a resource may leave its resource out; it is the one that it is attached to. */
function resourceMatcher(
  { Resource, NotResource }: Statement,
  withVariables: boolean,
): PreparedStatement['resource'] {
  if (Resource === undefined && NotResource === undefined) return () => YES;
  const patterns = listOf(Resource ?? NotResource).map((pattern) => resourcePattern(pattern, withVariables));
  const named = (request: ReadRequest): Truth => anyOf(patterns, request);
  return Resource === undefined ? (request) => not(named(request)) : named;
}

interface ResourcePattern {
  readonly template: Template;
  readonly matcher: Matcher | undefined;
}

function resourcePattern(pattern: string, withVariables: boolean): ResourcePattern {
  const template = templateOf(pattern, withVariables);
  return { template, matcher: template.fixed && resourceGlobOf(template.fixed) };
}

function anyOf(patterns: readonly ResourcePattern[], { resource, context }: ReadRequest): Truth {
  let found: Truth = NO;
  for (const { template, matcher } of patterns) {
    const match = matcher ? (matcher(resource) ? YES : NO) : resolved(template, resource, context);
    if (match === YES) return YES;
    if (match > found) found = match;
  }
  return found;
}

function resolved(template: Template, resource: string, context: Context): Truth {
  const text = template.resolve(context);
  if (isUnresolved(text)) return missing(context, text.missing);
  return resourceGlobOf(text)(resource) ? YES : NO;
}

/** Whether a statement that names the action applies to the request. */
export function appliesTo(statement: PreparedStatement, request: ReadRequest): Truth {
  if (statement.principal(request.caller) === undefined) return NO;
  let found = statement.resource(request);
  for (const clause of statement.clauses) {
    if (found === NO) return NO;
    found = both(found, clause.test(request.context));
  }
  return found;
}
