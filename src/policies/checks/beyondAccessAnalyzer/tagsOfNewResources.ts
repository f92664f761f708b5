import { kebab } from '../../language/slug.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import type { CheckedStatement, ConditionUse } from '../checkedStatement.ts';
import type { TextEntry } from '../../language/textEntries.ts';
import { withCondition } from '../examples.ts';
import { statementsMatching } from '../granted.ts';
import { namedResources, typesMet } from './reach.ts';

const ON_CREATE = { Action: 'sagemaker:CreateApp', Resource: '*' };

const rule: Rule = {
  code: 'SPB_RESOURCE_TAG_ON_CREATE',
  type: 'SUGGESTION',
  message:
    'A new resource has no tags yet, so with the condition on {key}, the statement doesn’t allow {action}{more}.',
  advice:
    'To require tags during creation, use aws:RequestTag. Keep aws:ResourceTag for actions on existing resources. Some services also compare the tags in the request with this key, but don’t document it: test the call in your account.',
  invalid: withCondition({ StringEquals: { 'aws:ResourceTag/Team': 'a' } }, ON_CREATE),
  valid: withCondition({ StringEquals: { 'aws:RequestTag/Team': 'a' } }, ON_CREATE),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
};

const RESOURCE_TAG = /^(?:aws|[a-z0-9-]+):resourcetag\//;

/** Whether a condition needs the tag to be there. */
const needsTag = ({ lowerKey, operator, values }: ConditionUse): boolean => {
  if (!RESOURCE_TAG.test(lowerKey) || !operator || operator.negated || operator.ifExists) return false;
  if (operator.family === 'Null') return values.every(({ text }) => text === 'false');
  return operator.qualifier !== 'ForAllValues';
};

/** Whether an action makes a resource that the statement is about: `CreateApp` an app. */
function creates({ catalog }: CheckContext, { text }: TextEntry, statement: CheckedStatement): boolean {
  const [facts, ...others] = matchedActions(catalog, text) ?? [];
  const [, made = ''] = /:Create(\w+)$/.exec(facts?.name ?? '') ?? [];
  if (!facts || others.length > 0 || made === '') return false;
  // Some services compare the tags that a call sets with this key, and say so in the reference.
  if (facts.conditionKeys.some((key) => RESOURCE_TAG.test(key.toLowerCase()))) return false;
  const noun = plain(made);
  const type = facts.resourceTypes.find(({ name }) => plain(name) === noun);
  if (!type) return false;
  const resources = namedResources(statement);
  return !resources || typesMet(facts, resources).has(type.name);
}

/** `TrainingJob` and `training-job` alike. */
const plain = (name: string): string => kebab(name).replaceAll('-', '');

/** Whether another statement allows the action without such a tag: then this one is for what exists. */
const isAllowedElsewhere = (context: CheckContext, { text }: TextEntry): boolean =>
  statementsMatching(context, 'Allow', text).some(({ statement }) => !statement.conditions.some(needsTag));

function run(context: CheckContext, statement: CheckedStatement): void {
  const use = statement.conditions.find(needsTag);
  if (!use) return;
  const [first, ...rest] = statement.actions.filter(
    (entry) => creates(context, entry, statement) && !isAllowedElsewhere(context, entry),
  );
  if (!first) return;
  context.report(
    rule,
    use.keyNode,
    {
      key: use.key,
      action: first.text,
      more: rest.length === 0 ? '' : ` (also for ${rest.length} more of its actions)`,
    },
    [first, ...rest].map(({ node }) => node),
  );
}

/** A condition on the tags of a resource that the call is about to create. */
export const tagsOfNewResources: Check = {
  rules: [rule],
  run(context) {
    if (context.type === 'trust' || context.type === 'rcp') return;
    for (const statement of context.statements) if (statement.effect === 'Allow') run(context, statement);
  },
};
