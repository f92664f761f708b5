import type { Check, CheckContext, Rule } from './check.ts';
import { withCondition } from './examples.ts';
import type { ConditionUse } from './checkedStatement.ts';

/** `*` matches every text: such a condition asks only whether the key is there, or nothing at all. */

const TAG = { 'aws:ResourceTag/owner': '*' };
const KEYS = { 'aws:TagKeys': '*' };
const GOOD = withCondition({ StringLike: { 'aws:ResourceTag/owner': 'team-a-*' } });

function suggestion(code: string, message: string, advice: string, invalid: Rule['invalid']): Rule {
  return { code, type: 'SUGGESTION', message, advice, invalid, valid: GOOD };
}

const presentRule = suggestion(
  'EQUIVALENT_TO_NULL_FALSE',
  '{operator} with * only checks whether {key} is present.',
  'Use "Null": {"{key}": "false"} instead, which is easier to read.',
  withCondition({ StringLike: TAG }),
);
const absentRule = suggestion(
  'EQUIVALENT_TO_NULL_TRUE',
  '{operator} with * only checks whether {key} is absent.',
  'Use "Null": {"{key}": "true"} instead, which is easier to read.',
  withCondition({ StringNotLike: TAG }),
);
const alwaysRule = suggestion(
  'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  '{operator} with * on {key} always matches.',
  'The condition has no effect. Remove it, or enter specific values.',
  withCondition({ StringLikeIfExists: TAG }),
);
const neverRule = suggestion(
  'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
  '{operator} with * on {key} never matches.',
  'The statement has no effect. Enter specific values, or remove it.',
  withCondition({ 'ForAnyValue:StringNotLike': KEYS }),
);

function ruleOf({ operator }: ConditionUse): Rule | undefined {
  if (operator?.family !== 'String' || !operator.wildcards) return undefined;
  const { negated, ifExists, qualifier } = operator;
  if (!negated) return ifExists || qualifier === 'ForAllValues' ? alwaysRule : presentRule;
  return qualifier === 'ForAnyValue' && !ifExists ? neverRule : absentRule;
}

function run({ report }: CheckContext, use: ConditionUse): void {
  const star = use.values.find(({ text }) => text === '*');
  const rule = star && ruleOf(use);
  if (rule) report(rule, star.node, { key: use.key, operator: use.operatorText });
}

export const presenceConditions: Check = {
  rules: [presentRule, absentRule, alwaysRule, neverRule],
  run(context) {
    for (const { conditions } of context.statements) for (const use of conditions) run(context, use);
  },
};
