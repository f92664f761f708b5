import type { Check, CheckContext, Rule } from './check.ts';
import { statements, withCondition } from './examples.ts';
import { splitAction } from '../catalog/lookup.ts';
import type { CheckedStatement, ConditionUse } from './checkedStatement.ts';

/** Keys that mean something only beside another key, or only somewhere. */

const VPC = { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } };
const pairedRule: Rule = {
  code: 'MISSING_PAIRED_CONDITION_KEYS',
  type: 'SECURITY_WARNING',
  message: 'aws:VpcSourceIp is used without aws:SourceVpc.',
  advice: 'Private IP addresses are the same in every VPC. Add a condition on aws:SourceVpc.',
  invalid: withCondition(VPC),
  valid: withCondition({ ...VPC, StringEquals: { 'aws:SourceVpc': 'vpc-0abc1234def567890' } }),
};
const TABLE = {
  Action: 'dynamodb:Query',
  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/features',
};
const ATTRIBUTES = { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id'] } };
const selectRule: Rule = {
  code: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
  type: 'SECURITY_WARNING',
  message: 'dynamodb:Attributes is used without dynamodb:Select.',
  advice: 'A query without attributes returns all of them. Require dynamodb:Select with SPECIFIC_ATTRIBUTES.',
  invalid: withCondition(ATTRIBUTES, TABLE),
  valid: withCondition(
    { ...ATTRIBUTES, StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' } },
    TABLE,
  ),
};
const BUCKET = { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::ml-input' };
const prefixRule: Rule = {
  code: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
  type: 'SECURITY_WARNING',
  message: 'The s3:prefix condition doesn’t prevent access to a folder.',
  advice: 'Listing with a shorter prefix still includes the folder. Allow specific prefixes instead.',
  invalid: withCondition({ StringLike: { 's3:prefix': 'secret/*' } }, { ...BUCKET, Effect: 'Deny' }),
  valid: withCondition({ StringLike: { 's3:prefix': 'team-a/*' } }, BUCKET),
};
const endpointKeysRule: Rule = {
  code: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
  type: 'WARNING',
  message: '{key} is used with services that might not support it.',
  advice: 'Use only actions of services that support the key.',
  invalid: withCondition(
    { StringEquals: { 'aws:VpceOrgID': 'o-a1b2c3d4e5' } },
    { Action: '*', Resource: '*' },
  ),
  valid: withCondition({ StringEquals: { 'aws:VpceOrgID': 'o-a1b2c3d4e5' } }),
};
const irrelevantRule: Rule = {
  code: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  type: 'SUGGESTION',
  message: '{key} has no effect in a bucket policy: it’s always the account of the bucket.',
  advice: 'Remove the key.',
  invalid: {
    ...statements(
      [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Reader' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::ml-input/*',
          Condition: { StringEquals: { 's3:ResourceAccount': '111122223333' } },
        },
      ],
      'resource',
    ),
    resourceType: 'AWS::S3::Bucket',
  },
  valid: withCondition({ StringEquals: { 's3:ResourceAccount': '111122223333' } }),
};

const ENDPOINT_KEYS = new Set(['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths']);
/**
 * Services that fill in the aws:Vpce… keys, as of the data's day.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount
 */
const ENDPOINT_SERVICES = new Set([
  's3',
  'sts',
  'dynamodb',
  'kms',
  'secretsmanager',
  'sqs',
  'sns',
  'logs',
  'lambda',
  'ecr',
]);

function isNegative({ operator }: ConditionUse, effect: CheckedStatement['effect']): boolean {
  return operator?.name === (effect === 'Deny' ? 'StringLike' : 'StringNotLike');
}

function run(
  { report, resourceType }: CheckContext,
  { conditions, effect, actions }: CheckedStatement,
): void {
  if (conditions.length === 0) return;
  const keys = new Set(conditions.map(({ lowerKey }) => lowerKey));
  for (const use of conditions) {
    const { lowerKey, key, keyNode } = use;
    if (lowerKey === 'aws:vpcsourceip' && !keys.has('aws:sourcevpc') && !keys.has('aws:sourcevpcarn'))
      report(pairedRule, keyNode);
    if (lowerKey === 'dynamodb:attributes' && !keys.has('dynamodb:select') && effect === 'Allow')
      report(selectRule, keyNode);
    if (lowerKey === 's3:prefix' && isNegative(use, effect)) report(prefixRule, keyNode);
    if (lowerKey === 's3:resourceaccount' && resourceType === 'AWS::S3::Bucket')
      report(irrelevantRule, keyNode, { key });
    if (
      ENDPOINT_KEYS.has(lowerKey) &&
      !actions.every(({ text }) => ENDPOINT_SERVICES.has(splitAction(text)[0]))
    )
      report(endpointKeysRule, keyNode, { key });
  }
}

export const conditionKeyPairs: Check = {
  rules: [pairedRule, selectRule, prefixRule, endpointKeysRule, irrelevantRule],
  run(context) {
    for (const statement of context.statements) run(context, statement);
  },
};
