import { keysBeside, renamedKey } from '../../catalog/corrections.ts';
import type { ActionFacts } from '../../catalog/service.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import { identity, withCondition } from '../examples.ts';
import { factsOf, keyLookUp, matchedActions, splitAction } from '../../catalog/lookup.ts';
import type { CheckedStatement, ConditionUse } from '../checkedStatement.ts';

const SOURCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';

const neverRule: Rule = {
  code: 'SPB_KEY_NEVER_PRESENT',
  type: 'WARNING',
  message: 'No action in this statement supports {key}, so the condition never matches.',
  advice:
    'The statement has no effect. Move the condition to actions that support the key, or remove it. The Service Authorization Reference lists the condition keys of each action.',
  invalid: withCondition(
    { StringEquals: { 'sagemaker:InstanceTypes': 'ml.m5.xlarge' } },
    { Action: 'sagemaker:CreateModel', Resource: '*' },
  ),
  valid: withCondition(
    { 'ForAnyValue:StringEquals': { 'sagemaker:InstanceTypes': 'ml.m5.xlarge' } },
    { Action: 'sagemaker:CreateTrainingJob', Resource: '*' },
  ),
  source: SOURCE,
};
const neverDeniedRule: Rule = {
  ...neverRule,
  code: 'SPB_KEY_NEVER_PRESENT_IN_DENY',
  type: 'SECURITY_WARNING',
  message: 'No action in this statement supports {key}, so it denies nothing.',
  advice:
    'The Deny statement has no effect. Use actions that support the key. The Service Authorization Reference lists the condition keys of each action.',
  invalid: withCondition(
    { StringEquals: { 'sagemaker:InstanceTypes': 'ml.m5.xlarge' } },
    { Effect: 'Deny', Action: 'sagemaker:CreateModel', Resource: '*' },
  ),
};
const alwaysRule: Rule = {
  code: 'SPB_KEY_NEVER_CHECKED',
  type: 'WARNING',
  message: 'No action in this statement supports {key}, so the condition with {operator} always matches.',
  advice: 'The condition has no effect. Use actions that support the key, or remove the condition.',
  invalid: withCondition(
    { StringNotEquals: { 'sagemaker:RootAccess': 'Enabled' } },
    { Action: 'sagemaker:CreateModel', Resource: '*' },
  ),
  valid: identity({}),
  source: SOURCE,
};

const renamedRule: Rule = {
  code: 'SPB_KEY_RENAMED',
  type: 'WARNING',
  message: 'AWS renamed {key} to {present} in the Service Authorization Reference on {since}.',
  advice:
    'AWS doesn’t document whether requests still include the old key. Use the new key. In a Deny statement, you can check both keys until you have tested it in your account.',
  invalid: withCondition(
    { Null: { 'sagemaker:VolumeKmsKey': 'true' } },
    { Effect: 'Deny', Action: 'sagemaker:CreateTrainingJob', Resource: '*' },
  ),
  valid: withCondition(
    { Null: { 'sagemaker:VolumeKmsKey': 'true', 'sagemaker:VolumeKmsKeyArn': 'true' } },
    { Effect: 'Deny', Action: 'sagemaker:CreateTrainingJob', Resource: '*' },
  ),
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
};

const byAction = new WeakMap<ActionFacts, (lowerKey: string) => unknown>();

function carries(action: ActionFacts, lowerKey: string): boolean {
  let lookUp = byAction.get(action);
  if (!lookUp) {
    const names = [
      ...action.conditionKeys,
      ...action.resourceTypes.flatMap((type) => type.conditionKeys),
      ...keysBeside(action.name),
    ];
    lookUp = keyLookUp(names.map((name) => ({ name, type: undefined })));
    byAction.set(action, lookUp);
  }
  return lookUp(lowerKey) !== undefined;
}

/** Actions of the statement; nothing when a service of one is unknown or not loaded, or when all but some are meant. */
function actionsOf(
  { catalog }: CheckContext,
  statement: CheckedStatement,
): readonly ActionFacts[] | undefined {
  if (statement.actions.length === 0) return undefined;
  const found: ActionFacts[] = [];
  for (const { text } of statement.actions) {
    const matched = matchedActions(catalog, text);
    if (!matched) return undefined;
    found.push(...matched);
  }
  return found;
}

/** Keys that only the service of an action can give. Other global keys come with the request. */
const isServiceGiven = (lowerKey: string): boolean => !lowerKey.startsWith('aws:') && lowerKey.includes(':');

const catalogHasKey = ({ catalog }: CheckContext, lowerKey: string): boolean => {
  const service = catalog.service(splitAction(lowerKey)[0]);
  return service !== undefined && factsOf(service).key(lowerKey) !== undefined;
};

/** `Null: "true"` asks that the key is absent, and so do all negated forms. */
function holdsWhenAbsent({ operator, values }: ConditionUse): boolean {
  if (!operator) return false;
  if (operator.family === 'Null') return values.some(({ text }) => text === 'true');
  return operator.negated || operator.ifExists || operator.qualifier === 'ForAllValues';
}

function run(context: CheckContext, statement: CheckedStatement): void {
  const uses = statement.conditions.filter(({ lowerKey }) => isServiceGiven(lowerKey));
  if (uses.length === 0) return;
  const actions = actionsOf(context, statement);
  if (!actions || actions.length === 0) return;
  for (const use of uses) {
    if (isRenamed(context, statement, use)) continue;
    if (!catalogHasKey(context, use.lowerKey) || actions.some((action) => carries(action, use.lowerKey)))
      continue;
    if (use.operator?.family === 'Null' && holdsWhenAbsent(use)) continue;
    const absent = statement.effect === 'Deny' ? neverDeniedRule : neverRule;
    context.report(holdsWhenAbsent(use) ? alwaysRule : absent, use.keyNode, {
      key: use.key,
      operator: use.operatorText,
    });
  }
}

/** The old name of a key; beside the new one, both are meant. */
function isRenamed({ report }: CheckContext, { conditions }: CheckedStatement, use: ConditionUse): boolean {
  const present = renamedKey(use.lowerKey);
  if (!present) return false;
  const hasBoth = conditions.some(({ lowerKey }) => lowerKey === present.key.toLowerCase());
  if (!hasBoth)
    report(renamedRule, use.keyNode, { key: use.key, present: present.key, since: present.since });
  return true;
}

/** A condition key that no listed action carries, so that the condition says nothing or blocks everything. */
export const uncarriedKeys: Check = {
  rules: [neverRule, neverDeniedRule, alwaysRule, renamedRule],
  run(context) {
    if (context.type === 'trust') return;
    for (const statement of context.statements) if (statement.effect) run(context, statement);
  },
};
