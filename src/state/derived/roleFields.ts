import { draftConflicts } from '../../policies/compose/draftConflicts.ts';
import { impliedArns, rolesWithState } from '../../policies/compose/roleStates.ts';
import { partitionOf } from '../../policies/compose/variableReadings.ts';
import { variablesOfRole } from '../../policies/compose/variablesInUse.ts';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { oncePerPolicies } from './oncePerDraft.ts';

/** What the fields of step Resources show of the roles: computed once after a letter, however many fields there are. */

/** What is wrong with the roles that are entered. */
export const roleConflictsOf = oncePerPolicies(draftConflicts);

/** Each role of the draft, created or existing. */
export const rolesWithStateOf = oncePerPolicies((draft, ruleset) =>
  rolesWithState(draft, partitionOf(draft), ruleset),
);

/** Variable id → the ARNs of roles that it has besides those that are entered. */
export const impliedArnsOf = oncePerPolicies((draft, ruleset) =>
  impliedArns(draft, partitionOf(draft), ruleset),
);

/** Variable id → the selected personas whose policies use it, in the ruleset's order. */
export const personasByVariable = oncePerPolicies(byVariable);

function byVariable(draft: Draft, ruleset: Ruleset): ReadonlyMap<string, readonly Persona[]> {
  const users = new Map<string, Persona[]>();
  for (const persona of selectedPersonas(draft, ruleset))
    for (const { id } of variablesOfRole(persona, draft, ruleset))
      users.set(id, [...(users.get(id) ?? []), persona]);
  return users;
}
