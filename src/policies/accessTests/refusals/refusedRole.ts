import type { Persona } from '../../library/personas/persona.ts';
import type { RefusedCall } from './refusedCall.ts';

/** The name of the role that was refused; nothing for a user or the account itself. */
export const refusedRole = ({ principal = '' }: Pick<RefusedCall, 'principal'>): string | undefined =>
  /:(?:assumed-role|role)\/(?:.*\/)?([^/]+)/.exec(principal.replace(/(:assumed-role\/[^/]+)\/.*/, '$1'))?.[1];

/** Personas by how many words of their titles a role's name has, the most first; as they were where it has none. */
export function byRoleName(role: string, personas: readonly Persona[]): readonly Persona[] {
  const name = role.toLowerCase();
  // Short words are in many names by chance.
  const sharedBy = ({ title }: Persona) =>
    title
      .toLowerCase()
      .split(' ')
      .filter((word) => word.length > 3 && name.includes(word)).length;
  return personas.toSorted((one, other) => sharedBy(other) - sharedBy(one));
}
