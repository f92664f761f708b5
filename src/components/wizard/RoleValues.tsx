import Button from '@mui/material/Button';
import { setRoleValues } from '../../policies/draft/editRoles.ts';
import { isFurtherRole, isAccountVariable, valuesOfRole } from '../../policies/draft/roleInstances.ts';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { personasByVariable } from '../../state/derived/roleFields.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import type { OnChangeValues } from './valueEntry.ts';
import { ValuesField } from './ValuesField.tsx';

/** Below a variable: the values of roles that differ from the rest, and where to set one. Nothing where one role uses it. */
export function RoleValues({ variable }: { readonly variable: Variable }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const users = personasByVariable(draft).get(variable.id) ?? [];
  const roles = users.filter(({ kind }) => kind === 'identity');
  const has = ({ id }: Persona) => Object.hasOwn(valuesOfRole(draft, id), variable.id);
  // With one role of each persona there is hardly a value that differs: the question would only crowd the step.
  const hasTeams = selectedPersonas(draft, ruleset).some(({ id }) => isFurtherRole(draft, id));
  if (isAccountVariable(variable.id)) return null;
  if ((roles.length < 2 || !hasTeams) && !roles.some(has)) return null;
  const others = roles.filter((role) => !has(role));
  return (
    <Stack px={4} mb={2}>
      {roles.filter(has).map((role) => (
        <OneRole key={role.id} role={role} variable={variable} />
      ))}
      {others.length > 0 && (
        <Disclosure late label={`Different value for one role: ${variable.label}`}>
          <Note>That role uses its own value. All other roles use the value above.</Note>
          <Stack row gap={1}>
            {others.map((role) => (
              <Button key={role.id} startIcon={<Icon name="plus" />} onClick={() => begin(role, variable)}>
                {role.title}
              </Button>
            ))}
          </Stack>
        </Disclosure>
      )}
    </Stack>
  );
}

/** The role begins with the shared values, to be changed. */
function begin({ id, title }: Persona, variable: Variable): void {
  const values = useStore.getState().draft.variables[variable.id] ?? [''];
  edit((draft) => setRoleValues(draft, id, variable.id, values), `${variable.label} set for ${title}`);
}

function OneRole({ role, variable }: { readonly role: Persona; readonly variable: Variable }) {
  const values = useStore(({ draft }) => valuesOfRole(draft, role.id)[variable.id]) ?? [];
  const set: OnChangeValues = (change, what, typed) =>
    edit(
      (draft) =>
        setRoleValues(draft, role.id, variable.id, change(valuesOfRole(draft, role.id)[variable.id] ?? [])),
      `${variable.label} for ${role.title}${what}`,
      typed === undefined ? undefined : `${role.id}-${variable.id}-${typed}`,
    );
  return (
    <ValuesField
      variable={variable}
      role={role.id}
      label={`${variable.label}: ${role.title}`}
      values={values}
      onChange={set}
      onFocus={() => show({ focused: { persona: role.id } })}
      foot={
        <Button onClick={() => set(() => [], ' as shared')}>
          Use the shared value
          <span className="visually-hidden">
            {' '}
            of {variable.label} for {role.title}
          </span>
        </Button>
      }
    />
  );
}
