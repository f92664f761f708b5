import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { enteredName, type RoleName, roleNames } from './roleNames.ts';
import { isFurtherRole, passesRole, personaOfRole } from '../draft/roleInstances.ts';
import { type DraftRole, isManagedByAws, rolesOf } from '../draft/roles.ts';
import { roleArn } from '../library/variables/arnKinds.ts';
import { kindOf } from '../library/variables/kinds.ts';

/**
 * Whether a role is created under a name, or exists under its ARN; `invalid`: what was entered is no ARN; `managedByAws`: AWS
 * creates the role under a name that the page can't know; `none`: the persona has no role that anything can assume.
 */
export type RoleState =
  | ({
      readonly kind: 'created';
      /** ARNs that were given for it: one role cannot be several that exist. */
      readonly arns?: readonly string[];
    } & RoleName)
  | { readonly kind: 'exists'; readonly arns: readonly string[] }
  | { readonly kind: 'invalid' | 'managedByAws' | 'none' };

export interface RoleWithState extends DraftRole {
  readonly state: RoleState;
}

/**
 * The roles of a draft, each created or existing. The ARN in the persona's variable decides first, then the ARN or name that is
 * entered for the role: the field of the variable is shown only if something passes the role.
 */
export function rolesWithState(draft: Draft, partition: string, ruleset: Ruleset): readonly RoleWithState[] {
  const names = roleNames(draft, ruleset);
  return rolesOf(draft, ruleset).map((role) => ({
    ...role,
    state: stateOf(role, draft, partition, names.get(role.id), ruleset),
  }));
}

function stateOf(
  { id, personas }: DraftRole,
  draft: Draft,
  partition: string,
  name: RoleName | undefined,
  ruleset: Ruleset,
): RoleState {
  if (personas.every((persona) => isManagedByAws(persona, draft))) return { kind: 'managedByAws' };
  if (personas.every(({ trust }) => trust.length === 0)) return { kind: 'none' };
  // The persona's variable holds the ARN of its first role: a further one exists under the ARN in place of its name.
  const given = personas.map((persona) =>
    isFurtherRole(draft, persona.id)
      ? undefined
      : enteredArns(persona.roleVariable, draft, partition, ruleset),
  );
  const inPlaceOfName = enteredName(draft, id);
  if (given.every((values) => values === undefined) && roleArn.read(inPlaceOfName, { partition }).ok)
    return { kind: 'exists', arns: [inPlaceOfName] };
  const arns = [...new Set(given.flatMap((values) => values?.valid ?? []))];
  const created: RoleState = { kind: 'created', ...(name ?? { name: '' }) };
  if (given.every((values) => values === undefined)) return created;
  if (arns.length === 0) return { kind: 'invalid' };
  // One role cannot be several that exist: it is created, and a check reports the other ARNs that are passed.
  return personas.length > 1 && arns.length > 1 ? { ...created, arns } : { kind: 'exists', arns };
}

/** The ARNs that are given for a role, entered or by default; nothing where none is. */
function enteredArns(id: string | undefined, { variables }: Draft, partition: string, ruleset: Ruleset) {
  const variable = id === undefined ? undefined : findVariable(id, ruleset);
  if (!variable) return undefined;
  const entered = (variables[variable.id] ?? []).map((value) => value.trim()).filter((value) => value !== '');
  const given = entered.length > 0 ? entered : (variable.default ?? []);
  if (given.length === 0) return undefined;
  const read = kindOf(variable.kind);
  const usedValues = variable.many ? given : given.slice(0, 1);
  return { valid: usedValues.filter((value) => read.read(value, { partition }).ok) };
}

/** Where a created role will be. The partition and the account are placeholders. */
export const createdArn = (name: string): string => `arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${name}`;

/**
 * Variable → the ARNs that it has besides those that are entered: of roles that are created, or given elsewhere. `passer`: of those
 * that this role passes.
 */
export function impliedArns(
  draft: Draft,
  partition: string,
  ruleset: Ruleset,
  passer?: string,
): ReadonlyMap<string, readonly string[]> {
  const implied = new Map<string, readonly string[]>();
  for (const { personas, state } of rolesWithState(draft, partition, ruleset)) {
    const arn = arnOfState(state);
    for (const { id, roleVariable } of personas) {
      if (roleVariable === undefined || !arn || !isImplied(id, roleVariable)) continue;
      implied.set(roleVariable, [...(implied.get(roleVariable) ?? []), arn]);
    }
  }
  return new Map([...implied].map(([variable, arns]) => [variable, [...new Set(arns)]]));

  function isImplied(id: string, variable: string): boolean {
    if (passer !== undefined && !passesRole(draft, passer, variable, id)) return false;
    return isFurtherRole(draft, id) || enteredArns(variable, draft, partition, ruleset) === undefined;
  }
}

const arnOfState = (state: RoleState): string | undefined => {
  if (state.kind === 'created') return createdArn(state.name);
  return state.kind === 'exists' ? state.arns[0] : undefined;
};

/** Whether the first role of the persona that a variable is about is one that a role passes. */
export const passesFirstRole = (
  draft: Draft,
  passer: string,
  variable: string,
  ruleset: Ruleset,
): boolean => {
  const first = ruleset.personas.find(
    ({ id, roleVariable }) => roleVariable === variable && personaOfRole(draft, id) === id,
  );
  return first === undefined || passesRole(draft, passer, variable, first.id);
};
