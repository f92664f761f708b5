import { type Operator, type OperatorFamily, readOperator } from '../../language/conditionOperator.ts';
import { type Context, truthWithoutValues } from '../requestContext.ts';
import type { Matcher } from '../arnMatch.ts';
import { isUnresolved, type Template, templateOf } from '../policyVariables.ts';
import { both, either, MAYBE, NO, not, type Truth, truthOf, YES } from '../ternary.ts';
import { ABSENT, type MatcherMaker, matcherMakerOf, PRESENT } from './matchers.ts';

/** One key under one operator. */
export interface Clause {
  /** As the policy writes it: `ForAllValues:StringEquals`. */
  readonly operator: string;
  readonly key: string;
  readonly lowerKey: string;
  readonly values: readonly string[];
  readonly negated: boolean;
  /** Whether `${…}` in its values is a policy variable: so since version 2012-10-17. */
  readonly withVariables: boolean;
  test(context: Context): Truth;
}

interface Compiled {
  readonly template: Template;
  readonly matcherFor: MatcherMaker;
  /** Where the value holds no variable. */
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
  const matcherFor = form && matcherMakerOf(form);
  if (!form || !matcherFor) return undefined;
  const lowerKey = key.toLowerCase();
  const substitutes = withVariables && VARIABLES.has(form.family);
  const compiled = values.map((value) => compile(matcherFor, templateOf(value, substitutes)));
  const test = form.name === 'Null' ? nullTest(lowerKey, compiled) : valueTest(lowerKey, form, compiled);
  return {
    operator: operatorText,
    key,
    lowerKey,
    values,
    negated: form.negated,
    withVariables: substitutes,
    test,
  };
}

const compile = (matcherFor: MatcherMaker, template: Template): Compiled => ({
  template,
  matcherFor,
  matcher: template.fixed && matcherFor(template.fixed),
});

/** A set with nothing but empty texts counts as no set where a set is asked about. */
const isNull = (values: readonly string[]): boolean => values.every((value) => value === '');

function nullTest(lowerKey: string, compiled: readonly Compiled[]): Clause['test'] {
  return (context) => {
    const values = context.values(lowerKey);
    if (!values && context.isUnknown(lowerKey)) return MAYBE;
    const isPresent = values !== undefined && !context.isNullSet(lowerKey);
    return matchOf(isPresent ? PRESENT : ABSENT, compiled, context);
  };
}

function valueTest(lowerKey: string, form: Operator, compiled: readonly Compiled[]): Clause['test'] {
  const whenMissing = withoutValues(form);
  const all = form.qualifier === 'ForAllValues' || (!form.qualifier && form.negated);
  return (context) => {
    const given = context.values(lowerKey);
    if (!given) return truthWithoutValues(context, lowerKey, whenMissing);
    if (form.qualifier && isNull(given)) return whenMissing;
    const matches = given.map((value) => matchOf(value, compiled, context));
    const hits = form.negated ? matches.map(not) : matches;
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

function matchOf(value: string, compiled: readonly Compiled[], context: Context): Truth {
  let found: Truth = NO;
  for (const one of compiled) {
    const match = one.matcher ? truthOf(one.matcher(value)) : matchResolved(value, one, context);
    if (match === YES) return YES;
    found = either(found, match);
  }
  return found;
}

/** A variable without a value matches nothing, so that a negated comparison holds. */
function matchResolved(value: string, { template, matcherFor }: Compiled, context: Context): Truth {
  const text = template.resolve(context);
  if (isUnresolved(text)) return truthWithoutValues(context, text.missing);
  return truthOf(matcherFor(text)(value));
}
