import type { KeyType } from '../catalog/service.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { withCondition } from './examples.ts';
import { isMultivalued, keyTypeOf } from '../catalog/lookup.ts';
import type { Operator, OperatorFamily } from '../language/conditionOperator.ts';
import type { ConditionUse } from './checkedStatement.ts';

const GOOD = withCondition({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } });
const TAGS = { 'aws:TagKeys': ['owner'] };

const invalidRule: Rule = {
  code: 'INVALID_CONDITION_OPERATOR',
  type: 'ERROR',
  message: 'The condition operator {operator} doesn’t exist.',
  advice: 'Check the spelling. Put ForAllValues: or ForAnyValue: before the operator and IfExists after it.',
  invalid: withCondition({ StringMatches: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
  valid: GOOD,
};
const nullIfExistsRule: Rule = {
  code: 'NULL_WITH_IF_EXISTS',
  type: 'ERROR',
  message: 'Null can’t be combined with IfExists.',
  advice: 'Null already checks whether the key is present. Remove IfExists.',
  invalid: withCondition({ NullIfExists: { 'aws:TokenIssueTime': 'true' } }),
  valid: withCondition({ Null: { 'aws:TokenIssueTime': 'true' } }),
};
const nullWithQualifierRule: Rule = {
  code: 'NULL_WITH_QUALIFIER',
  type: 'SUGGESTION',
  message: 'Null doesn’t need {qualifier}.',
  advice: 'Null checks whether the key is present, regardless of its values. Remove the qualifier.',
  invalid: withCondition({ 'ForAnyValue:Null': { 'aws:TagKeys': 'false' } }),
  valid: withCondition({ Null: { 'aws:TagKeys': 'false' } }),
};
const manyBooleansRule: Rule = {
  code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  type: 'ERROR',
  message: '{key} has more than one value with Bool.',
  advice: 'Together, true and false always match. Keep one.',
  invalid: withCondition({ Bool: { 'aws:SecureTransport': ['true', 'false'] } }),
  valid: withCondition({ Bool: { 'aws:SecureTransport': 'true' } }),
};
const mixedRule: Rule = {
  code: 'INVALID_CONDITION_DATA_TYPE',
  type: 'ERROR',
  message: 'The values of {key} have different JSON types.',
  advice: 'Use strings for all values.',
  invalid: withCondition(
    { NumericEquals: { 's3:max-keys': [10, '20'] } },
    { Action: 's3:ListBucket', Resource: '*' },
  ),
  valid: withCondition(
    { NumericEquals: { 's3:max-keys': '10' } },
    { Action: 's3:ListBucket', Resource: '*' },
  ),
};
const mismatchRule: Rule = {
  code: 'TYPE_MISMATCH',
  type: 'WARNING',
  message: '{operator} doesn’t support {key}, which has the type {type}.',
  advice: 'Use an operator for the type of the key. Otherwise, the condition might never match.',
  invalid: withCondition({ StringEquals: { 'aws:SecureTransport': 'true' } }),
  valid: withCondition({ Bool: { 'aws:SecureTransport': 'true' } }),
};
const missingQualifierRule: Rule = {
  code: 'MISSING_QUALIFIER',
  type: 'ERROR',
  message: '{key} can have several values in one request, and {operator} doesn’t define how to compare them.',
  advice:
    'Add ForAllValues: or ForAnyValue: before the operator. ForAllValues also matches requests without the key.',
  invalid: withCondition({ StringEquals: TAGS }),
  valid: withCondition({ 'ForAnyValue:StringEquals': TAGS }),
};
const forAllSingleRule: Rule = {
  code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  type: 'SECURITY_WARNING',
  message: '{key} has a single value, and ForAllValues also matches requests without the key.',
  advice: 'Remove ForAllValues. Otherwise, requests without the key match.',
  invalid: withCondition({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
  valid: GOOD,
};
const likeWithArnRule: Rule = {
  code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  type: 'SECURITY_WARNING',
  message: '{operator} compares the ARN in {key} as a string.',
  advice: 'A wildcard then also matches colons in the ARN. Use ArnLike or ArnNotLike.',
  invalid: withCondition({ StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team-a-*' } }),
  valid: withCondition({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team-a-*' } }),
};
const wildcardRule: Rule = {
  code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  type: 'WARNING',
  message: '{value} contains a wildcard, but {operator} treats it as literal text.',
  advice: 'Use StringLike or StringNotLike for wildcards.',
  invalid: withCondition(
    { StringEquals: { 's3:prefix': 'team-a/*' } },
    { Action: 's3:ListBucket', Resource: '*' },
  ),
  valid: withCondition(
    { StringLike: { 's3:prefix': 'team-a/*' } },
    { Action: 's3:ListBucket', Resource: '*' },
  ),
};
const manyNumbersRule: Rule = {
  code: 'REDUNDANT_CONDITION_VALUE_NUM',
  type: 'SUGGESTION',
  message: '{key} is compared with several numbers with {operator}.',
  advice:
    'The condition matches if any of them matches, so only one has an effect: the largest for “less than”, the smallest for “greater than”. Keep that one.',
  invalid: withCondition(
    { NumericLessThan: { 's3:max-keys': ['10', '20'] } },
    { Action: 's3:ListBucket', Resource: '*' },
  ),
  valid: withCondition(
    { NumericLessThan: { 's3:max-keys': '20' } },
    { Action: 's3:ListBucket', Resource: '*' },
  ),
};

const FAMILY_OF: Readonly<Record<string, OperatorFamily>> = {
  String: 'String',
  ARN: 'Arn',
  Bool: 'Bool',
  Numeric: 'Numeric',
  Date: 'Date',
  IPAddress: 'Ip',
};

const baseType = (type: KeyType): string => type.replace('ArrayOf', '');

/** Observed: a string operator on an ARN is reported as a text comparison only if it has wildcards; Null fits every type. */
function fits(operator: Operator, type: KeyType, lowerKey: string): boolean {
  const wanted = FAMILY_OF[baseType(type)];
  if (operator.family === 'Null' || operator.family === 'Binary' || wanted === operator.family) return true;
  if (wanted === 'Arn' && operator.family === 'String') return true;
  return lowerKey === 'aws:epochtime' && operator.family === 'Numeric';
}

function checkType({ report, catalog }: CheckContext, use: ConditionUse, operator: Operator): void {
  const { lowerKey, key, keyNode, operatorText } = use;
  const type = keyTypeOf(catalog, lowerKey);
  if (type === undefined || operator.family === 'Null') return;
  if (!fits(operator, type, lowerKey))
    report(mismatchRule, keyNode, { key, operator: operator.name, type: baseType(type) });
  if (baseType(type) === 'ARN' && operator.family === 'String' && operator.wildcards)
    report(likeWithArnRule, keyNode, { key, operator: operator.name });
  if (isMultivalued(type) && !operator.qualifier)
    report(missingQualifierRule, keyNode, { key, operator: operatorText });
  if (!isMultivalued(type) && operator.qualifier === 'ForAllValues')
    report(forAllSingleRule, keyNode, { key });
}

function checkValues({ report }: CheckContext, use: ConditionUse, operator: Operator): void {
  const { key, values, valueNode } = use;
  if (values.length > 1) {
    if (operator.family === 'Bool') report(manyBooleansRule, valueNode, { key });
    if (new Set(values.map(({ node }) => node.type)).size > 1) report(mixedRule, valueNode, { key });
    if (operator.family === 'Numeric' && /Than/.test(operator.name))
      report(manyNumbersRule, valueNode, { key, operator: operator.name });
  }
  if (operator.family !== 'String' || operator.wildcards) return;
  for (const { text, node } of values) {
    const plain = text.replace(/\$\{[^}]*\}/g, '');
    if (/[*?]/.test(plain)) report(wildcardRule, node, { value: text, operator: operator.name });
  }
}

function run(context: CheckContext, use: ConditionUse): void {
  const { operator, operatorNode, operatorText } = use;
  if (!operator) return context.report(invalidRule, operatorNode, { operator: operatorText });
  if (operator.family === 'Null') {
    if (operator.ifExists) context.report(nullIfExistsRule, operatorNode);
    if (operator.qualifier)
      context.report(nullWithQualifierRule, operatorNode, { qualifier: operator.qualifier });
  }
  checkType(context, use, operator);
  checkValues(context, use, operator);
}

export const operators: Check = {
  rules: [
    invalidRule,
    nullIfExistsRule,
    nullWithQualifierRule,
    manyBooleansRule,
    mixedRule,
    mismatchRule,
    missingQualifierRule,
    forAllSingleRule,
    likeWithArnRule,
    wildcardRule,
    manyNumbersRule,
  ],
  run(context) {
    for (const { conditions } of context.statements) for (const use of conditions) run(context, use);
  },
};
