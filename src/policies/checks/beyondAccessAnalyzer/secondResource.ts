import { matchedActions } from '../../catalog/lookup.ts';
import type { ActionFacts } from '../../catalog/service.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import type { TextEntry } from '../../language/textEntries.ts';
import { identity } from '../examples.ts';
import { statementsMatching } from '../granted.ts';
import { namedResources, typesMet } from './reach.ts';

const ENDPOINT = 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/team-a-*';

const rule: Rule = {
  code: 'SPB_SECOND_RESOURCE_MISSING',
  type: 'WARNING',
  message: '{action} is authorized on {types}, and this policy allows it only on {allowed}.',
  advice:
    'IAM authorizes each call on all of these resource types. Without the missing type, the call is denied. Add its ARNs to the statement, or make sure that another policy of the same role allows them.',
  invalid: identity({ Action: 'sagemaker:UpdateEndpoint', Resource: ENDPOINT }),
  valid: identity({
    Action: 'sagemaker:UpdateEndpoint',
    Resource: [ENDPOINT, 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/team-a-*'],
  }),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
};

interface Missed {
  readonly entry: TextEntry;
  readonly facts: ActionFacts;
  readonly met: ReadonlySet<string>;
}

/**
 * Services whose reference marks as required what one call is really checked on. Elsewhere the mark can mean one of several types, and
 * also here where a type is part of another, or where an action only connects two resources.
 */
const CHECKED = /^(?:sagemaker:(?:Create|Update)|ec2:(?:Create|Run))/;

/** The types that a call of the action is authorized on, each of them; fewer than two where it is not known to be so. */
export function requiredTypes({ name: action, resourceTypes }: ActionFacts): readonly string[] {
  if (!CHECKED.test(action)) return [];
  const names = resourceTypes.filter((type) => type.required).map(({ name }) => name);
  const isPart = names.some((name) =>
    names.some((other) => other.startsWith(`${name}-`) && other !== `${name}-config`),
  );
  return isPart ? [] : names;
}

/** Types that some statement of the policy covers for an action; nothing where one covers every resource. */
function typesCovered(context: CheckContext, facts: ActionFacts): ReadonlySet<string> | undefined {
  const met = new Set<string>();
  for (const { statement } of statementsMatching(context, 'Allow', facts.name)) {
    const resources = namedResources(statement);
    if (!resources) return undefined;
    for (const name of typesMet(facts, resources)) met.add(name);
  }
  return met;
}

function missedBy(context: CheckContext, entry: TextEntry): Missed | undefined {
  const [facts, ...others] = matchedActions(context.catalog, entry.text) ?? [];
  if (!facts || others.length > 0) return undefined;
  const needed = requiredTypes(facts);
  const met = needed.length > 1 ? typesCovered(context, facts) : undefined;
  // An action that no resource fits has a finding of its own.
  const isMissed =
    met && met.size > 0 && needed.some((name) => met.has(name)) && !needed.every((name) => met.has(name));
  return isMissed ? { entry, facts, met } : undefined;
}

function run(context: CheckContext): void {
  const said = new Set<string>();
  for (const { effect, actions } of context.statements) {
    if (effect !== 'Allow') continue;
    for (const entry of actions) {
      const missed = said.has(entry.text.toLowerCase()) ? undefined : missedBy(context, entry);
      if (!missed) continue;
      said.add(entry.text.toLowerCase());
      const { facts, met } = missed;
      const needed = requiredTypes(facts);
      context.report(rule, entry.node, {
        action: facts.name,
        types: listed(needed),
        allowed: listed(needed.filter((name) => met.has(name))),
      });
    }
  }
}

const listed = (names: readonly string[]): string => names.join(' and ');

/** Actions that one call asks for on resources of several types, of which the policy has only some. */
export const secondResource: Check = {
  rules: [rule],
  run(context) {
    if (context.type === 'identity') run(context);
  },
};
