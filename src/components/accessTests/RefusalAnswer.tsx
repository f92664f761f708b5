import { useId } from 'react';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import type { RefusedCall } from '../../policies/accessTests/accessDenied.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { personaOf, roleOf } from './refusalPersona.ts';
import { NoRoleAnswer } from './NoRoleAnswer.tsx';
import { RoleAnswer } from './RoleAnswer.tsx';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { Stack } from '../common/Stack.tsx';
import { Select } from '../common/Select.tsx';

interface RefusalAnswerProps {
  readonly call: RefusedCall;
  onDone(): void;
}

/** Whose role was refused, found by its name or else asked for, and what this role's policies say. */
export function RefusalAnswer({ call, onDone }: RefusalAnswerProps) {
  const ruleset = useRuleset();
  const id = useId();
  const draft = useStore((state) => state.draft);
  const personas = selectedPersonas(draft, ruleset).filter(({ kind }) => kind === 'identity');
  const named = personaOf(call, draft, ruleset);
  const only = personas.length === 1 ? personas[0]?.id : undefined;
  const selected = useUnfinished(({ refusal }) => refusal.persona);
  const isChosen = personas.some((entry) => entry.id === selected);
  const persona = (isChosen ? selected : undefined) ?? named ?? only ?? '';
  const select = (wanted: string) =>
    useUnfinished.setState(({ refusal }) => ({ refusal: { ...refusal, persona: wanted } }));
  const role = roleOf(call);
  if (personas.length === 0) return <NoRoleAnswer call={call} onDone={onDone} />;
  return (
    <>
      {role !== undefined && named === undefined && (
        <p>
          No role of this policy set matches <ForeignText text={role} />. Select the role.
        </p>
      )}
      <Stack row gap={2} mt={2} mb={2}>
        <label htmlFor={id}>Role</label>
        <Select
          id={id}
          value={persona}
          options={[
            ...(persona === '' ? [{ value: '', label: 'Select a role' }] : []),
            ...personas.map(({ id: value, title }) => ({ value, label: title })),
          ]}
          onChange={select}
        />
      </Stack>
      {persona !== '' && <RoleAnswer key={persona} call={call} persona={persona} onDone={onDone} />}
    </>
  );
}
