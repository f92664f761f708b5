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
function namedServicesActions(written: readonly string[], catalog: Catalog | undefined): readonly string[] {
  if (!catalog) return [];
  const prefixes = new Set(written.map((action) => action.split(':')[0]?.toLowerCase() ?? ''));
  return [...prefixes].flatMap((prefix) => catalog.service(prefix)?.actions.map(({ name }) => name) ?? []);
}

/** Names for requests: most questions are decided without them. */
export interface NamesOf {
  /** Actions that policies name one by one, and those that AWS has published of the same services; in lower case. */
  actions(): readonly string[];
  /** How actions and condition keys are written: as AWS writes them, or as the policies do. */
  spelling(): Spelling;
}

export function namesOf(documents: Documents, catalog: Catalog | undefined): NamesOf {
  const written = once(() => writtenActions(documents));
  const published = once(() => namedServicesActions(written(), catalog));
  return {
    actions: once(() => {
      const named = written().filter((action) => /^[^:*?]+:[^:*?]+$/.test(action));
      return [...new Set([...published(), ...named].map((name) => name.toLowerCase()))];
    }),
    spelling: once(() => {
      const keys = statementsOf(documents).flatMap(({ Condition = {} }) =>
        Object.values(Condition).flatMap(Object.keys),
      );
      const names = [...keys, ...written(), ...published()];
      return new Map(names.map((name) => [name.toLowerCase(), name]));
    }),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
