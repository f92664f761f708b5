import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { type PassableRoles, passableRoles } from './passableRoles.ts';
import { findPersona } from '../library/personas/index.ts';
import { ONE_ROLE_TITLE } from '../draft/roles.ts';
import {
  type AccountRole,
  accountRoles,
  conflictOf,
  personasOf,
  type RoleHolder,
  type StatedConflict,
} from './sharedRoles.ts';

/** What is wrong with the roles that documents are for. */
export const statedConflicts = (
  documents: readonly Pick<ComposedDocument, 'personas' | 'role'>[],
): readonly (StatedConflict & Pick<AccountRole, 'holders'>)[] =>
  accountRoles(documents).flatMap((role) => {
    const conflict = conflictOf(role);
    if (!conflict) return [];
    const { name, arns, holders } = role;
    const created = holders.find((holder) => holder.created);
    const personas = personasOf(role)
      .map((persona) => `“${titleOf(persona)}”`)
      .join(', ');
    const stated = { conflict, name, arns, personas, holders };
    return [created ? { ...stated, created: titleOfHolder(created) } : stated];
  });

const titleOf = (persona: string): string => findPersona(persona)?.title ?? persona;

const titleOfHolder = ({ personas: [first = '', ...others] }: RoleHolder): string =>
  others.length > 0 ? ONE_ROLE_TITLE : titleOf(first);

/**
 * What the check of each document knows of the draft's roles. What is wrong with a role goes to one document of each that has it: to
 * the first permissions policy, else to the trust policy.
 */
export function checkedRoles(
  draft: Draft,
  documents: readonly ComposedDocument[],
): (document: ComposedDocument) => PassableRoles {
  const roles = passableRoles(draft);
  const conflicts = statedConflicts(documents).map(({ holders, ...stated }) => ({
    stated,
    places: new Set(holders.map((holder) => placeOf(holder, documents))),
  }));
  return ({ id }) => {
    const own = conflicts.filter(({ places }) => places.has(id)).map(({ stated }) => stated);
    return own.length > 0 ? { ...roles, conflicts: own } : roles;
  };
}

function placeOf({ personas }: RoleHolder, documents: readonly ComposedDocument[]): string | undefined {
  const own = documents.filter((document) => document.personas.some((persona) => personas.includes(persona)));
  return (own.find(({ kind }) => kind === 'identity') ?? own.find(({ kind }) => kind === 'trust'))?.id;
}
