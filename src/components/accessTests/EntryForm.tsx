import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { below } from '../common/theme.ts';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

const Form = styled('form')({
  display: 'grid',
  gridTemplateColumns: 'minmax(88px, max-content) minmax(0, 1fr)',
  gap: '8px 12px',
  alignItems: 'start',
  maxWidth: 720,
  margin: '8px 0 16px',
  fontSize: 13,
  '& label': { paddingTop: 6 },
  [below.tablet]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 },
});

interface EntryFormProps {
  readonly id: string;
  readonly name: string;
  readonly saveLabel: string;
  /** Why it cannot be saved; empty for none. */
  readonly problem: string;
  onSave(): void;
  onCancel(): void;
  /** Labels and their fields, by turns. */
  readonly children: ReactNode;
}

/** A test or guarantee to fill in: saved by its button or Enter, left by Cancel or Escape. */
export function EntryForm({ id, name, saveLabel, problem, onSave, onCancel, children }: EntryFormProps) {
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  const cancelOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <Form id={id} onSubmit={save} onKeyDown={cancelOnEscape} aria-label={name} noValidate>
      {children}
      <Stack row gap={2} style={{ gridColumn: '1 / -1' }}>
        <Button type="submit" variant="contained">
          {saveLabel}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <Note as="span" tone="error" role="alert">
          {problem}
        </Note>
      </Stack>
    </Form>
  );
}
