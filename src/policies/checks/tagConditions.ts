import type { Catalog } from '../catalog/catalog.ts';
import type { ActionFacts } from '../catalog/service.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { identity } from './examples.ts';
import { matchedActions, splitAction } from '../catalog/lookup.ts';
import type { CheckedStatement } from './checkedStatement.ts';
import type { TextEntry } from '../language/textEntries.ts';

const TAG = { Condition: { StringEquals: { 'aws:ResourceTag/owner': 'team-a' } }, Resource: '*' };
const GOOD = identity({ ...TAG, Action: 'sagemaker:StopTrainingJob' });

const denyRule: Rule = {
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  message: 'Actions of {service} don’t support {key}, so this Deny statement doesn’t apply to them.',
  advice: 'Use a resource or another condition key to deny them.',
  invalid: identity({ ...TAG, Effect: 'Deny', Action: 'polly:SynthesizeSpeech' }),
  valid: GOOD,
};
const denyNotRule: Rule = {
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  message: 'The Deny statement includes actions that don’t support {key}, so it doesn’t apply to them.',
  advice: 'List the actions that support the key instead of using NotAction.',
  invalid: identity({ ...TAG, Effect: 'Deny', Action: undefined, NotAction: 's3:*' }),
  valid: GOOD,
};
const allowRule: Rule = {
  code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  message: 'Actions of {service} don’t support {key}, so this statement doesn’t allow them.',
  advice: 'Move them to a statement without the key, or remove them.',
  invalid: identity({ ...TAG, Action: 'polly:SynthesizeSpeech' }),
  valid: GOOD,
};
const allowNotRule: Rule = {
  code: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  message: 'The statement includes actions that don’t support {key}, so it doesn’t allow them.',
  advice: 'List the actions that support the key instead of using NotAction.',
  invalid: identity({ ...TAG, Action: undefined, NotAction: 's3:*' }),
  valid: GOOD,
};

const carriesTag = (action: ActionFacts): boolean =>
  action.conditionKeys.some(isTagKey) ||
  action.resourceTypes.some((type) => type.conditionKeys.some(isTagKey));

const isTagKey = (name: string): boolean => /^aws:resourcetag\//i.test(name);

/**
 * Access Analyzer reports some services only, and does not say which. These are the ones that it was seen to name; for
 * all others, only a service none of whose actions carries the key is reported, so that no finding is wrong.
 */
const OBSERVED = new Set([
  'elasticloadbalancing',
  'elasticmapreduce',
  'sagemaker',
  'sagemaker-mlflow',
  'wisdom',
]);

/** Whether a name or pattern covers an action that has no resource whose tags could be compared. */
function isUnaware(catalog: Catalog, { text }: TextEntry): boolean {
  const [prefix] = splitAction(text);
  const service = catalog.service(prefix);
  if (!service) return false;
  if (!service.conditionKeys.some(({ name }) => isTagKey(name))) return true;
  const matched = OBSERVED.has(prefix) ? (matchedActions(catalog, text) ?? []) : [];
  return matched.some((action) => action.resourceTypes.length === 0 && !carriesTag(action));
}

function run({ report, catalog }: CheckContext, statement: CheckedStatement): void {
  const { effect, actions, elements, conditions } = statement;
  const uses = conditions.filter(
    ({ lowerKey, operator }) => isTagKey(lowerKey) && operator?.family === 'String',
  );
  if (uses.length === 0 || !effect) return;
  const unaware = new Map<string, TextEntry[]>();
  for (const entry of actions) {
    if (!isUnaware(catalog, entry)) continue;
    const [service] = splitAction(entry.text);
    unaware.set(service, [...(unaware.get(service) ?? []), entry]);
  }
  for (const { key, keyNode } of uses) {
    if (elements.has('NotAction')) report(effect === 'Allow' ? allowNotRule : denyNotRule, keyNode, { key });
    for (const [service, [first, ...rest]] of unaware) {
      const also = [...rest.map(({ node }) => node), keyNode];
      if (first) report(effect === 'Allow' ? allowRule : denyRule, first.node, { key, service }, also);
    }
  }
}

export const tags: Check = {
  rules: [denyRule, denyNotRule, allowRule, allowNotRule],
  run(context) {
    if (context.type === 'trust') return;
    for (const statement of context.statements) run(context, statement);
  },
};
