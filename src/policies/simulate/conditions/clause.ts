import { type Operator, type OperatorFamily, readOperator } from '../../language/conditionOperator.ts';
import { type Context, missing } from '../requestContext.ts';
import type { Matcher } from '../arnMatch.ts';
import { isUnresolved, type Template, templateOf } from '../policyVariables.ts';
import { both, either, MAYBE, NO, not, type Truth, truthOf, YES } from '../ternary.ts';
import { findConditionOperator } from './index.ts';
import { ABSENT, PRESENT } from './null.ts';
import type { ConditionOperator } from './operator.ts';

/** One key under one operator. */
export interface Clause {
  /** As the policy writes it: `ForAllValues:StringEquals`. */
  readonly operator: string;
  readonly key: string;
  readonly lowerKey: string;
  readonly values: readonly string[];
  readonly negated: boolean;
  /** Whether `${…}` in its values stands for a value. */
  readonly withVariables: boolean;
  test(context: Context): Truth;
}

interface Compiled {
  readonly template: Template;
  readonly matcher: Matcher | undefined;
}

/**
 * Operators whose values may hold variables; under the others `${…}` is text, which no number, date or address equals.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const VARIABLES: ReadonlySet<OperatorFamily> = new Set(['String', 'Arn', 'Bool']);

/**
 * A clause ready to be tested; nothing when IAM knows no such operator. Of several policy values one must match, for negated
 * operators none may.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function clauseOf(
  operatorText: string,
  key: string,
  values: readonly string[],
  withVariables: boolean,
): Clause | undefined {
  const form = readOperator(operatorText);
  const operator = form && findConditionOperator(form.name);
  if (!form || !operator) return undefined;
  const lowerKey = key.toLowerCase();
  const substitutes = withVariables && VARIABLES.has(form.family);
  const compiled = values.map((value) => compile(operator, templateOf(value, substitutes)));
  const test =
    form.name === 'Null'
      ? nullTest(lowerKey, operator, compiled)
      : valueTest(lowerKey, form, operator, compiled);
  return {
    operator: operatorText,
    key,
    lowerKey,
    values,
    negated: operator.negated,
    withVariables: substitutes,
    test,
  };
}

const compile = (operator: ConditionOperator, template: Template): Compiled => ({
  template,
  matcher: template.fixed && operator.matcher(template.fixed),
});

/** A set with nothing but empty texts counts as no set where a set is asked about. */
const isNull = (values: readonly string[]): boolean => values.every((value) => value === '');

function nullTest(
  lowerKey: string,
  operator: ConditionOperator,
  compiled: readonly Compiled[],
): Clause['test'] {
  return (context) => {
    const values = context.values(lowerKey);
    if (!values && context.isUnknown(lowerKey)) return MAYBE;
    const isPresent = values !== undefined && !context.isNullSet(lowerKey);
    return matchOf(isPresent ? PRESENT : ABSENT, operator, compiled, context);
  };
}

function valueTest(
  lowerKey: string,
  form: Operator,
  operator: ConditionOperator,
  compiled: readonly Compiled[],
): Clause['test'] {
  const whenMissing = withoutValues(form);
  return (context) => {
    const given = context.values(lowerKey);
    if (!given) return missing(context, lowerKey, whenMissing);
    if (form.qualifier && isNull(given)) return whenMissing;
    const hits = given.map((value) => hit(value, operator, compiled, context));
    const all = form.qualifier === 'ForAllValues' || (!form.qualifier && operator.negated);
    return all ? hits.reduce(both, YES) : hits.reduce(either, NO);
  };
}

/**
 * What holds for a key that is not in the request. `ForAllValues` holds, `ForAnyValue` does not; `IfExists` holds.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function withoutValues({ ifExists, qualifier, negated }: Operator): Truth {
  if (ifExists || qualifier === 'ForAllValues') return YES;
  return truthOf(qualifier === undefined && negated);
}

function hit(
  value: string,
  operator: ConditionOperator,
  compiled: readonly Compiled[],
  context: Context,
): Truth {
  const match = matchOf(value, operator, compiled, context);
  return operator.negated ? not(match) : match;
}

function matchOf(
  value: string,
  operator: ConditionOperator,
  compiled: readonly Compiled[],
  context: Context,
): Truth {
  let found: Truth = NO;
  for (const { template, matcher } of compiled) {
    const match = matcher ? truthOf(matcher(value)) : matchResolved(value, operator, template, context);
    if (match === YES) return YES;
    found = either(found, match);
  }
  return found;
}

/** A variable without a value matches nothing, so that a negated comparison holds. */
function matchResolved(
  value: string,
  operator: ConditionOperator,
  template: Template,
  context: Context,
): Truth {
  const text = template.resolve(context);
  if (isUnresolved(text)) return missing(context, text.missing);
  return truthOf(operator.matcher(text)(value));
}
