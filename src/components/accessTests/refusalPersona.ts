import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { type RoleState, rolesWithState } from '../../policies/compose/roleStates.ts';
import { partitionOf } from '../../policies/compose/variableReadings.ts';

/** The name of the role that was refused; nothing for a user or the account itself. */
export const roleOf = ({ principal = '' }: Pick<RefusedCall, 'principal'>): string | undefined =>
  /:(?:assumed-role|role)\/(?:.*\/)?([^/]+)/.exec(principal.replace(/(:assumed-role\/[^/]+)\/.*/, '$1'))?.[1];

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
  const role = roleOf(call)?.toLowerCase();
  if (role === undefined) return undefined;
  const found = rolesWithState(draft, partitionOf(draft), ruleset).find(({ state }) =>
    namesOf(state).some((name) => name.toLowerCase() === role),
  );
  return found?.personas[0]?.id;
}
