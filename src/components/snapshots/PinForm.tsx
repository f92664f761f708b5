import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type FormEvent, useId, useState } from 'react';
import { commands } from '../../state/commands.ts';
import { freePinName, pinLimits } from '../../policies/share/pinNames.ts';
import { pin, useStore } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { control } from '../common/control.ts';
import { Icon } from '../common/Icon.tsx';

const Form = styled('form')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });
const Field = styled('input')({ ...control, flex: '1 1 200px' });
const Line = styled('p')({ margin: '4px 0 0', fontSize: 13, color: 'var(--ink-2)' });

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
      <Form onSubmit={give}>
        <label htmlFor={id}>Name</label>
        <Field
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
      </Form>
      <CharacterNote text={name} />
      {pins.length >= pinLimits.pins && (
        <Line>{pinLimits.pins} points are pinned, as many as are kept. Delete one to pin another.</Line>
      )}
    </>
  );
}
