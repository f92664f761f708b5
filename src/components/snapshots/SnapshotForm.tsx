import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { snapshotLimits } from '../../policies/share/snapshotNames.ts';
import { commands } from '../../state/commands.ts';
import { isSnapshotNameTaken, usualSnapshotName } from '../../state/share/snapshotActions.ts';
import { saveSnapshot, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Field } from '../common/Field.tsx';
import { Icon } from '../common/Icon.tsx';
import { Input } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

function focusWhole(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

const fullNote = `You have the maximum of ${snapshotLimits.snapshots} snapshots. Delete one to save another.`;

interface SnapshotFormProps {
  /** Whether its field has the focus from the start. */
  readonly starts?: boolean;
  onSaved?(): void;
}

/** Keeps the draft as it is now, under a name that no other snapshot has. */
export function SnapshotForm({ starts = false, onSaved }: SnapshotFormProps) {
  const full = useStore((state) => state.snapshots.length >= snapshotLimits.snapshots);
  const canSave = useStore((state) => commands.saveSnapshot.enabled(state));
  const [name, setName] = useState(usualSnapshotName);
  const isTaken = isSnapshotNameTaken('', name);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (!canSave || isTaken) return;
    saveSnapshot(name.trim() || usualSnapshotName());
    setName(usualSnapshotName());
    onSaved?.();
  };
  return (
    <form onSubmit={give}>
      <Field
        label="Name"
        error={isTaken ? 'A snapshot has this name already. Enter another one.' : undefined}
      >
        {(control) => (
          <Stack row gap={2} mt={1}>
            <Input
              {...control}
              grow={200}
              {...(starts && { ref: focusWhole })}
              value={name}
              maxLength={snapshotLimits.name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
            <SaveButton isOff={!canSave || isTaken} />
          </Stack>
        )}
      </Field>
      <CharacterNote text={name} />
      {full && <Note mt={1}>{fullNote}</Note>}
    </form>
  );
}

const SaveButton = ({ isOff }: { readonly isOff: boolean }) => (
  <Button type="submit" variant="outlined" disabled={isOff} startIcon={<Icon name="pushpin" />}>
    {commands.saveSnapshot.label}
  </Button>
);
