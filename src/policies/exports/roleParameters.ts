import { findPersona } from '../personas/index.ts';
import { variableOfPlaceholder } from '../variables/index.ts';
import type { Parameter } from './parameters.ts';
import type { PlannedRole } from './planned.ts';

/** A parameter that asks for the ARN of a role which the same set makes says so: nobody else knows the name that it will have. */
export function ofRole(parameter: Parameter, roles: readonly PlannedRole[]): Parameter {
  const { placeholder, description } = parameter;
  const variable = placeholder === undefined ? undefined : variableOfPlaceholder(placeholder)?.id;
  const role = roles.find(({ personas }) =>
    personas.some((persona) => findPersona(persona)?.roleVariable === variable),
  );
  if (variable === undefined || role === undefined) return parameter;
  return {
    ...parameter,
    description: `${description} It is the role ${role.name} of this set, if you create it here.`,
  };
}
