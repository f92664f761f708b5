import Button from '@mui/material/Button';
import {
  addRole,
  MOST_ROLES,
  numberOfRolesOf,
  removeRole,
  setRoleLabel,
} from '../../policies/draft/editRoles.ts';
import { isFurtherRole, personaOfRole, roleChoice } from '../../policies/draft/roleInstances.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import { edit, rulesetInForce, show, useRuleset, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Field } from '../common/Field.tsx';
import { Icon } from '../common/Icon.tsx';
import { Input } from '../common/Input.tsx';
import { Stack } from '../common/Stack.tsx';

/** What a new role takes the focus by. */
const labelOf = (role: string): string => `${role}/label`;

/** As long as a label may be that a stored draft holds. */
const LONGEST = 60;

/** Below a selected persona: another role of it, and of several roles what distinguishes this one. */
export function PersonaRoles({ role }: { readonly role: string }) {
  const draft = useStore((state) => state.draft);
  const persona = personaOfRole(draft, role);
  const roles = numberOfRolesOf(draft, persona);
  return (
    <Stack px={6}>
      {roles > 1 && <RoleLabel role={role} />}
      <Stack row gap={1}>
        {role === persona && roles < MOST_ROLES && <AddRole persona={persona} />}
        {isFurtherRole(draft, role) && <DeleteRole role={role} />}
      </Stack>
    </Stack>
  );
}

function RoleLabel({ role }: { readonly role: string }) {
  const label = useStore(({ draft }) => roleChoice(draft, role)?.label ?? '');
  return (
    <Field label="Team or purpose of this role" data-choice={labelOf(role)}>
      {(control) => (
        <>
          <Input
            {...control}
            type="text"
            wide
            value={label}
            maxLength={LONGEST}
            placeholder="Team A"
            autoComplete="off"
            onChange={({ target: { value } }) =>
              edit((draft) => setRoleLabel(draft, role, value), 'Role label changed', `label-${role}`)
            }
          />
          <CharacterNote text={label} />
        </>
      )}
    </Field>
  );
}

function AddRole({ persona }: { readonly persona: string }) {
  const title = useTitle(persona);
  const add = () => {
    const { draft, role } = addRole(useStore.getState().draft, persona, rulesetInForce());
    edit(() => draft, `Role added: ${title}`);
    show({ focused: { persona: role }, focusTarget: { choice: labelOf(role) } });
  };
  return (
    <Button onClick={add} startIcon={<Icon name="plus" />}>
      Add another role<span className="visually-hidden"> of {title}</span>
    </Button>
  );
}

function DeleteRole({ role }: { readonly role: string }) {
  const title = useTitle(role);
  return (
    <Button
      onClick={() => edit((draft) => removeRole(draft, role, rulesetInForce()), `Role deleted: ${title}`)}
    >
      Delete role<span className="visually-hidden">: {title}</span>
    </Button>
  );
}

const useTitle = (role: string): string => findPersona(role, useRuleset())?.title ?? role;
