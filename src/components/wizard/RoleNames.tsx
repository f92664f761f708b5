import { type ReactNode, useId } from 'react';
import { defaultRoleName } from '../../policies/compose/roleNames.ts';
import { type StatedRole, statedRoles } from '../../policies/compose/roleStates.ts';
import { partitionOf } from '../../policies/compose/variableReadings.ts';
import { variablesOf } from '../../state/derived/derived.ts';
import { setRoleName } from '../../policies/draft/editDraft.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Icon } from '../common/Icon.tsx';
import { Field, Head, Help, Label } from './fieldParts.ts';
import { Input, Problem } from './inputParts.ts';
import { conflictsId, isGiven, RoleConflicts } from './RoleConflicts.tsx';

/** Each role of the draft: under which name the export creates it, or that it exists. Nothing without roles. */
export function RoleNames({ children: group }: { readonly children: (fields: ReactNode) => ReactNode }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const roles = statedRoles(draft, partitionOf(draft), ruleset).filter(
    ({ state }) => state.kind === 'created' || state.kind === 'exists',
  );
  if (roles.length === 0) return null;
  return group(roles.map((role) => <RoleName key={role.id} role={role} draftName={draft.name} />));
}

function RoleName({ role, draftName }: { readonly role: StatedRole; readonly draftName: string }) {
  const ruleset = useRuleset();
  const id = useId();
  const { state, title } = role;
  const entered = useStore(({ draft: { roles = {} } }) => roles[role.id]?.name.trim() ?? '');
  const exists = state.kind === 'exists' && (
    <Help>
      {title}: exists as <code>{state.arns.join(', ')}</code>. The export attaches the policies to it and
      doesn’t create it.
    </Help>
  );
  const conflicts = useSaidElsewhere(role) ? null : (
    <RoleConflicts of={role.personas.map((persona) => persona.id)} id={conflictsId(role.id)} />
  );
  if (exists && !state.arns.includes(entered))
    return (
      <Field>
        {exists}
        {conflicts}
      </Field>
    );
  const error = state.kind === 'created' ? state.problem : undefined;
  return (
    <Field>
      <Head>
        <Label id={id}>{title}</Label>
      </Head>
      <NameInput
        role={role}
        usual={defaultRoleName(role, draftName, ruleset)}
        labelledBy={id}
        {...(error === undefined ? {} : { describedBy: `${id}-error` })}
      />
      {error !== undefined && (
        <Problem id={`${id}-error`}>
          <Icon name="warning" />
          <span>
            {error} Until then the export uses {state.kind === 'created' && state.name}.
          </span>
        </Problem>
      )}
      {exists}
      {conflicts}
    </Field>
  );
}

/** Whether the role is entered in another field, which has the message. */
function useSaidElsewhere({ personas }: StatedRole): boolean {
  const draft = useStore((state) => state.draft);
  const used = new Set(variablesOf(draft).map(({ id }) => id));
  return personas.some(
    ({ roleVariable }) =>
      roleVariable !== undefined && used.has(roleVariable) && isGiven(draft.variables[roleVariable]),
  );
}

interface NameInputProps {
  readonly role: StatedRole;
  /** The name that the role has while none is entered. */
  readonly usual: string;
  readonly labelledBy: string;
  /** Id of what is wrong with the name. */
  readonly describedBy?: string;
}

function NameInput({ role: { id, title }, usual, labelledBy, describedBy }: NameInputProps) {
  const entered =
    useStore(({ draft: { roles = {} } }) => (Object.hasOwn(roles, id) ? roles[id]?.name : '')) ?? '';
  return (
    <>
      <Input
        type="text"
        aria-labelledby={labelledBy}
        aria-describedby={`${describedBy ?? ''} ${conflictsId(id)}`}
        aria-invalid={describedBy !== undefined}
        value={entered}
        placeholder={usual}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target: { value } }) =>
          edit((draft) => setRoleName(draft, id, value), `Name of the role changed: ${title}`, `role-${id}`)
        }
      />
      <CharacterNote text={entered} />
    </>
  );
}
