import { type AccountRole, accountRoles, conflictOf, personasOf, type RoleDocument } from './sharedRoles.ts';

/**
 * Whose policies the role of a persona has: the personas of each role of the account that is the persona's, the most first. Where it
 * is open whether the roles are one (one of them cannot be as it is given), both are there: together, and the persona's alone.
 */
export const personasBeside = (
  documents: readonly RoleDocument[],
  persona: string,
): readonly (readonly string[])[] => personasBesideAmong(accountRoles(documents), persona);

/** The same of roles that were read once for several personas. */
export function personasBesideAmong(
  rolesOfAccount: readonly AccountRole[],
  persona: string,
): readonly (readonly string[])[] {
  const roles = rolesOfAccount.filter((role) => personasOf(role).includes(persona));
  const alone = (role: AccountRole) =>
    conflictOf(role) === 'shared'
      ? []
      : role.holders.flatMap(({ personas }) => (personas.includes(persona) ? [personas] : []));
  const all = roles.flatMap((role) => [personasOf(role), ...alone(role)]);
  const distinct = [...new Map(all.map((personas) => [personas.join(' '), personas])).values()];
  return distinct.length === 0 ? [[persona]] : distinct.toSorted((one, other) => other.length - one.length);
}
