import { dnsSuffix } from '../language/partitions.ts';
import { hasPlaceholder } from '../language/placeholder.ts';
import { regions } from '../language/arn.ts';
import { type Check, type CheckContext, isResourceLike, type Rule } from './check.ts';
import { resource, withCondition } from './examples.ts';
import type { CheckedStatement, ConditionUse } from './checkedStatement.ts';

const LOGS = { Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:PutObject' };
const SOURCE = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
const GOOD = resource({ ...LOGS, Condition: SOURCE });

const restrictRule: Rule = {
  code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  type: 'SECURITY_WARNING',
  message: 'The service {service} can act on behalf of any account.',
  advice:
    'Add a condition on aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or aws:SourceOrgPaths to prevent the confused deputy problem.',
  invalid: resource(LOGS),
  valid: GOOD,
};
const recommendedRule: Rule = {
  code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  type: 'SUGGESTION',
  message: 'The condition for the service {service} uses {key}, which isn’t the source of the request.',
  advice: 'Use aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or aws:SourceOrgPaths.',
  invalid: resource({ ...LOGS, Condition: { StringEquals: { 'aws:Referer': '111122223333' } } }),
  valid: GOOD,
};
const unsupportedRule: Rule = {
  code: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  type: 'ERROR',
  message: '{key} has no effect on requests from the service {service}.',
  advice: 'The key describes principals of an account. Use aws:SourceArn or aws:SourceAccount.',
  invalid: resource({
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  }),
  valid: resource({
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/E1' } },
  }),
};
const principalFormatRule: Rule = {
  code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  type: 'ERROR',
  message: '{value} isn’t a valid service for {key}.',
  advice:
    'aws:CalledVia uses services without a Region, such as athena.amazonaws.com. kms:ViaService includes the Region, such as s3.eu-west-1.amazonaws.com.',
  invalid: withCondition(
    { StringEquals: { 'kms:ViaService': 's3.amazonaws.com' } },
    {
      Action: 'kms:Decrypt',
      Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
  ),
  valid: withCondition(
    { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    {
      Action: 'kms:Decrypt',
      Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
  ),
};

const SOURCES = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']);
const PRINCIPAL_KEYS = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount']);

function checkPrincipals(
  { report }: CheckContext,
  { effect, principals, conditions }: CheckedStatement,
): void {
  if (effect !== 'Allow') return;
  const services = principals.filter(({ kind }) => kind === 'Service');
  if (services.length === 0) return;
  const wrong = conditions.find(({ lowerKey }) => PRINCIPAL_KEYS.has(lowerKey));
  const hasSource = conditions.some(({ lowerKey }) => SOURCES.has(lowerKey));
  const referer = conditions.find(({ lowerKey }) => lowerKey === 'aws:referer');
  for (const { text: service, node } of services) {
    if (wrong) report(unsupportedRule, wrong.keyNode, { service, key: wrong.key });
    if (hasSource) continue;
    if (referer) report(recommendedRule, referer.keyNode, { service, key: referer.key });
    else if (!wrong) report(restrictRule, node, { service });
  }
}

const CALLED_VIA = /^aws:calledvia$/;
const VIA = new RegExp(String.raw`^[a-z0-9*?-]+\.${dnsSuffix}$`, 'i');
const VIA_IN_REGION = new RegExp(String.raw`^[a-z0-9*?-]+\.([a-z0-9*?-]+)\.${dnsSuffix}$`, 'i');

function fits(lowerKey: string, text: string): boolean {
  if (CALLED_VIA.test(lowerKey)) return VIA.test(text) || text === '*';
  const [, region] = VIA_IN_REGION.exec(text) ?? [];
  return region === undefined ? /[*?]/.test(text) : regions.has(region) || /[*?]/.test(region);
}

function checkFormat(
  { report, placeholders }: CheckContext,
  { lowerKey, key, operator, values }: ConditionUse,
): void {
  if (operator?.family !== 'String' || (lowerKey !== 'kms:viaservice' && !CALLED_VIA.test(lowerKey))) return;
  for (const { text, node } of values) {
    if (text.includes('${') || (placeholders === 'open' && hasPlaceholder(text))) continue;
    if (!fits(lowerKey, text)) report(principalFormatRule, node, { value: text, key });
  }
}

export const servicePrincipals: Check = {
  rules: [restrictRule, recommendedRule, unsupportedRule, principalFormatRule],
  run(context) {
    for (const statement of context.statements) {
      if (isResourceLike(context.type)) checkPrincipals(context, statement);
      for (const use of statement.conditions) checkFormat(context, use);
    }
  },
};
