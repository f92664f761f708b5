import { isPattern } from '../language/glob.ts';
import { readArn } from '../language/arn.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { resource, trust } from './examples.ts';
import { splitAction } from '../catalog/lookup.ts';
import type { CheckedStatement } from './checkedStatement.ts';

/** What a policy may name depends on what it is attached to. Source: https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html */

interface Attachment {
  readonly service: string;
  /** What the last field of an ARN may be; nothing where there are no resources. */
  readonly resource?: RegExp;
}

const TYPES: ReadonlyMap<string, Attachment> = new Map([
  ['AWS::S3::Bucket', { service: 's3', resource: /^(?!accesspoint[/:])[^:]*$/ }],
  ['AWS::S3::AccessPoint', { service: 's3', resource: /^accesspoint[/:]/ }],
  ['AWS::S3::MultiRegionAccessPoint', { service: 's3', resource: /^accesspoint[/:]/ }],
  ['AWS::S3ObjectLambda::AccessPoint', { service: 's3-object-lambda', resource: /^accesspoint[/:]/ }],
  ['AWS::DynamoDB::Table', { service: 'dynamodb', resource: /^table\// }],
]);

const STS: Attachment = { service: 'sts' };
const bucket = (over: object) => ({ ...resource(over), resourceType: 'AWS::S3::Bucket' });

const actionRule: Rule = {
  code: 'UNSUPPORTED_ACTION_IN_POLICY',
  type: 'ERROR',
  message: '{action} doesn’t apply to the resource that the policy is attached to.',
  advice: 'Use actions of the service that the resource belongs to.',
  invalid: trust({ Action: 's3:GetObject' }),
  valid: trust({ Action: ['sts:AssumeRole', 'sts:TagSession'] }),
};
const arnRule: Rule = {
  code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  type: 'ERROR',
  message: '{arn} isn’t the resource that the policy is attached to.',
  advice: 'Use the ARN of the resource or of its subresources.',
  invalid: bucket({ Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' }),
  valid: bucket({ Resource: ['arn:aws:s3:::ml-input', 'arn:aws:s3:::ml-input/*'] }),
};

function run({ report }: CheckContext, statement: CheckedStatement, attachedResource: Attachment): void {
  for (const { text, node } of [...statement.actions, ...statement.notActions]) {
    const [prefix] = splitAction(text);
    if (text !== '*' && !isPattern(prefix) && prefix !== attachedResource.service)
      report(actionRule, node, { action: text });
  }
  if (!attachedResource.resource) return;
  for (const { text, node } of statement.resources) {
    const read = readArn(text);
    if (text !== '*' && !read) continue;
    if (read?.service !== attachedResource.service || !attachedResource.resource.test(read.resource))
      report(arnRule, node, { arn: text });
  }
}

export const attachedResource: Check = {
  rules: [actionRule, arnRule],
  run(context) {
    const found =
      context.type === 'trust'
        ? STS
        : context.type === 'resource'
          ? TYPES.get(context.resourceType ?? '')
          : undefined;
    if (!found) return;
    for (const statement of context.statements) run(context, statement, found);
  },
};
