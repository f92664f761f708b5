import type { ActionFacts } from '../../catalog/service.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import { identity } from '../examples.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import type { CheckedStatement } from '../checkedStatement.ts';
import type { TextEntry } from '../../language/textEntries.ts';
import { namedResources, reachOf } from './reach.ts';

const SOURCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';

const allowRule: Rule = {
  code: 'SPB_ACTION_NEVER_ALLOWED',
  type: 'WARNING',
  message: 'This statement doesn’t allow {action}: it applies {types}, and this statement lists none{more}.',
  advice:
    'A request is allowed only if its resource is in the statement. Move the action to a separate statement with a resource that it applies to.',
  invalid: identity({ Action: ['ecr:GetAuthorizationToken', 's3:GetObject'] }),
  valid: identity({}),
  source: SOURCE,
};
const denyRule: Rule = {
  code: 'SPB_ACTION_NEVER_DENIED',
  type: 'SECURITY_WARNING',
  message: 'This statement doesn’t deny {action}: it applies {types}, and this statement lists none{more}.',
  advice: 'The Deny statement has no effect on it. Deny the action on a resource that it applies to.',
  invalid: identity({ Effect: 'Deny', Action: 's3:ListBucket' }),
  valid: identity({ Effect: 'Deny' }),
  source: SOURCE,
};

const typesOf = ({ resourceTypes }: ActionFacts): string =>
  resourceTypes.length === 0 ? 'to "*" only' : `to ${resourceTypes.map(({ name }) => name).join(', ')} ARNs`;

/**
 * Resources that policies of resources name with an action, and that its reference doesn’t list for it. A model of another account’s package:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy-xaccount.html
 */
const documentedResources: Readonly<Record<string, RegExp>> = {
  'sagemaker:createmodel': /:model-package\//,
};

const isDocumented = (
  { type }: CheckContext,
  { text }: TextEntry,
  resources: readonly TextEntry[],
): boolean => {
  const pattern = type === 'resource' ? documentedResources[text.toLowerCase()] : undefined;
  return pattern !== undefined && resources.some((resource) => pattern.test(resource.text));
};

interface Dead {
  readonly entry: TextEntry;
  readonly types: string;
}

function deadIn(
  context: CheckContext,
  actions: readonly TextEntry[],
  resources: readonly TextEntry[],
): readonly Dead[] {
  const reaches = reachOf(resources);
  return actions.flatMap((entry) => {
    const matched = matchedActions(context.catalog, entry.text) ?? [];
    const [only] = matched;
    if (!only || matched.some(reaches) || isDocumented(context, entry, resources)) return [];
    return [{ entry, types: matched.length === 1 ? typesOf(only) : 'to other resources' }];
  });
}

function run(context: CheckContext, statement: CheckedStatement): void {
  const { effect, actions } = statement;
  const resources = namedResources(statement);
  const dead = resources ? deadIn(context, actions, resources) : [];
  const [first, ...rest] = dead;
  if (!first) return;
  const more = rest.length === 0 ? '' : ` (also for ${rest.length} more of its actions)`;
  context.report(
    effect === 'Deny' ? denyRule : allowRule,
    first.entry.node,
    { action: first.entry.text, types: first.types, more },
    rest.map(({ entry }) => entry.node),
  );
}

/** Actions that no resource of their statement can ever be asked for with. One finding for each statement. */
export const deadActions: Check = {
  rules: [allowRule, denyRule],
  run(context) {
    if (context.type === 'trust') return;
    for (const statement of context.statements) if (statement.effect) run(context, statement);
  },
};
