import { isFurtherRole } from '../draft/roleInstances.ts';
import { rolesOf } from '../draft/roles.ts';
import type { Persona } from '../library/personas/persona.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Variable } from '../library/variables/variable.ts';
import type { CreatedRole, PassableRoles } from '../model/rolesInAccount.ts';
import type { Draft } from '../model/draft.ts';
import { documentRoles } from './documentRoles.ts';
import { arnsOfRole } from '../model/composedDocument.ts';
import { rolesWithState } from './roleStates.ts';
import { partitionOf, type Readings, readVariables } from './variableReadings.ts';

/** The roles that the policies of a draft can pass. A value that is no ARN counts as none. */
export function passableRoles(draft: Draft, ruleset: Ruleset): PassableRoles {
  const readings = readVariables(draft, ruleset);
  const rolesById = documentRoles(draft, readings);
  const created = createdRoles(draft, rolesById, ruleset);
  const given = givenArns(readings, ruleset);
  const replaced = replacedArns(draft, given, created, rolesById);
  const notExisting = new Set([...replaced, ...created].map(({ arn }) => arn));
  return {
    created: created.map(({ title, arn }) => ({ title, arn })),
    existing: [...new Set(given.flatMap(({ arns }) => arns))].filter(
      (arn) => isArn(arn) && !notExisting.has(arn),
    ),
    replaced,
    missing: given.map(({ variable: { placeholders, label } }) => ({
      placeholder: `<${placeholders[0]}>`,
      label,
    })),
  };
}

type RolesById = ReturnType<typeof documentRoles>;

interface CreatedRoleOfPersonas extends CreatedRole {
  readonly personas: readonly Persona[];
}

const createdRoles = (
  draft: Draft,
  rolesById: RolesById,
  ruleset: Ruleset,
): readonly CreatedRoleOfPersonas[] =>
  rolesOf(draft, ruleset).flatMap(({ id, title, personas }) => {
    const role = rolesById.get(id);
    return role?.state === 'created' ? [{ title, arn: role.arn, personas }] : [];
  });

/** A variable for the ARN of a role, and the values that are given for it. */
interface GivenArns {
  readonly variable: Variable;
  readonly arns: readonly string[];
}

const givenArns = (readings: Readings, ruleset: Ruleset): readonly GivenArns[] =>
  ruleset.variables
    .filter(({ kind }) => kind === 'roleArn')
    .map((variable) => ({
      variable,
      arns: (readings.byVariable.get(variable.id)?.bindings ?? []).flatMap(
        (binding) => binding[variable.placeholders[0]] ?? [],
      ),
    }));

/** ARNs that are given for a role that the draft creates, although the created role has another ARN. */
function replacedArns(
  draft: Draft,
  given: readonly GivenArns[],
  created: readonly CreatedRoleOfPersonas[],
  rolesById: RolesById,
): PassableRoles['replaced'] {
  const further = new Set(
    [...rolesById].flatMap(([id, role]) => (isFurtherRole(draft, id) ? arnsOfRole(role) : [])),
  );
  return given.flatMap(({ variable, arns }) => {
    const role = created.find(({ personas }) =>
      personas.some(({ id, roleVariable }) => roleVariable === variable.id && !isFurtherRole(draft, id)),
    );
    if (!role) return [];
    const by: CreatedRole = { title: role.title, arn: role.arn };
    return arns
      .filter((arn) => isArn(arn) && arn !== by.arn && !further.has(arn))
      .map((arn) => ({ arn, by }));
  });
}

const isArn = (value: string): boolean => value.startsWith('arn:');

/** Placeholders of roles that are created, although other ARNs are given for them → the ARN that they will have. */
export function createdArnsByPlaceholder(draft: Draft, ruleset: Ruleset): ReadonlyMap<string, string> {
  const partition = partitionOf(draft);
  const rolesById = documentRoles(draft, readVariables(draft, ruleset));
  return new Map(
    rolesWithState(draft, partition, ruleset).flatMap(({ id, personas }) => {
      const role = rolesById.get(id);
      if (role?.state !== 'created') return [];
      return personas.flatMap(({ id: persona, roleVariable }) => {
        if (isFurtherRole(draft, persona)) return [];
        const placeholder = ruleset.variables.find((variable) => variable.id === roleVariable)
          ?.placeholders[0];
        return placeholder === undefined ? [] : [[placeholder, role.arn] as const];
      });
    }),
  );
}
