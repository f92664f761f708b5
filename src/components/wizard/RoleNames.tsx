import type { ReactNode } from 'react';
import { defaultRoleName } from '../../policies/compose/roleNames.ts';
import type { RoleWithState } from '../../policies/compose/roleStates.ts';
import { variablesOf } from '../../state/derived/derived.ts';
import { setRoleName } from '../../policies/draft/editRoles.ts';
import { isFurtherRole } from '../../policies/draft/roleInstances.ts';
import { rolesWithStateOf } from '../../state/derived/roleFields.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Field, type FieldWiring } from '../common/Field.tsx';
import { Input } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';
import { conflictsId, isGiven, RoleConflicts } from './RoleConflicts.tsx';

/** Each role of the draft: under which name the export creates it, or that it exists. Nothing without roles. */
export function RoleNames({ children: group }: { readonly children: (fields: ReactNode) => ReactNode }) {
  const draft = useStore((state) => state.draft);
  const roles = rolesWithStateOf(draft).filter(
    ({ state }) => state.kind === 'created' || state.kind === 'exists',
  );
  if (roles.length === 0) return null;
  return group(roles.map((role) => <RoleName key={role.id} role={role} draftName={draft.name} />));
}

function RoleName({ role, draftName }: { readonly role: RoleWithState; readonly draftName: string }) {
  const ruleset = useRuleset();
  const { state, title } = role;
  const entered = useStore(({ draft: { roles = {} } }) => roles[role.id]?.name.trim() ?? '');
  const exists = state.kind === 'exists' && (
    <Note mt={1}>
      {title}: exists as <code>{state.arns.join(', ')}</code>. The export attaches the policies to it and
      doesn’t create it.
    </Note>
  );
  const conflicts = useSaidElsewhere(role) ? null : (
    <RoleConflicts of={role.personas.map((persona) => persona.id)} id={conflictsId(role.id)} />
  );
  if (exists && !state.arns.includes(entered))
    return (
      <>
        {exists}
        {conflicts}
      </>
    );
  return (
    <Field
      label={title}
      {...(state.kind === 'created' && state.problem !== undefined
        ? { error: `${state.problem} Until then, the export uses ${state.name}.` }
        : {})}
      foot={
        <>
          {exists}
          {conflicts}
        </>
      }
    >
      {(control) => (
        <NameInput role={role} usual={defaultRoleName(role, draftName, ruleset)} control={control} />
      )}
    </Field>
  );
}

/** Whether the role is entered in another field, which has the message. */
function useSaidElsewhere({ personas }: RoleWithState): boolean {
  const draft = useStore((state) => state.draft);
  const used = new Set(variablesOf(draft).map(({ id }) => id));
  return personas.some(
    ({ id, roleVariable }) =>
      !isFurtherRole(draft, id) &&
      roleVariable !== undefined &&
      used.has(roleVariable) &&
      isGiven(draft.variables[roleVariable]),
  );
}

interface NameInputProps {
  readonly role: RoleWithState;
  /** The name that the role has while none is entered. */
  readonly usual: string;
  readonly control: FieldWiring;
}

function NameInput({ role: { id, title }, usual, control }: NameInputProps) {
  const entered =
    useStore(({ draft: { roles = {} } }) => (Object.hasOwn(roles, id) ? roles[id]?.name : '')) ?? '';
  return (
    <>
      <Input
        {...control}
        type="text"
        mono
        wide
        mt={1}
        aria-describedby={`${control['aria-describedby'] ?? ''} ${conflictsId(id)}`}
        value={entered}
        placeholder={usual}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target: { value } }) =>
          edit((draft) => setRoleName(draft, id, value), `Role name changed: ${title}`, `role-${id}`)
        }
      />
      <CharacterNote text={entered} />
    </>
  );
}
