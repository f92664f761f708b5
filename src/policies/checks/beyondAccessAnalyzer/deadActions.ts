import type { ActionFacts } from '../../catalog/service.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import { identity } from '../examples.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import type { CheckedStatement, Entry } from '../checkedStatement.ts';
import { namedResources, reachOf } from './reach.ts';

const SOURCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';

const allowRule: Rule = {
  code: 'SPB_ACTION_NEVER_ALLOWED',
  type: 'WARNING',
  message:
    '{action} is not allowed by this statement: it works {types}, and no resource here is such a one{more}.',
  advice:
    'A request is allowed only where its resource is among those of the statement. Give the action a statement of its own with the resource that it works on.',
  raises: identity({ Action: ['ecr:GetAuthorizationToken', 's3:GetObject'] }),
  passes: identity({}),
  source: SOURCE,
};
const denyRule: Rule = {
  code: 'SPB_ACTION_NEVER_DENIED',
  type: 'SECURITY_WARNING',
  message:
    '{action} is not denied by this statement: it works {types}, and no resource here is such a one{more}.',
  advice:
    'The denial looks as if it protected, and does not. Deny the action on the resource that it works on.',
  raises: identity({ Effect: 'Deny', Action: 's3:ListBucket' }),
  passes: identity({ Effect: 'Deny' }),
  source: SOURCE,
};

const typesOf = ({ resourceTypes }: ActionFacts): string =>
  resourceTypes.length === 0
    ? 'only on *, since it has no resource of its own'
    : `on ${resourceTypes.map(({ name }) => name).join(', ')}`;

interface Dead {
  readonly entry: Entry;
  readonly types: string;
}

function deadIn(
  { catalog }: CheckContext,
  actions: readonly Entry[],
  resources: readonly Entry[],
): readonly Dead[] {
  const reaches = reachOf(resources);
  return actions.flatMap((entry) => {
    const matched = matchedActions(catalog, entry.text) ?? [];
    const [only] = matched;
    if (!only || matched.some(reaches)) return [];
    return [{ entry, types: matched.length === 1 ? typesOf(only) : 'on other resources' }];
  });
}

function run(context: CheckContext, statement: CheckedStatement): void {
  const { effect, actions } = statement;
  const resources = namedResources(statement);
  const dead = resources ? deadIn(context, actions, resources) : [];
  const [first, ...rest] = dead;
  if (!first) return;
  const more = rest.length === 0 ? '' : `, like ${rest.length} more of its actions`;
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
