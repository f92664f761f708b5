import Button from '@mui/material/Button';
import { type KeyboardEvent, useState } from 'react';
import { pinLimits } from '../../policies/share/pinNames.ts';
import { compareWithPin, isPinNameTaken, renamePin, restorePin } from '../../state/share/pinActions.ts';
import type { Pin } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { FieldError } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';
import { Input } from '../common/Input.tsx';

/** One pinned point. Its name is a field; it takes effect with Enter, or when the field is left. */
export function PinRow({ pin, onDelete }: { readonly pin: Pin; onDelete(): void }) {
  const [name, setName] = useState(pin.name);
  const isTaken = isPinNameTaken(pin.id, name);
  const give = () => {
    renamePin(pin.id, name);
    setName(isTaken ? pin.name : name.trim() || pin.name);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') give();
    if (event.key !== 'Escape' || name === pin.name) return;
    event.stopPropagation();
    setName(pin.name);
  };
  return (
    <Stack as="li" row gap={2} rowGap={1}>
      <Input
        grow={200}
        aria-label={`Name of ${pin.name}`}
        aria-invalid={isTaken}
        value={name}
        maxLength={pinLimits.name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        onBlur={give}
        onKeyDown={onKey}
      />
      <CharacterNote text={name} />
      {isTaken && <FieldError>Another snapshot has this name.</FieldError>}
      <Button onClick={() => compareWithPin(pin.id)}>
        Compare
        <Of name={`with ${pin.name}`} />
      </Button>
      <Button onClick={() => restorePin(pin)}>
        Restore
        <Of name={pin.name} />
      </Button>
      <Button onClick={onDelete}>
        Delete
        <Of name={pin.name} />
      </Button>
    </Stack>
  );
}

const Of = ({ name }: { readonly name: string }) => <span className="visually-hidden"> {name}</span>;
