import type { Catalog } from '../catalog/catalog.ts';
import type { Service } from '../catalog/service.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { identity } from './examples.ts';
import { isPattern, splitAction } from './facts.ts';
import type { CheckedStatement } from './statement.ts';

const TAG = { Condition: { StringEquals: { 'aws:ResourceTag/owner': 'team-a' } }, Resource: '*' };
const GOOD = identity({ ...TAG, Action: 'sagemaker:StopTrainingJob' });

const deny: Rule = {
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  says: 'Actions of {service} cannot see {key}: this denial does not stop them as it seems to.',
  advice: 'Deny them by resource or by another key.',
  raises: identity({ ...TAG, Effect: 'Deny', Action: 'polly:SynthesizeSpeech' }),
  passes: GOOD,
};
const denyNot: Rule = {
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  says: 'The denial reaches actions that cannot see {key}: it does not stop them as it seems to.',
  advice: 'Name the actions that carry the key instead of using NotAction.',
  raises: identity({ ...TAG, Effect: 'Deny', Action: undefined, NotAction: 's3:*' }),
  passes: GOOD,
};
const allow: Rule = {
  code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  says: 'Actions of {service} cannot see {key}: this statement does not allow them.',
  advice: 'Move them to a statement without the key, or remove them.',
  raises: identity({ ...TAG, Action: 'polly:SynthesizeSpeech' }),
  passes: GOOD,
};
const allowNot: Rule = {
  code: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  says: 'The statement reaches actions that cannot see {key}: it does not allow them.',
  advice: 'Name the actions that carry the key instead of using NotAction.',
  raises: identity({ ...TAG, Action: undefined, NotAction: 's3:*' }),
  passes: GOOD,
};

const withoutTags = new WeakMap<Service, boolean>();

/**
 * Whether nothing of a service carries aws:ResourceTag. Access Analyzer speaks of whole services, and observed with it, only
 * of some; a service with the key anywhere is passed over, so that the finding is right when it comes.
 */
function knowsNoTags(catalog: Catalog, prefix: string): boolean {
  const service = catalog.service(prefix);
  if (!service) return false;
  let found = withoutTags.get(service);
  if (found === undefined) {
    found = !service.conditionKeys.some(({ name }) => /^aws:resourcetag\//i.test(name));
    withoutTags.set(service, found);
  }
  return found;
}

function run({ report, catalog }: CheckContext, statement: CheckedStatement): void {
  const { effect, actions, elements, conditions } = statement;
  const uses = conditions.filter(
    ({ lowerKey, operator }) => lowerKey.startsWith('aws:resourcetag/') && operator?.family === 'String',
  );
  if (uses.length === 0 || !effect) return;
  const services = new Set(
    actions.map(({ text }) => splitAction(text)[0]).filter((prefix) => prefix && !isPattern(prefix)),
  );
  const unaware = [...services].filter((prefix) => knowsNoTags(catalog, prefix));
  for (const { key, keyNode } of uses) {
    if (elements.has('NotAction')) report(effect === 'Allow' ? allowNot : denyNot, keyNode, { key });
    for (const service of unaware) report(effect === 'Allow' ? allow : deny, keyNode, { key, service });
  }
}

export const tags: Check = {
  rules: [deny, denyNot, allow, allowNot],
  run(context) {
    if (context.type === 'trust') return;
    for (const statement of context.statements) run(context, statement);
  },
};
