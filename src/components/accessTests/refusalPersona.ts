import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { refusedRole } from '../../policies/accessTests/refusals/refusedRole.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { type RoleState, rolesWithState } from '../../policies/compose/roleStates.ts';
import { partitionOf } from '../../policies/compose/variableReadings.ts';

function namesOf(state: RoleState): readonly string[] {
  if (state.kind === 'created') return [state.name];
  return state.kind === 'exists' ? state.arns.flatMap((arn) => arn.split('/').slice(-1)) : [];
}

/** The persona whose role has the name that the message has: one that the export creates, or one that exists. */
export function personaOf(
  call: Pick<RefusedCall, 'principal'>,
  draft: Draft,
  ruleset: Ruleset,
): string | undefined {
  const role = refusedRole(call)?.toLowerCase();
  if (role === undefined) return undefined;
  const found = rolesWithState(draft, partitionOf(draft), ruleset).find(({ state }) =>
    namesOf(state).some((name) => name.toLowerCase() === role),
  );
  return found?.personas[0]?.id;
}
