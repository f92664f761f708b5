import type { Check, CheckContext, Rule } from './check.ts';
import { rcp, scp } from './examples.ts';
import { splitAction } from '../catalog/lookup.ts';
import type { CheckedStatement, ConditionUse } from './checkedStatement.ts';

/** Sources: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html and …_rcps_syntax.html */

const error = (
  code: string,
  message: string,
  advice: string,
  invalid: Rule['invalid'],
  valid: Rule['valid'],
): Rule => ({
  code,
  type: 'ERROR',
  message,
  advice,
  invalid,
  valid,
});
const suggestion = (...rest: Parameters<typeof error>): Rule => ({ ...error(...rest), type: 'SUGGESTION' });
const warning = (...rest: Parameters<typeof error>): Rule => ({ ...error(...rest), type: 'WARNING' });

const scpWildcardRule = suggestion(
  'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
  '{action} has a wildcard before its end. IAM Access Analyzer reports this in service control policies.',
  'AWS Organizations has supported it since September 2025. If your tools reject it, list the actions, or end the pattern with *.',
  scp({ Action: 's3:*Object' }),
  scp({ Action: 's3:Put*' }),
);
const scpPrincipalRule = error(
  'SCP_SYNTAX_ERROR_PRINCIPAL',
  'Service control policies don’t support {element}.',
  'The policy applies to all principals in the accounts that it’s attached to. To select principals, use a condition on aws:PrincipalArn.',
  scp({ Principal: '*' }),
  scp({}),
);
const rcpPrincipalRule = error(
  'RCP_SYNTAX_ERROR_PRINCIPAL',
  'Resource control policies support only "*" as principal and don’t support NotPrincipal.',
  'Use "Principal": "*", and limit principals with a condition.',
  rcp({ Principal: { AWS: '111122223333' } }),
  rcp({}),
);
const rcpAllowRule = error(
  'RCP_SYNTAX_ERROR_ALLOW',
  'Customer managed resource control policies don’t support Allow.',
  'Use Deny. Only the AWS managed policy RCPFullAWSAccess can allow.',
  rcp({ Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
  rcp({}),
);
const rcpNotActionRule = error(
  'RCP_SYNTAX_ERROR_NOTACTION',
  'Resource control policies don’t support NotAction.',
  'Use Action, and list the actions.',
  rcp({ Action: undefined, NotAction: 's3:GetObject' }),
  rcp({}),
);
const rcpActionRule = error(
  'RCP_SYNTAX_ERROR_ACTION',
  'The service of {action} doesn’t support resource control policies.',
  'Use actions of supported services, with the service prefix.',
  rcp({ Action: '*' }),
  rcp({ Action: 's3:*' }),
);
const BY_ORG = { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
const SOURCE = { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } };
const NOT_SERVICE = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
const IS_SERVICE = { Bool: { 'aws:PrincipalIsAWSService': 'true' } };
const NULL = { Null: { 'aws:SourceAccount': 'false' } };
const relatedPrincipalRule = warning(
  'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  'The condition on {key} also denies requests from AWS services that act on your behalf.',
  'To exclude AWS services, add "BoolIfExists": {"aws:PrincipalIsAWSService": "false"} to the condition.',
  rcp({ Condition: BY_ORG }),
  rcp({ Condition: { ...BY_ORG, ...NOT_SERVICE } }),
);
const relatedServiceRule = warning(
  'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
  '{key} is present only in requests from AWS services.',
  'Add "Bool": {"aws:PrincipalIsAWSService": "true"} to the condition, so that it applies only to those requests.',
  rcp({ Condition: { ...SOURCE, ...NULL } }),
  rcp({ Condition: { ...SOURCE, ...NULL, ...IS_SERVICE } }),
);
const nullCheckRule = warning(
  'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
  '{key} isn’t always present in requests from AWS services.',
  'Add "Null": {"aws:SourceAccount": "false"} to the condition, so that it applies only to requests with a source account.',
  rcp({ Condition: { ...SOURCE, ...IS_SERVICE } }),
  rcp({ Condition: { ...SOURCE, ...NULL, ...IS_SERVICE } }),
);

const PRINCIPAL_KEYS = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount']);
const SOURCE_KEYS = new Set(['aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourceaccount']);

function checkScp({ report }: CheckContext, { actions, notActions, elements }: CheckedStatement): void {
  for (const { text, node } of [...actions, ...notActions]) {
    const wildcard = text.search(/[*?]/);
    if (wildcard !== -1 && wildcard !== text.length - 1) report(scpWildcardRule, node, { action: text });
  }
  for (const element of ['Principal', 'NotPrincipal']) {
    const found = elements.get(element);
    if (found) report(scpPrincipalRule, found.key, { element });
  }
}

function checkRcp(context: CheckContext, statement: CheckedStatement): void {
  const { report, catalog } = context;
  const { elements, actions, effect, node } = statement;
  const principal = elements.get('Principal')?.value;
  const not = elements.get('NotPrincipal');
  if (not) report(rcpPrincipalRule, not.key);
  else if (principal && principal.value !== '*') report(rcpPrincipalRule, principal);
  if (effect === 'Allow') {
    const isFull = elements.get('Resource')?.value.value === '*' && !elements.has('Condition');
    if (!isFull) report(rcpAllowRule, elements.get('Effect')?.value ?? node);
  }
  const notAction = elements.get('NotAction');
  if (notAction) report(rcpNotActionRule, notAction.key);
  for (const { text: action, node: at } of actions) {
    if (effect === 'Allow' && action === '*') continue;
    if (!catalog.rcpServices.includes(splitAction(action)[0])) report(rcpActionRule, at, { action });
  }
  if (effect === 'Deny') checkRelated(context, statement);
}

function checkRelated({ report }: CheckContext, { conditions }: CheckedStatement): void {
  const has = (key: string, value: string) =>
    conditions.some(({ lowerKey, values }) => lowerKey === key && values.some(({ text }) => text === value));
  const isNull = ({ operator }: ConditionUse) => operator?.family === 'Null';
  const nullKeys = new Set(conditions.filter(isNull).map(({ lowerKey }) => lowerKey));
  for (const use of conditions) {
    const { lowerKey, key, keyNode, operator } = use;
    if (isNull(use) || !operator?.negated) continue;
    if (PRINCIPAL_KEYS.has(lowerKey) && !has('aws:principalisawsservice', 'false'))
      report(relatedPrincipalRule, keyNode, { key });
    if (!SOURCE_KEYS.has(lowerKey)) continue;
    if (!has('aws:principalisawsservice', 'true')) report(relatedServiceRule, keyNode, { key });
    if (!nullKeys.has('aws:sourceaccount') && !nullKeys.has('aws:sourcearn'))
      report(nullCheckRule, keyNode, { key });
  }
}

export const organizations: Check = {
  rules: [
    scpWildcardRule,
    scpPrincipalRule,
    rcpPrincipalRule,
    rcpAllowRule,
    rcpNotActionRule,
    rcpActionRule,
    relatedPrincipalRule,
    relatedServiceRule,
    nullCheckRule,
  ],
  run(context) {
    if (context.type === 'scp') for (const statement of context.statements) checkScp(context, statement);
    if (context.type === 'rcp') for (const statement of context.statements) checkRcp(context, statement);
  },
};
