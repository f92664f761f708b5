import { levelName } from '../../catalog/accessLevels.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { matchedActions, splitAction } from '../../catalog/lookup.ts';
import type { ActionFacts } from '../../catalog/service.ts';
import { globMatcher, isPattern } from '../../language/glob.ts';
import { listOf } from '../../language/policy.ts';
import type { PreparedStatement } from '../../simulate/preparedStatement.ts';
import type { Reaching } from './reachRow.ts';

/** An action that a statement allows, or a pattern whose actions are not known. */
export interface GrantedAction {
  readonly name: string;
  /** `*` for all services that no policy names. */
  readonly service: string;
  readonly can: Reaching;
  /** Nothing where AWS’s lists do not have it. */
  readonly facts: ActionFacts | undefined;
  readonly unknown?: 'actionNotListed' | 'serviceNotLoaded';
  /** What statements are matched with: the name, or a pattern that matches every action it includes. */
  readonly pattern: string;
}

/** The actions that an Allow statement names, each once, over the services that the policies of the set name. */
export function grantedActions(
  { statement: { Action, NotAction }, action: isNamed }: PreparedStatement,
  catalog: Catalog,
  services: readonly string[],
): readonly GrantedAction[] {
  const found = new Map<string, GrantedAction>();
  const add = (granted: GrantedAction) => {
    const key = granted.name.toLowerCase();
    if (!found.has(key)) found.set(key, granted);
  };
  if (NotAction !== undefined) {
    const all = services.flatMap((service) => catalog.service(service)?.actions ?? []);
    for (const facts of all) if (isNamed(facts.name.toLowerCase())) add(known(facts));
    add(rest(`all but ${listOf(NotAction).join(', ')}`, '*'));
  }
  for (const text of listOf(Action)) {
    const [prefix] = splitAction(text);
    const isWide = prefix === '' || isPattern(prefix);
    if (isWide) for (const facts of overServices(text, catalog, services)) add(known(facts));
    for (const granted of isWide ? [rest(text, text)] : named(text, prefix, catalog)) add(granted);
  }
  return [...found.values()];
}

/** The actions of the services of the set that a pattern over services matches. */
function overServices(text: string, catalog: Catalog, services: readonly string[]): readonly ActionFacts[] {
  const [prefix, name] = text.includes(':') ? splitAction(text) : [text.toLowerCase(), '*'];
  return services
    .filter((service) => globMatcher(prefix)(service))
    .flatMap((service) => matchedActions(catalog, `${service}:${name}`) ?? []);
}

const known = (facts: ActionFacts): GrantedAction => ({
  name: facts.name,
  pattern: facts.name,
  service: splitAction(facts.name)[0],
  can: reachingOf(facts),
  facts,
});

const rest = (name: string, pattern: string): GrantedAction => ({
  name,
  pattern,
  service: '*',
  can: 'other',
  facts: undefined,
});

function named(text: string, service: string, catalog: Catalog): readonly GrantedAction[] {
  const facts = matchedActions(catalog, text);
  if (facts && facts.length > 0) return facts.map(known);
  const unknown = facts || catalog.state(service) === 'unknown' ? 'actionNotListed' : 'serviceNotLoaded';
  return [{ name: text, pattern: text, service, can: 'other', facts: undefined, unknown }];
}

/** Passing a role is writing to AWS; what it means is what the role can do. */
function reachingOf({ name, accessLevel }: ActionFacts): Reaching {
  if (name === 'iam:PassRole') return 'pass';
  const level = levelName(accessLevel);
  if (level === 'Permissions management' || level === 'Tagging') return 'administer';
  return level === 'Write' ? 'write' : 'read';
}
