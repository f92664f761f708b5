import { hasPlaceholder } from '../language/placeholder.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { trust, withCondition } from './examples.ts';
import type { ConditionUse } from './checkedStatement.ts';

/** Keys that stand for whole accounts, organizations and networks. Source: Access Analyzer's reference of policy checks. */
const SENSITIVE = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
]);

const MORE_FOR_WILDCARDS = new Set(['aws:userid', 'token.actions.githubusercontent.com:sub']);

/** Values that AWS fills in by itself; comparing a key with them is as exact as text. */
const FILLED_BY_AWS = /^\$\{aws:(?:Principal|Resource|Source)(?:Account|OrgID)\}$/i;

const variableRule: Rule = {
  code: 'VARIABLE_USAGE_TOO_PERMISSIVE',
  type: 'ERROR',
  message: 'The policy variable in {value} can make {key} match more than intended.',
  advice: 'Use the value itself, or at least six characters before the variable.',
  invalid: withCondition({ StringEquals: { 'aws:PrincipalOrgID': '${aws:PrincipalTag/org}' } }),
  valid: withCondition({ StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }),
};
const wildcardRule: Rule = {
  code: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  type: 'ERROR',
  message: 'The wildcard in {value} makes {key} match more than intended.',
  advice: 'Use the value itself, or at least six characters before the wildcard.',
  invalid: withCondition({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }),
  valid: trust({
    Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/ml:ref:refs/heads/*' } },
  }),
};

const LITERALS_BEFORE = 6;

function run(
  { report, placeholders }: CheckContext,
  { lowerKey, key, operator, values }: ConditionUse,
): void {
  const isSensitive = SENSITIVE.has(lowerKey);
  if (operator?.family !== 'String' || (!isSensitive && !MORE_FOR_WILDCARDS.has(lowerKey))) return;
  for (const { text, node } of values) {
    if (placeholders === 'open' && hasPlaceholder(text)) continue;
    const dollar = text.indexOf('${');
    if (isSensitive && dollar !== -1 && dollar < LITERALS_BEFORE && !FILLED_BY_AWS.test(text))
      report(variableRule, node, { value: text, key });
    const star = operator.wildcards && dollar === -1 ? text.search(/[*?]/) : -1;
    if (star !== -1 && star < LITERALS_BEFORE && text !== '*')
      report(wildcardRule, node, { value: text, key });
  }
}

export const sensitiveKeys: Check = {
  rules: [variableRule, wildcardRule],
  run(context) {
    for (const { conditions } of context.statements) for (const use of conditions) run(context, use);
  },
};
