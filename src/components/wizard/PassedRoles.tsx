import { setPassedRoles } from '../../policies/draft/editRoles.ts';
import { passesRole } from '../../policies/draft/roleInstances.ts';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { personasByVariable } from '../../state/derived/roleFields.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { FieldGroup } from '../common/Field.tsx';

/** Below the variable of a role: which of several roles of its persona each other role can pass. Nothing where there is one. */
export function PassedRoles({ variable }: { readonly variable: Variable }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const passed = selectedPersonas(draft, ruleset).filter(({ roleVariable }) => roleVariable === variable.id);
  if (passed.length < 2) return null;
  return (personasByVariable(draft).get(variable.id) ?? []).map((passer) => (
    <Passer key={passer.id} passer={passer} passed={passed} variable={variable} />
  ));
}

interface PasserProps {
  readonly passer: Persona;
  readonly passed: readonly Persona[];
  readonly variable: Variable;
}

function Passer({ passer, passed, variable }: PasserProps) {
  const draft = useStore((state) => state.draft);
  const isPassed = ({ id }: Persona) => passesRole(draft, passer.id, variable.id, id);
  const ids = passed.filter(isPassed).map(({ id }) => id);
  const toggle = ({ id }: Persona) => {
    const next = passed.map((role) => role.id).filter((one) => (one === id) !== ids.includes(one));
    edit(
      (current) =>
        setPassedRoles(current, passer.id, variable.id, next.length === passed.length ? undefined : next),
      `Roles that ${passer.title} can pass changed`,
    );
  };
  return (
    <FieldGroup small px={4} mb={2} legend={`Roles that “${passer.title}” can pass`}>
      {passed.map((role) => (
        <Choice
          key={role.id}
          type="checkbox"
          title={role.title}
          checked={isPassed(role)}
          // A role that passes none of them does not need the activity: it is deselected in step Permissions.
          disabled={ids.length === 1 && isPassed(role)}
          onChange={() => toggle(role)}
        />
      ))}
    </FieldGroup>
  );
}
