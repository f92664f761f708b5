import { hasPlaceholder } from '../language/placeholder.ts';
import { regions } from '../language/arn.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { rulesOfType, withCondition } from './examples.ts';
import { hasHostBits, readRange } from '../language/ipRange.ts';
import type { OperatorFamily } from '../language/conditionOperator.ts';
import type { ConditionUse } from './checkedStatement.ts';
import type { TextEntry } from '../language/textEntries.ts';

const GOOD = withCondition({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } });
const S3_LIST = { Action: 's3:ListBucket', Resource: '*' };

const warning = rulesOfType('WARNING', GOOD);

const boolRule = warning(
  'TYPE_MISMATCH_BOOLEAN',
  '{value} isn’t true or false.',
  'Use true or false.',
  withCondition({ Bool: { 'aws:SecureTransport': 'yes' } }),
);
const dateRule = warning(
  'TYPE_MISMATCH_DATE',
  '{value} isn’t a valid date.',
  'Use ISO 8601 format, for example 2026-11-24T00:00:00Z.',
  withCondition({ DateLessThan: { 'aws:CurrentTime': 'tomorrow' } }),
  withCondition({ DateLessThan: { 'aws:CurrentTime': '2026-11-24T00:00:00Z' } }),
);
const epochRule = warning(
  'INVALID_DATE_VALUE',
  '{value} is a date in epoch seconds.',
  'IAM accepts it, but it’s hard to read and compare. Use ISO 8601 format, for example 2026-11-24T00:00:00Z.',
  withCondition({ DateLessThan: { 'aws:CurrentTime': '1795478400' } }),
);
const numberRule = warning(
  'TYPE_MISMATCH_NUMBER',
  '{value} isn’t a number.',
  'Use digits, with an optional decimal point.',
  withCondition({ NumericLessThan: { 's3:max-keys': 'ten' } }, S3_LIST),
  withCondition({ NumericLessThan: { 's3:max-keys': '10' } }, S3_LIST),
);
const binaryRule = warning(
  'TYPE_MISMATCH_STRING',
  '{value} isn’t Base64-encoded.',
  'BinaryEquals compares Base64-encoded values. Encode the value.',
  withCondition({ BinaryEquals: { 'aws:SourceIdentity': 'not base64!' } }),
);
const rangeRule: Rule = {
  ...warning(
    'TYPE_MISMATCH_IP_RANGE',
    '{value} isn’t an IP address or range.',
    'Use an address such as 203.0.113.7 or a range such as 203.0.113.0/24.',
    withCondition({ IpAddress: { 'aws:SourceIp': '203.0.113' } }),
  ),
  type: 'ERROR',
};
const improveRule: Rule = {
  ...warning(
    'IMPROVE_IP_RANGE',
    '{value} has nonzero bits in the masked portion.',
    'IAM ignores them. Use the first address of the range.',
    withCondition({ IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } }),
  ),
  type: 'SUGGESTION',
};
const regionRule: Rule = {
  ...warning(
    'INVALID_REGION',
    'The Region {value} doesn’t exist.',
    'Use a Region such as eu-west-1. Policy variables aren’t supported here.',
    withCondition({ StringEquals: { 'aws:RequestedRegion': 'eu-west-11' } }),
    withCondition({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
  ),
  type: 'ERROR',
};
const vpcRule: Rule = {
  ...warning(
    'INVALID_VPC_FORMAT',
    '{value} isn’t a valid VPC ID.',
    'Use vpc- followed by 8 or 17 characters.',
    withCondition({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }),
    withCondition({ StringEquals: { 'aws:SourceVpc': 'vpc-0abc1234def567890' } }),
  ),
  type: 'ERROR',
};
const vpceRule: Rule = {
  ...warning(
    'INVALID_VPCE_FORMAT',
    '{value} isn’t a valid VPC endpoint ID.',
    'Use vpce- followed by 8 or 17 characters.',
    withCondition({ StringEquals: { 'aws:SourceVpce': 'vpc-0abc1234def567890' } }),
    withCondition({ StringEquals: { 'aws:SourceVpce': 'vpce-0abc1234def567890' } }),
  ),
  type: 'ERROR',
};

const ISO = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function ruleOf(family: OperatorFamily, text: string): Rule | undefined {
  if (family === 'Bool' || family === 'Null') return /^(?:true|false)$/i.test(text) ? undefined : boolRule;
  if (family === 'Numeric') return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? undefined : numberRule;
  if (family === 'Binary') return BASE64.test(text) ? undefined : binaryRule;
  if (family === 'Date')
    return /^\d{5,}(?:\.\d+)?$/.test(text) ? epochRule : ISO.test(text) ? undefined : dateRule;
  if (family !== 'Ip') return undefined;
  const found = readRange(text);
  return found ? (hasHostBits(found) ? improveRule : undefined) : rangeRule;
}

const ID_KEYS: ReadonlyMap<string, readonly [Rule, RegExp]> = new Map([
  ['aws:sourcevpc', [vpcRule, /^vpc-(?:[0-9a-z]{8}|[0-9a-z]{17})$/]],
  ['aws:sourcevpce', [vpceRule, /^vpce-(?:[0-9a-z]{8}|[0-9a-z]{17})$/]],
]);

function checkText({ report }: CheckContext, use: ConditionUse, { text, node }: TextEntry): void {
  if (use.operator?.family !== 'String') return;
  const wildcards = use.operator.wildcards && /[*?]/.test(text);
  if (use.lowerKey === 'aws:requestedregion' && !wildcards && !regions.has(text))
    report(regionRule, node, { value: text });
  const id = ID_KEYS.get(use.lowerKey);
  if (id && !wildcards && !text.includes('${') && !id[1].test(text)) report(id[0], node, { value: text });
}

function run(context: CheckContext, use: ConditionUse): void {
  const { operator, values } = use;
  if (!operator) return;
  for (const entry of values) {
    if (context.placeholders === 'open' && hasPlaceholder(entry.text)) continue;
    const rule = entry.text.includes('${') ? undefined : ruleOf(operator.family, entry.text);
    if (rule) context.report(rule, entry.node, { value: entry.text });
    checkText(context, use, entry);
  }
}

export const values: Check = {
  rules: [
    boolRule,
    dateRule,
    epochRule,
    numberRule,
    binaryRule,
    rangeRule,
    improveRule,
    regionRule,
    vpcRule,
    vpceRule,
  ],
  run(context) {
    for (const { conditions } of context.statements) for (const use of conditions) run(context, use);
  },
};
