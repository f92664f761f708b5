import { unknownServiceRule } from './arnFormat.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { withCondition } from './examples.ts';
import { factsOf, globalKey } from '../catalog/lookup.ts';
import type { CheckedStatement, ConditionUse } from './checkedStatement.ts';

const GOOD = withCondition({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } });

function error(code: string, message: string, advice: string, key: string, valid = GOOD): Rule {
  return {
    code,
    type: 'ERROR',
    message,
    advice,
    invalid: withCondition({ StringEquals: { [key]: 'team-a' } }),
    valid,
  };
}

const formatRule = error(
  'INVALID_CONDITION_KEY_FORMAT',
  '{key} isn’t a valid condition key.',
  'Use the format service:name, such as aws:SourceIp or s3:prefix.',
  'owner',
);
const unknownGlobalRule = error(
  'INVALID_GLOBAL_CONDITION_KEY',
  'The global condition key {key} doesn’t exist.',
  'Check the spelling. Service-specific keys start with the service prefix, not with aws:.',
  'aws:PrincipalOrg',
);
const unknownKeyRule = error(
  'INVALID_SERVICE_CONDITION_KEY',
  'The condition key {key} doesn’t exist in the service {service}.',
  'Check the spelling. See the condition keys of the service.',
  's3:prefixes',
  withCondition(
    { StringLike: { 'S3:Prefix': 'team-a/*' } },
    { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::ml-input' },
  ),
);
const unsupportedRule = error(
  'UNSUPPORTED_GLOBAL_CONDITION_KEY',
  'The condition key aws:ARN isn’t supported.',
  'Use aws:PrincipalArn.',
  'aws:ARN',
);
const deprecatedRule: Rule = {
  ...unsupportedRule,
  code: 'DEPRECATED_GLOBAL_CONDITION_KEY',
  type: 'WARNING',
  message: 'The condition key aws:ARN is deprecated.',
};
const missingTagRule = error(
  'MISSING_TAG_KEY_IN_CONDITION',
  '{key} has no tag key.',
  'Add the tag key after the slash: aws:ResourceTag/owner.',
  'aws:ResourceTag/',
  withCondition({ StringEquals: { 'aws:ResourceTag/owner': 'team-a' } }),
);
const duplicateRule: Rule = {
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  type: 'ERROR',
  message: '{key} is duplicated under the same operator with different case.',
  advice: 'Condition keys aren’t case-sensitive. Put all values in one list.',
  invalid: withCondition({
    StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:principalorgid': 'o-f6g7h8i9j0' },
  }),
  valid: GOOD,
};

/** Tag keys end in what the owner of the tag chose. */
const TAG_KEY = /^(?:aws:(?:request|resource|principal)tag|[a-z0-9-]+:(?:request|resource)tag)(\/?)$/;

function checkKey(context: CheckContext, { key, lowerKey, keyNode }: ConditionUse): void {
  const { report, catalog } = context;
  const colon = key.indexOf(':');
  if (colon <= 0 || colon === key.length - 1) return report(formatRule, keyNode, { key });
  const prefix = lowerKey.slice(0, colon);
  if (lowerKey === 'aws:arn') {
    report(unsupportedRule, keyNode);
    return report(deprecatedRule, keyNode);
  }
  if (prefix === 'aws') {
    if (globalKey(catalog, lowerKey)) return;
    return report(TAG_KEY.test(lowerKey) ? missingTagRule : unknownGlobalRule, keyNode, { key });
  }
  if (prefix.includes('.') || catalog.keyServices.has(prefix) || globalKey(catalog, lowerKey)) return;
  const service = catalog.service(prefix);
  if (service) {
    if (factsOf(service).key(lowerKey)) return;
    return report(TAG_KEY.test(lowerKey) ? missingTagRule : unknownKeyRule, keyNode, {
      service: prefix,
      key,
    });
  }
  const state = catalog.state(prefix);
  if (state === 'unknown') report(unknownServiceRule, keyNode, { service: prefix });
  else if (state !== 'retired') context.notChecked(prefix, keyNode);
}

function checkDuplicates({ report }: CheckContext, { conditions }: CheckedStatement): void {
  const seen = new Map<string, string>();
  for (const { operatorText, lowerKey, key, keyNode } of conditions) {
    const place = `${operatorText} ${lowerKey}`;
    const before = seen.get(place);
    if (before !== undefined && before !== key) report(duplicateRule, keyNode, { key });
    seen.set(place, key);
  }
}

export const conditionKeys: Check = {
  rules: [
    formatRule,
    unknownGlobalRule,
    unknownKeyRule,
    unsupportedRule,
    deprecatedRule,
    missingTagRule,
    duplicateRule,
  ],
  run(context) {
    for (const statement of context.statements) {
      for (const use of statement.conditions) checkKey(context, use);
      if (statement.conditions.length > 1) checkDuplicates(context, statement);
    }
  },
};
