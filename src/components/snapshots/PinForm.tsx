import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { pinLimits } from '../../policies/share/pinNames.ts';
import { commands } from '../../state/commands.ts';
import { isPinNameTaken, usualPinName } from '../../state/share/pinActions.ts';
import { pin, useStore } from '../../state/store.ts';
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

interface PinFormProps {
  /** Whether its field has the focus from the start. */
  readonly starts?: boolean;
  onSaved?(): void;
}

/** Keeps the draft as it is now, under a name that no other snapshot has. */
export function PinForm({ starts = false, onSaved }: PinFormProps) {
  const full = useStore((state) => state.pins.length >= pinLimits.pins);
  const canPin = useStore((state) => commands.pin.enabled(state));
  const [name, setName] = useState(usualPinName);
  const isTaken = isPinNameTaken('', name);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (!canPin || isTaken) return;
    pin(name.trim() || usualPinName());
    setName(usualPinName());
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
              maxLength={pinLimits.name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
            <Button
              type="submit"
              variant="outlined"
              disabled={!canPin || isTaken}
              startIcon={<Icon name="pin" />}
            >
              {commands.pin.label}
            </Button>
          </Stack>
        )}
      </Field>
      <CharacterNote text={name} />
      {full && (
        <Note mt={1}>You have the maximum of {pinLimits.pins} snapshots. Delete one to save another.</Note>
      )}
    </form>
  );
}
