import type { DocumentRole } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { createdArn, type RoleState, rolesWithState } from './roleStates.ts';
import { type Binding, partitionOf, type Readings, bindPlaceholders } from './variableReadings.ts';

/** Id of a role → what its documents say of it. */
export function documentRoles(draft: Draft, readings: Readings): ReadonlyMap<string, DocumentRole> {
  const roles = rolesWithState(draft, partitionOf(draft), readings.ruleset);
  const bound: Binding = Object.assign(
    {},
    ...['partition', 'accountId'].map((id) => readings.byVariable.get(id)?.bindings[0] ?? {}),
  );
  return new Map(
    roles.flatMap(({ id, state }) => {
      const role = documentRole(state, bound);
      return role ? [[id, role] as const] : [];
    }),
  );
}

function documentRole(state: RoleState, bound: Binding): DocumentRole | undefined {
  if (state.kind === 'created') {
    const { name, arns } = state;
    const arn = bindPlaceholders(createdArn(name), bound);
    return { state: 'created', name, arn, ...(arns && { arns }) };
  }
  if (state.kind === 'exists') {
    const account = bindPlaceholders('<ACCOUNT_ID>', bound);
    const isHere = (arn: string) => account === '<ACCOUNT_ID>' || arn.split(':')[4] === account;
    const elsewhere = state.arns.filter((arn) => !isHere(arn));
    return { state: 'exists', arns: state.arns.filter(isHere), elsewhere };
  }
  if (state.kind === 'managedByAws') return { state: 'permissionSet' };
  return state.kind === 'invalid' ? { state: 'unknown' } : undefined;
}
