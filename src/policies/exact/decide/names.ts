import type { Catalog } from '../../catalog/catalog.ts';
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

/** The actions of the services that policies name, as far as their data is there. */
function namedServicesActions(documents: Documents, catalog: Catalog | undefined): readonly string[] {
  if (!catalog) return [];
  const prefixes = new Set(
    writtenActions(documents).map((action) => action.split(':')[0]?.toLowerCase() ?? ''),
  );
  return [...prefixes].flatMap((prefix) => catalog.service(prefix)?.actions.map(({ name }) => name) ?? []);
}

/** Actions that policies name one by one, and those that AWS has published of the same services; in lower case. */
export function actionsOf(documents: Documents, catalog: Catalog | undefined): readonly string[] {
  const named = writtenActions(documents).filter((action) => /^[^:*?]+:[^:*?]+$/.test(action));
  return [
    ...new Set([...namedServicesActions(documents, catalog), ...named].map((name) => name.toLowerCase())),
  ];
}

/** How actions and condition keys are written: as AWS writes them, or as the policies do. */
export function spellingOf(documents: Documents, catalog: Catalog | undefined): Spelling {
  const keys = statementsOf(documents).flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap(Object.keys),
  );
  const names = [...keys, ...writtenActions(documents), ...namedServicesActions(documents, catalog)];
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
