import { type Operator, type OperatorFamily, readOperator } from '../../language/conditionOperator.ts';
import { type RequestContext, truthOfAbsentKey } from '../requestContext.ts';
import type { TextMatcher } from '../../language/arnMatch.ts';
import { isUnresolvedVariable, type VariableTemplate, variableTemplate } from '../policyVariables.ts';
import { both, either, MAYBE, NO, not, type Truth, asTruth, YES } from '../ternary.ts';
import { KEY_ABSENT, type MatcherMaker, matcherMakerOf, KEY_PRESENT } from './matchers.ts';

/** One key under one operator. */
export interface ConditionClause {
  /** As the policy writes it: `ForAllValues:StringEquals`. */
  readonly operator: string;
  readonly key: string;
  readonly lowerKey: string;
  readonly values: readonly string[];
  readonly negated: boolean;
  /** Whether `${…}` in its values is a policy variable: so since version 2012-10-17. */
  readonly withVariables: boolean;
  test(context: RequestContext): Truth;
}

interface Compiled {
  readonly template: VariableTemplate;
  readonly matcherFor: MatcherMaker;
  /** Where the value holds no variable. */
  readonly matcher: TextMatcher | undefined;
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
export function readClause(
  operatorText: string,
  key: string,
  values: readonly string[],
  withVariables: boolean,
): ConditionClause | undefined {
  const form = readOperator(operatorText);
  const matcherFor = form && matcherMakerOf(form);
  if (!form || !matcherFor) return undefined;
  const lowerKey = key.toLowerCase();
  const substitutes = withVariables && VARIABLES.has(form.family);
  const compiled = values.map((value) => compile(matcherFor, variableTemplate(value, substitutes)));
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

const compile = (matcherFor: MatcherMaker, template: VariableTemplate): Compiled => ({
  template,
  matcherFor,
  matcher: template.fixed && matcherFor(template.fixed),
});

/** A set with nothing but empty texts counts as no set under ForAllValues and ForAnyValue. */
const isNull = (values: readonly string[]): boolean => values.every((value) => value === '');

function nullTest(lowerKey: string, compiled: readonly Compiled[]): ConditionClause['test'] {
  return (context) => {
    const values = context.values(lowerKey);
    if (!values && context.isUnknown(lowerKey)) return MAYBE;
    const isPresent = values !== undefined && !context.isNullSet(lowerKey);
    return matchOf(isPresent ? KEY_PRESENT : KEY_ABSENT, compiled, context);
  };
}

function valueTest(lowerKey: string, form: Operator, compiled: readonly Compiled[]): ConditionClause['test'] {
  const whenMissing = truthWhenAbsent(form);
  const all = form.qualifier === 'ForAllValues' || (!form.qualifier && form.negated);
  return (context) => {
    const given = context.values(lowerKey);
    if (!given) return truthOfAbsentKey(context, lowerKey, whenMissing);
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
export function truthWhenAbsent({ ifExists, qualifier, negated }: Operator): Truth {
  if (ifExists || qualifier === 'ForAllValues') return YES;
  return asTruth(qualifier === undefined && negated);
}

function matchOf(value: string, compiled: readonly Compiled[], context: RequestContext): Truth {
  let found: Truth = NO;
  for (const one of compiled) {
    const match = one.matcher ? asTruth(one.matcher(value)) : matchResolved(value, one, context);
    if (match === YES) return YES;
    found = either(found, match);
  }
  return found;
}

/** A variable without a value matches nothing, so that a negated comparison holds. */
function matchResolved(value: string, { template, matcherFor }: Compiled, context: RequestContext): Truth {
  const text = template.resolve(context);
  if (isUnresolvedVariable(text)) return truthOfAbsentKey(context, text.missing);
  return asTruth(matcherFor(text)(value));
}
