import { useId } from 'react';
import type { Persona } from '../../policies/library/personas/persona.ts';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';

/** Whose policies answer for the denied call. */
export const selectRole = (persona: string) =>
  useUnfinished.setState(({ refusal }) => ({ refusal: { ...refusal, persona } }));

interface RoleSelectProps {
  readonly personas: readonly Persona[];
  /** Empty until one is selected. */
  readonly persona: string;
}

/** The roles of the set, to select whose call was denied. */
export function RoleSelect({ personas, persona }: RoleSelectProps) {
  const id = useId();
  return (
    <Stack row gap={2} mt={2} mb={2}>
      <label htmlFor={id}>Role</label>
      <Select
        id={id}
        value={persona}
        options={[
          ...(persona === '' ? [{ value: '', label: 'Select a role' }] : []),
          ...personas.map(({ id: value, title }) => ({ value, label: title })),
        ]}
        onChange={selectRole}
      />
    </Stack>
  );
}
