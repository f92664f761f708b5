import type { Node } from 'jsonc-parser';
import type { Check, CheckContext, Rule } from '../check.ts';
import { statements } from '../examples.ts';
import { splitAction } from '../facts.ts';
import { type Taking, taking } from '../granted.ts';
import type { CheckedStatement } from '../statement.ts';
import { resourcesMeet } from './meet.ts';
import { opened } from './reach.ts';

const START = {
  Effect: 'Allow',
  Action: 'sagemaker:StartNotebookInstance',
  Resource: '*',
  Condition: { StringEquals: { 'sagemaker:ResourceTag/owner': '${aws:PrincipalTag/owner}' } },
};

const rule: Rule = {
  code: 'SPB_TAG_GATE_OPEN',
  type: 'SECURITY_WARNING',
  says: 'The condition on {key} can be got round: {action} is allowed, so that whoever it should keep out can set the tag.',
  advice:
    'Deny changing that tag key ("ForAnyValue:StringEquals": {"aws:TagKeys": [...]}), or allow tagging only under the same condition.',
  raises: statements([START, { Effect: 'Allow', Action: 'sagemaker:AddTags', Resource: '*' }]),
  passes: statements([
    START,
    { Effect: 'Allow', Action: 'sagemaker:AddTags', Resource: '*' },
    {
      Effect: 'Deny',
      Action: 'sagemaker:AddTags',
      Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['owner'] } },
    },
  ]),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
};

/** What sets tags, by service. Removing a tag opens no gate that asks for a value. */
const TAGGING: Readonly<Record<string, readonly string[]>> = {
  sagemaker: ['sagemaker:AddTags'],
  ecr: ['ecr:TagResource'],
  s3: ['s3:PutObjectTagging', 's3:PutBucketTagging'],
  ec2: ['ec2:CreateTags'],
  kms: ['kms:TagResource'],
  secretsmanager: ['secretsmanager:TagResource'],
  dynamodb: ['dynamodb:TagResource'],
  lambda: ['lambda:TagResource'],
  logs: ['logs:TagResource'],
};

const LIMITING =
  /^(?:aws:(?:tagkeys|requesttag\/|resourcetag\/)|[a-z0-9-]+:(?:resourcetag\/|taggingaction|createaction))/;

/** Tagging that depends on the tags, or on being part of a creation, is taken for considered. */
const isConsidered = ({ statement }: Taking): boolean =>
  statement.conditions.some(({ lowerKey }) => LIMITING.test(lowerKey));

const share = (one: CheckedStatement, other: CheckedStatement): boolean =>
  one.resources.some(({ text }) =>
    other.resources.some(({ text: their }) => resourcesMeet(opened(text), opened(their), 'some')),
  );

/** The action with which the tag can be set, and where each statement allows it. */
function openTagging(
  context: CheckContext,
  gate: CheckedStatement,
  service: string,
): { readonly action: string; readonly at: readonly Node[] } | undefined {
  for (const action of TAGGING[service] ?? []) {
    if (taking(context, 'Deny', action).length > 0) continue;
    const grants = taking(context, 'Allow', action).filter(
      (grant) => grant.statement !== gate && !isConsidered(grant) && share(gate, grant.statement),
    );
    const at = grants.map(({ entry, statement }) => entry?.node ?? statement.node);
    if (at.length > 0) return { action, at };
  }
  return undefined;
}

/** Tags that begin with `aws:` are set by AWS alone. */
function run(context: CheckContext, statement: CheckedStatement): void {
  const gates = statement.conditions.filter(
    ({ lowerKey, operator }) =>
      /^[a-z0-9-]+:resourcetag\/(?!aws:)/.test(lowerKey) &&
      operator?.family === 'String' &&
      !operator.negated,
  );
  const [gate] = gates;
  if (!gate) return;
  for (const service of new Set(statement.actions.map(({ text }) => splitAction(text)[0]))) {
    const open = openTagging(context, statement, service);
    if (open) return context.report(rule, gate.keyNode, { key: gate.key, action: open.action }, open.at);
  }
}

/** Access that depends on a tag which the same policy lets its holder set. */
export const tagGates: Check = {
  rules: [rule],
  run(context) {
    if (context.type !== 'identity') return;
    for (const statement of context.statements) if (statement.effect === 'Allow') run(context, statement);
  },
};
