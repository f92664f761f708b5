import type { Check, Rule } from '../check.ts';
import { withCondition } from '../examples.ts';
import type { CheckedStatement, ConditionUse } from '../checkedStatement.ts';

const CREATE = { Action: 'sagemaker:CreateTrainingJob', Resource: '*' };
const SUBNETS = { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['subnet-0123456789abcdef0'] } };

const rule: Rule = {
  code: 'SPB_FORALLVALUES_WITHOUT_NULL',
  type: 'WARNING',
  message: 'A request without {key} also matches this condition.',
  advice:
    'ForAllValues matches if the key is absent. Add "Null": {"<key>": "false"} to the same statement to require the key.',
  invalid: withCondition(SUBNETS, CREATE),
  valid: withCondition({ ...SUBNETS, Null: { 'sagemaker:VpcSubnets': 'false' } }, CREATE),
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
};

/** Nobody gains by tagging less, and there is no grant without operations: these need no check that they are there. */
const HARMLESS_WHEN_ABSENT = new Set(['aws:tagkeys', 'kms:grantoperations']);

const demandsPresence = (use: ConditionUse, lowerKey: string): boolean =>
  use.lowerKey === lowerKey &&
  use.operator !== undefined &&
  (use.operator.family === 'Null'
    ? use.values.length > 0 && use.values.every(({ text }) => text === 'false')
    : !use.operator.negated && !use.operator.ifExists && use.operator.qualifier !== 'ForAllValues');

const needsNull = ({ conditions }: CheckedStatement, { operator, lowerKey }: ConditionUse): boolean =>
  operator?.qualifier === 'ForAllValues' &&
  operator.family !== 'Null' &&
  !HARMLESS_WHEN_ABSENT.has(lowerKey) &&
  !conditions.some((other) => demandsPresence(other, lowerKey));

/** An Allow that takes an absent key for a good one. */
export const forAllValues: Check = {
  rules: [rule],
  run({ statements, report }) {
    for (const statement of statements) {
      if (statement.effect !== 'Allow') continue;
      for (const use of statement.conditions)
        if (needsNull(statement, use)) report(rule, use.keyNode, { key: use.key });
    }
  },
};
