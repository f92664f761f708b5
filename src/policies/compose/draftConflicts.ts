import type { Ruleset } from '../library/ruleset.ts';
import { statedConflicts } from './checkedRoles.ts';
import { documentRoles } from './documentRoles.ts';
import type { Draft } from '../model/draft.ts';
import { rolesOf } from '../draft/roles.ts';
import { readVariables } from './variableReadings.ts';

/** What is wrong with the roles of a draft, as `statedConflicts`. */
export function draftConflicts(draft: Draft, ruleset: Ruleset): ReturnType<typeof statedConflicts> {
  const rolesById = documentRoles(draft, readVariables(draft, ruleset));
  return statedConflicts(
    rolesOf(draft, ruleset).map(({ id, personas }) => {
      const role = rolesById.get(id);
      return { personas: personas.map((persona) => persona.id), ...(role ? { role } : {}) };
    }),
    ruleset,
  );
}
