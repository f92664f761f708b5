import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { commands } from '../../state/commands.ts';
import { type BaselineRef, type Pin, show, useStore } from '../../state/store.ts';
import { useVisibleString } from '../common/characters.ts';
import { control } from '../common/control.ts';
import { Icon } from '../common/Icon.tsx';
import { below } from '../../theme.ts';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 8px',
  minHeight: 40,
  padding: '4px 12px 4px 16px',
  borderBottom: '1px solid var(--hairline)',
  fontSize: 13,
});
const Select = styled('select')({ ...control, maxWidth: '100%' });
const Side = styled('span')({ marginLeft: 'auto', [below.barWithCounts]: { display: 'none' } });

const keyOf = (ref: BaselineRef): string => (ref.kind === 'pin' ? `pin:${ref.id}` : ref.kind);

function refOf(key: string): BaselineRef {
  if (key.startsWith('pin:')) return { kind: 'pin', id: key.slice('pin:'.length) };
  return { kind: key === 'previous' ? 'previous' : 'published' };
}

/** What the document is compared with, and how. */
export function ChangesBar({ baseline }: { readonly baseline: string }) {
  const id = useId();
  const ref = useStore((state) => state.screen.baseline);
  const pins = useStore((state) => state.pins);
  const visible = useVisibleString(...pins.map(({ name }) => name));
  const canPin = useStore((state) => commands.pin.enabled(state));
  const sideBySide = useStore((state) => state.screen.sideBySide);
  return (
    <Bar>
      <label htmlFor={id}>Since</label>
      <Select
        id={id}
        value={keyOf(ref)}
        title={baseline}
        onChange={(event) => show({ baseline: refOf(event.target.value) })}
      >
        <option value="published">as published in the guide</option>
        <option value="previous">before the last change</option>
        {pins.map((pin) => (
          <option key={pin.id} value={`pin:${pin.id}`}>
            {visible(pinLabel(pin))}
          </option>
        ))}
      </Select>
      <Button disabled={!canPin} onClick={() => commands.pin.run()} startIcon={<Icon name="pin" />}>
        {commands.pin.label}
      </Button>
      {pins.length > 0 && <Button onClick={() => commands.pins.run()}>{commands.pins.label}…</Button>}
      <Side>
        <Button onClick={() => show({ sideBySide: !sideBySide })}>
          {sideBySide ? 'Show inline' : 'Show side by side'}
        </Button>
      </Side>
    </Bar>
  );
}

const pinLabel = (pin: Pin): string => `pinned: ${pin.name}`;
