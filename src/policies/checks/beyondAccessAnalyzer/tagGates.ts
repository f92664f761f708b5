import type { Node } from 'jsonc-parser';
import type { Check, CheckContext, Rule } from '../check.ts';
import { statements } from '../examples.ts';
import { splitAction } from '../../catalog/lookup.ts';
import { statementsMatching } from '../granted.ts';
import type { CheckedStatement } from '../checkedStatement.ts';
import { coversShared, resourcesMeet } from '../../exact/resourceMeet.ts';
import { unknownAsWildcard } from './reach.ts';
import { deniesTagSetting, limitsTagSetting, type TagGate } from './tagSetting.ts';

const START = {
  Effect: 'Allow',
  Action: 'sagemaker:StartNotebookInstance',
  Resource: '*',
  Condition: { StringEquals: { 'sagemaker:ResourceTag/owner': '${aws:PrincipalTag/owner}' } },
};

const rule: Rule = {
  code: 'SPB_TAG_GATE_OPEN',
  type: 'SECURITY_WARNING',
  message: 'The condition on {key} can be bypassed: {action} is allowed, so the caller can set the tag.',
  advice:
    'Deny changing that tag key ("ForAnyValue:StringEquals": {"aws:TagKeys": [...]}), or allow tagging only under the same condition.',
  invalid: statements([START, { Effect: 'Allow', Action: 'sagemaker:AddTags', Resource: '*' }]),
  valid: statements([
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

/** NotResource covers everything but what it names. */
const resourcesOf = ({ elements, resources }: CheckedStatement): readonly string[] =>
  elements.has('NotResource') ? ['*'] : resources.map(({ text }) => text);

/** What the gate and the grant have in common, as pairs of their resources. */
const sharedResourcePairs = (gate: CheckedStatement, grant: CheckedStatement) =>
  resourcesOf(gate).flatMap((one) =>
    resourcesOf(grant)
      .filter((other) => resourcesMeet(unknownAsWildcard(one), unknownAsWildcard(other), 'some'))
      .map((other) => [one, other] as const),
  );

function closes(
  { elements, resources, notResources }: CheckedStatement,
  one: string,
  other: string,
): boolean {
  if (!elements.has('NotResource')) return resources.some(({ text }) => coversShared(text, one, other));
  return ![one, other].every((text) =>
    notResources.some((left) => resourcesMeet(unknownAsWildcard(left.text), unknownAsWildcard(text), 'some')),
  );
}

/** Where the policy lets its holder set the tag of the gate with this action, on something that is behind the gate. */
function grantsOf(
  context: CheckContext,
  gated: CheckedStatement,
  gate: TagGate,
  action: string,
): readonly Node[] {
  const denials = statementsMatching(context, 'Deny', action)
    .map(({ statement }) => statement)
    .filter(({ conditions }) => conditions.every((use) => deniesTagSetting(use, gate)));
  return statementsMatching(context, 'Allow', action)
    .filter(({ statement }) => !statement.conditions.some((use) => limitsTagSetting(use, gate)))
    .filter(({ statement }) =>
      sharedResourcePairs(gated, statement).some(
        ([one, other]) => !denials.some((denial) => closes(denial, one, other)),
      ),
    )
    .map(({ entry, statement }) => entry?.node ?? statement.node);
}

/** The action with which the tag can be set, and where each statement allows it. */
function openTagging(context: CheckContext, gated: CheckedStatement, gate: TagGate, service: string) {
  for (const action of TAGGING[service] ?? []) {
    const at = grantsOf(context, gated, gate, action);
    if (at.length > 0) return { action, at };
  }
  return undefined;
}

/** Tags that begin with `aws:` are set by AWS alone. */
const gatesOf = ({ conditions }: CheckedStatement): readonly TagGate[] =>
  conditions.flatMap((use) => {
    const [, tag] = /^[a-z0-9-]+:resourcetag\/(?!aws:)(.+)$/.exec(use.lowerKey) ?? [];
    return tag && use.operator?.family === 'String' && !use.operator.negated ? [{ tag, use }] : [];
  });

/** Access behind several tags is open only where each of them can be set. */
function run(context: CheckContext, statement: CheckedStatement): void {
  const gates = gatesOf(statement);
  for (const service of new Set(statement.actions.map(({ text }) => splitAction(text)[0]))) {
    const open = gates.map((gate) => openTagging(context, statement, gate, service));
    const [gate, first] = [gates[0], open[0]];
    if (gate && first && open.every((found) => found !== undefined))
      return context.report(rule, gate.use.keyNode, { key: gate.use.key, action: first.action }, first.at);
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
