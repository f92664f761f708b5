import type { Catalog } from '../../catalog/catalog.ts';
import { computeOnce } from '../../language/computeOnce.ts';
import { placeholderNames } from '../../language/placeholder.ts';
import { listOf, type Statement } from '../../language/policy.ts';
import type { Documents } from '../answer.ts';
import type { Spelling } from './witness.ts';

const statementsOf = (documents: Documents): readonly Statement[] =>
  documents.flatMap(({ Statement }) => [Statement].flat());

const writtenActions = (documents: Documents): readonly string[] =>
  statementsOf(documents).flatMap(({ Action, NotAction }) => listOf(Action ?? NotAction));

/** Patterns of the actions that policies allow; `*` where they allow all but some. */
export const grantedActions = (documents: Documents): readonly string[] =>
  statementsOf(documents).flatMap(({ Effect, Action, NotAction }) => {
    if (Effect !== 'Allow') return [];
    return NotAction === undefined ? listOf(Action) : ['*'];
  });

/** Placeholders in the actions of policies, without their brackets. */
export const missingInActions = (documents: Documents): readonly string[] =>
  writtenActions(documents).flatMap(placeholderNames);

const prefixOf = (action: string): string => action.split(':')[0]?.toLowerCase() ?? '';

/** Condition keys that policy variables name, as they are written. */
const keysOfVariables = (documents: Documents): readonly string[] =>
  [...JSON.stringify(documents).matchAll(/\$\{([^},]+)/g)].map(([, key = '']) => key.trim());

/** The actions of some services whose data is loaded. */
const actionsOfServices = (prefixes: Iterable<string>, catalog: Catalog | undefined): readonly string[] =>
  [...prefixes].flatMap((prefix) => catalog?.service(prefix)?.actions.map(({ name }) => name) ?? []);

/** As AWS writes an action, also one of a service that the policies don’t name. */
const publishedName = (lower: string, catalog: Catalog | undefined): string | undefined =>
  catalog?.service(prefixOf(lower))?.actions.find(({ name }) => name.toLowerCase() === lower)?.name;

/** Names for requests: most questions are decided without them. */
export interface NamesOf {
  /** Actions that policies name one by one, and those that AWS has published of the same services; in lower case. */
  actions(): readonly string[];
  /** How actions and condition keys are written: as AWS writes them, or as the policies do. */
  spelling(): Spelling;
}

export function namesOf(documents: Documents, catalog: Catalog | undefined): NamesOf {
  const written = computeOnce(() => writtenActions(documents));
  const prefixes = computeOnce(() => new Set(written().map(prefixOf)));
  return {
    actions: computeOnce(() => {
      const named = written().filter((action) => /^[^:*?<]+:[^:*?<]+$/.test(action));
      return [
        ...new Set([...actionsOfServices(prefixes(), catalog), ...named].map((name) => name.toLowerCase())),
      ];
    }),
    spelling: computeOnce(() => {
      const keys = statementsOf(documents).flatMap(({ Condition = {} }) =>
        Object.values(Condition).flatMap(Object.keys),
      );
      const all = [...keysOfVariables(documents), ...keys, ...written()];
      const byPolicies = new Map(all.map((name) => [name.toLowerCase(), name]));
      return { get: (lower) => publishedName(lower, catalog) ?? byPolicies.get(lower) };
    }),
  };
}
