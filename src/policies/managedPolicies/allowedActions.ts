import type { Catalog } from '../catalog/catalog.ts';
import { matchedActions, splitAction } from '../catalog/lookup.ts';
import type { ActionFacts } from '../catalog/service.ts';
import { globMatcher, isPattern } from '../language/glob.ts';
import { listOf, type PolicyDocument, type Statement } from '../language/policy.ts';

/** The published actions that match the Allow statements of a policy, and what else these statements contain. */
export interface AllowedActions {
  /** Without those that it denies on every resource without a condition. */
  readonly actions: readonly ActionFacts[];
  /** Patterns that also match actions that AWS publishes later: `sagemaker:*`. */
  readonly open: readonly string[];
  /** Names and patterns of which AWS's data has no action. */
  readonly notListed: readonly string[];
}

/** By name alone: on which resources and under which conditions is another question. For the services that are loaded. */
export function allowedActions({ Statement: statements }: PolicyDocument, catalog: Catalog): AllowedActions {
  const allows = statements.filter(({ Effect }) => Effect === 'Allow');
  const denied = new Set(
    statements.filter(deniesAll).flatMap((one) => namedBy(one, catalog).map(({ name }) => name)),
  );
  const patterns = [...new Set(allows.flatMap(({ Action }) => listOf(Action)))];
  const actions = new Map(
    allows.flatMap((one) => namedBy(one, catalog)).map((action) => [action.name, action] as const),
  );
  return {
    actions: [...actions.values()].filter(({ name }) => !denied.has(name)),
    open: [
      ...patterns.filter(isPattern),
      ...allows.flatMap(({ NotAction }) => (NotAction ? [`all but ${listOf(NotAction).join(', ')}`] : [])),
    ],
    notListed: patterns.filter((pattern) => actionsOfPattern(pattern, catalog).length === 0),
  };
}

const deniesAll = ({ Effect, Resource, Condition }: Statement): boolean =>
  Effect === 'Deny' && Condition === undefined && listOf(Resource).includes('*');

function namedBy({ Action, NotAction }: Statement, catalog: Catalog): readonly ActionFacts[] {
  if (Action !== undefined) return listOf(Action).flatMap((pattern) => actionsOfPattern(pattern, catalog));
  const excepted = listOf(NotAction).map((pattern) => globMatcher(pattern.toLowerCase()));
  return everyAction(catalog).filter(({ name }) => !excepted.some((matches) => matches(name.toLowerCase())));
}

/** The published actions that a name or pattern matches, also where its service is a pattern. */
export function actionsOfPattern(pattern: string, catalog: Catalog): readonly ActionFacts[] {
  const [service] = splitAction(pattern);
  if (service !== '' && !isPattern(service)) return matchedActions(catalog, pattern) ?? [];
  const matches = globMatcher(pattern.toLowerCase());
  return everyAction(catalog).filter(({ name }) => matches(name.toLowerCase()));
}

const everyAction = (catalog: Catalog): readonly ActionFacts[] =>
  catalog.services.flatMap((prefix) => catalog.service(prefix)?.actions ?? []);
