import { type Effect, listOf, type OneOrMany, type Statement } from '../language/policy.ts';
import { globMatcher } from '../language/glob.ts';
import { type ResourceMatchers, resourceMatchers } from '../language/resourcePattern.ts';
import { type ConditionClause, readClause } from './conditions/clause.ts';
import { truthOfAbsentKey } from './requestContext.ts';
import type { TextMatcher } from '../language/arnMatch.ts';
import type { PlacedDocument, StatementRef } from './policySet.ts';
import { type PrincipalMatcher, principalMatcher } from './principal.ts';
import type { ReadRequest } from './request.ts';
import { isUnresolvedVariable, type VariableTemplate, variableTemplate } from './policyVariables.ts';
import { both, NO, not, type Truth, YES } from './ternary.ts';

/** A statement ready to be matched. */
export interface PreparedStatement {
  readonly ref: StatementRef;
  readonly level: number;
  readonly effect: Effect;
  readonly statement: Statement;
  /** Whether `${…}` in it is a policy variable: so since version 2012-10-17. */
  readonly withVariables: boolean;
  readonly clauses: readonly ConditionClause[];
  /** Whether it names the action, given in lower case. */
  readonly action: TextMatcher;
  readonly principal: PrincipalMatcher;
  resource(request: ReadRequest): Truth;
  /** Patterns that match the resource of the request in one reading only; mostly there can be none. */
  readonly readTwoWays: ((request: ReadRequest) => readonly string[]) | undefined;
}

/** Prepares a statement whose shape has been checked. Variables are text unless the policy's version is 2012-10-17. */
export function prepareStatement(
  statement: Statement,
  ref: StatementRef,
  { level }: PlacedDocument,
  withVariables: boolean,
): PreparedStatement {
  const patterns = patternsOf(statement, withVariables);
  const twoWays = patterns.filter(mayDiffer);
  return {
    ref,
    level,
    effect: statement.Effect,
    statement,
    withVariables,
    clauses: clausesOf(statement, withVariables),
    action: actionMatcher(statement),
    principal: principalMatcher(statement),
    resource: resourceMatcher(statement, patterns),
    readTwoWays:
      twoWays.length === 0
        ? undefined
        : (request) => twoWays.flatMap((pattern) => (differs(pattern, request) ? pattern.written : [])),
  };
}

const differs = (pattern: ResourcePattern, request: ReadRequest): boolean =>
  matches(pattern, { ...request, reading: 'fields' }) !== matches(pattern, { ...request, reading: 'plain' });

/** Conditions can have numbers, true and false, too; IAM reads them as text. */
const conditionTexts = (values: OneOrMany): readonly string[] =>
  listOf(Array.isArray(values) ? values : String(values)).map(String);

function clausesOf({ Condition = {} }: Statement, withVariables: boolean): readonly ConditionClause[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(
      ([key, values]) => readClause(operator, key, conditionTexts(values), withVariables) ?? [],
    ),
  );
}

function actionMatcher({ Action, NotAction }: Statement): TextMatcher {
  const matchers = listOf(Action ?? NotAction).map((pattern) => globMatcher(pattern.toLowerCase()));
  const named: TextMatcher = (action) => matchers.some((matches) => matches(action));
  return Action === undefined ? (action) => !named(action) : named;
}

/** A policy of a resource may leave its resource out; it is the one that it is attached to. */
function resourceMatcher(
  { Resource, NotResource }: Statement,
  patterns: readonly ResourcePattern[],
): PreparedStatement['resource'] {
  if (Resource === undefined && NotResource === undefined) return () => YES;
  const named = (request: ReadRequest): Truth => anyOf(patterns, request);
  return Resource === undefined ? (request) => not(named(request)) : named;
}

interface ResourcePattern {
  readonly written: string;
  readonly template: VariableTemplate;
  readonly matchers: ResourceMatchers | undefined;
}

const patternsOf = ({ Resource, NotResource }: Statement, withVariables: boolean) =>
  listOf(Resource ?? NotResource).map((written): ResourcePattern => {
    const template = variableTemplate(written, withVariables);
    return { written, template, matchers: template.fixed && resourceMatchers(template.fixed) };
  });

function anyOf(patterns: readonly ResourcePattern[], request: ReadRequest): Truth {
  let found: Truth = NO;
  for (const pattern of patterns) {
    const match = matches(pattern, request);
    if (match === YES) return YES;
    if (match > found) found = match;
  }
  return found;
}

function matches({ template, matchers }: ResourcePattern, request: ReadRequest): Truth {
  if (matchers) return inReading(matchers, request);
  const text = template.resolve(request.context);
  return isUnresolvedVariable(text)
    ? truthOfAbsentKey(request.context, text.missing)
    : inReading(resourceMatchers(text), request);
}

function inReading({ fields, plain }: ResourceMatchers, { resource, reading }: ReadRequest): Truth {
  const matcher = plain !== undefined && reading === 'plain' ? plain : fields;
  return matcher(resource) ? YES : NO;
}

/** Patterns that may have two readings; with a variable at its start, or in fewer than six fields, it depends on the value. */
function mayDiffer({ written, matchers }: ResourcePattern): boolean {
  if (matchers) return matchers.plain !== undefined;
  const fields = written.replaceAll(/\$\{[^}]*\}/g, 'x').split(':').length;
  return written.includes('*') && (fields < 6 || written.startsWith('${'));
}

/** Whether a statement that names the action applies to the request. */
export function statementApplies(statement: PreparedStatement, request: ReadRequest): Truth {
  if (statement.principal(request.caller) === undefined) return NO;
  let found = statement.resource(request);
  for (const clause of statement.clauses) {
    if (found === NO) return NO;
    found = both(found, clause.test(request.context));
  }
  return found;
}
