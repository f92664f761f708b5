import { activeTemplates, selectedActivities, selectedPersonas } from '../draft/selection.ts';
import { listOf } from '../language/policy.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { expandTemplate } from './expandTemplate.ts';
import { variablesOfTemplate } from '../library/variables/placeholders.ts';
import { readVariables } from './variableReadings.ts';
import type { Variable } from '../library/variables/variable.ts';

/** One persona may hand roles to a service: who, which roles, to whom, because of what. */
export interface RolePass {
  readonly from: string;
  /** The variable that names the roles. */
  readonly variable: Variable;
  /** The persona whose role is passed; none for a role that belongs to no persona. */
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
  const readings = readVariables(draft, ruleset);
  const passesByKey = new Map<string, RolePass>();
  for (const persona of selectedPersonas(draft, ruleset)) {
    for (const choice of selectedActivities(persona, draft)) {
      for (const template of activeTemplates(choice, ruleset)) {
        if (template.Effect !== 'Allow' || !template.Action.includes('iam:PassRole')) continue;
        const variable = roleVariableOf(template, ruleset);
        if (!variable) continue;
        const statements = expandTemplate(template, readings).map(({ statement }) => statement);
        const key = `${persona.id} ${variable.id}`;
        const earlier = passesByKey.get(key);
        const to = ruleset.personas.find(({ roleVariable }) => roleVariable === variable.id)?.id;
        passesByKey.set(key, {
          from: persona.id,
          variable,
          ...(to === undefined ? {} : { to }),
          roles: union(
            earlier?.roles,
            statements.flatMap(({ Resource }) => listOf(Resource)),
          ),
          services: union(
            earlier?.services,
            statements.flatMap(({ Condition }) =>
              listOf(Condition?.['StringEquals']?.['iam:PassedToService']),
            ),
          ),
          activities: union(earlier?.activities, [choice.activity]),
        });
      }
    }
  }
  return [...passesByKey.values()];
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
