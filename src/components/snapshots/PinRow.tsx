import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useState } from 'react';
import { pinLimits } from '../../policies/share/pinNames.ts';
import { compareWithPin, renamePin, restorePin } from '../../state/share/pins.ts';
import type { Pin } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { control } from '../common/control.ts';

const Item = styled('li')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 8px',
  padding: '8px 0',
  borderTop: '1px solid var(--hairline)',
});
const Field = styled('input')({ ...control, flex: '1 1 200px' });

/** One pinned point. Its name is a field; it takes effect with Enter, or when the field is left. */
export function PinRow({ pin, onDelete }: { readonly pin: Pin; onDelete(): void }) {
  const [name, setName] = useState(pin.name);
  const give = () => {
    renamePin(pin.id, name);
    setName(name.trim() || pin.name);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') give();
    if (event.key !== 'Escape' || name === pin.name) return;
    event.stopPropagation();
    setName(pin.name);
  };
  return (
    <Item>
      <Field
        aria-label={`Name of ${pin.name}`}
        value={name}
        maxLength={pinLimits.name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        onBlur={give}
        onKeyDown={onKey}
      />
      <CharacterNote text={name} />
      <Button onClick={() => compareWithPin(pin.id)}>
        Compare
        <Of name={`with ${pin.name}`} />
      </Button>
      <Button onClick={() => restorePin(pin)}>
        Make this the draft
        <Of name={pin.name} />
      </Button>
      <Button onClick={onDelete}>
        Delete
        <Of name={pin.name} />
      </Button>
    </Item>
  );
}

const Of = ({ name }: { readonly name: string }) => <span className="visually-hidden"> {name}</span>;
