import { activeTemplates, selectedActivities, selectedPersonas } from '../draft/selection.ts';
import { listOf } from '../language/policy.ts';
import type { StatementTemplate } from '../library/activities/activity.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { DocumentRole } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { isFurtherRole } from '../draft/roleInstances.ts';
import { documentRoles } from './documentRoles.ts';
import { arnsOfRole } from '../model/composedDocument.ts';
import { expandTemplate } from './expandTemplate.ts';
import { variablesOfTemplate } from '../library/variables/placeholders.ts';
import { type Readings, readingsOfRole, readVariables } from './variableReadings.ts';
import type { Variable } from '../library/variables/variable.ts';

/** One persona may hand roles to a service: who, which roles, to whom, because of what. */
export interface RolePass {
  readonly from: string;
  /** The variable that names the roles. */
  readonly variable: Variable;
  /** The role that is passed, by the id of its persona or its own; none for a role that belongs to no persona. */
  readonly to?: string;
  /** ARNs as in the policy, placeholders included. */
  readonly roles: readonly string[];
  /** Service principals that the roles may be passed to. */
  readonly services: readonly string[];
  /** Ids of the activities that pass them. */
  readonly activities: readonly string[];
}

/** Who can pass which role to which service, from the selected activities. In the ruleset's order. */
export function rolePasses(draft: Draft, ruleset: Ruleset): readonly RolePass[] {
  const shared = readVariables(draft, ruleset);
  const rolesById = documentRoles(draft, shared);
  const passesByKey = new Map<string, RolePass>();
  for (const persona of selectedPersonas(draft, ruleset)) {
    const readings = readingsOfRole(draft, shared, persona.id);
    for (const choice of selectedActivities(persona, draft))
      for (const template of activeTemplates(choice, ruleset)) {
        const pass = passOfTemplate(template, persona.id, choice.activity, readings, ruleset);
        if (!pass) continue;
        const key = `${pass.from} ${pass.variable.id}`;
        passesByKey.set(key, united(passesByKey.get(key), pass));
      }
  }
  return [...passesByKey.values()].flatMap((pass) => byPassedRole(pass, draft, rolesById, ruleset));
}

/** The role that a statement of an activity lets a persona pass, or nothing where it passes none. */
function passOfTemplate(
  template: StatementTemplate,
  from: string,
  activity: string,
  readings: Readings,
  ruleset: Ruleset,
): RolePass | undefined {
  if (template.Effect !== 'Allow' || !template.Action.includes('iam:PassRole')) return undefined;
  const variable = roleVariableOf(template, ruleset);
  if (!variable) return undefined;
  const statements = expandTemplate(template, readings).map(({ statement }) => statement);
  const to = ruleset.personas.find(({ roleVariable }) => roleVariable === variable.id)?.id;
  return {
    from,
    variable,
    ...(to === undefined ? {} : { to }),
    roles: statements.flatMap(({ Resource }) => listOf(Resource)),
    services: statements.flatMap(({ Condition }) =>
      listOf(Condition?.['StringEquals']?.['iam:PassedToService']),
    ),
    activities: [activity],
  };
}

/** Passes of one role by one persona, as one. */
const united = (earlier: RolePass | undefined, pass: RolePass): RolePass => ({
  ...pass,
  roles: union(earlier?.roles, pass.roles),
  services: union(earlier?.services, pass.services),
  activities: union(earlier?.activities, pass.activities),
});

/** Of several roles of a persona each is passed by itself; what is none of the draft's roles is passed as that of the first. */
function byPassedRole(
  pass: RolePass,
  draft: Draft,
  rolesById: ReadonlyMap<string, DocumentRole>,
  ruleset: Ruleset,
): readonly RolePass[] {
  const further = selectedPersonas(draft, ruleset).filter(
    ({ id, roleVariable }) => roleVariable === pass.variable.id && isFurtherRole(draft, id),
  );
  const passedTo = further.flatMap(({ id }): readonly RolePass[] => {
    const roles = pass.roles.filter((arn) => arnsOfRole(rolesById.get(id)).includes(arn));
    return roles.length > 0 ? [{ ...pass, to: id, roles }] : [];
  });
  const rest = pass.roles.filter((arn) => !passedTo.some(({ roles }) => roles.includes(arn)));
  return rest.length > 0 || passedTo.length === 0 ? [{ ...pass, roles: rest }, ...passedTo] : passedTo;
}

function roleVariableOf(
  template: Parameters<typeof variablesOfTemplate>[0],
  ruleset: Ruleset,
): Variable | undefined {
  const ids = [...variablesOfTemplate(template, ruleset)];
  return ids.map((id) => findVariable(id, ruleset)).find((variable) => variable?.kind === 'roleArn');
}

const union = (one: readonly string[] = [], other: readonly string[]): readonly string[] => [
  ...new Set([...one, ...other]),
];
