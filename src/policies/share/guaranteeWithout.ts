import type { Draft, UserGuarantee } from '../model/draft.ts';
import type { IdentifierReplacer } from './replaceNames.ts';
import { conditionKeyWithout, valueWithout } from './statementWords.ts';

type Condition = UserGuarantee['condition'];

/** A guarantee of the user without what identifies its owner. */
export const guaranteeWithout = (guarantee: UserGuarantee, replace: IdentifierReplacer): UserGuarantee => ({
  ...guarantee,
  title: replace(guarantee.title),
  actions: guarantee.actions.map((action) => replace.lookalikes(action)),
  resources: guarantee.resources.map((resource) => valueWithout(resource, replace)),
  condition: Object.fromEntries(
    Object.entries(guarantee.condition).map(([operator, keys]) => [operator, keysWithout(keys, replace)]),
  ),
});

/** Two keys can become one: it has the values of both. */
function keysWithout(keys: Condition[string], replace: IdentifierReplacer): Condition[string] {
  const clean = new Map<string, readonly string[]>();
  for (const [key, values] of Object.entries(keys)) {
    const name = conditionKeyWithout(key, replace);
    clean.set(name, [...(clean.get(name) ?? []), ...values.map((value) => valueWithout(value, replace))]);
  }
  return Object.fromEntries(clean);
}

/** Everything that a person wrote in guarantees. */
export const textsOfGuarantees = ({ guarantees = [] }: Draft) =>
  guarantees.map(({ title, actions, resources, condition }) => ({
    where: 'Guarantee',
    text: [title, ...actions, ...resources, ...textsOfCondition(condition)].join(' · '),
  }));

const textsOfCondition = (condition: Condition): readonly string[] =>
  Object.values(condition).flatMap((keys) => Object.entries(keys).flat(2));
