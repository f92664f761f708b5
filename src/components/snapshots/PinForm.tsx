import Button from '@mui/material/Button';
import { type FormEvent, useId, useState } from 'react';
import { commands } from '../../state/commands.ts';
import { freePinName, pinLimits } from '../../policies/share/pinNames.ts';
import { pin, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Icon } from '../common/Icon.tsx';
import { Stack } from '../common/Stack.tsx';
import { Input } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';

/** Pins the draft as it is now, under a name. */
export function PinForm() {
  const id = useId();
  const pins = useStore((state) => state.pins);
  const canPin = useStore((state) => commands.pin.enabled(state));
  const [name, setName] = useState('');
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (!canPin) return;
    pin(name.trim() || freePinName(pins));
    setName('');
  };
  return (
    <>
      <Stack as="form" row gap={2} onSubmit={give}>
        <label htmlFor={id}>Name</label>
        <Input
          grow={200}
          id={id}
          value={name}
          placeholder={freePinName(pins)}
          maxLength={pinLimits.name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="outlined" disabled={!canPin} startIcon={<Icon name="pin" />}>
          {commands.pin.label}
        </Button>
      </Stack>
      <CharacterNote text={name} />
      {pins.length >= pinLimits.pins && (
        <Note mt={1}>You have the maximum of {pinLimits.pins} snapshots. Delete one to save another.</Note>
      )}
    </>
  );
}
