import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { commands } from '../../state/commands.ts';
import { snapshotLabel } from '../../state/derived/baseline.ts';
import { show, useStore } from '../../state/store.ts';
import type { BaselineRef } from '../../state/screen.ts';
import { useVisibleString } from '../common/characters.ts';
import { Icon } from '../common/Icon.tsx';
import { below } from '../common/theme.ts';
import { Toolbar } from '../common/Toolbar.tsx';
import { Select } from '../common/Select.tsx';

const Side = styled('span')({ marginLeft: 'auto', [below.barWithCounts]: { display: 'none' } });

const keyOf = (ref: BaselineRef): string => (ref.kind === 'pin' ? `pin:${ref.id}` : ref.kind);

function refOf(key: string): BaselineRef {
  if (key.startsWith('pin:')) return { kind: 'pin', id: key.slice('pin:'.length) };
  return { kind: key === 'previous' || key === 'nothing' ? key : 'published' };
}

/** What the document is compared with, and how. */
export function ChangesBar({ baseline }: { readonly baseline: string }) {
  const id = useId();
  const ref = useStore((state) => state.screen.baseline);
  const pins = useStore((state) => state.pins);
  const visible = useVisibleString(...pins.map(({ name }) => name));
  return (
    <Toolbar>
      <label htmlFor={id}>Compare with</label>
      <Select
        id={id}
        value={keyOf(ref)}
        title={baseline}
        options={[
          { value: 'published', label: 'AWS guide' },
          { value: 'previous', label: 'Previous version' },
          { value: 'nothing', label: 'Nothing (everything is new)' },
          ...pins.map((pin) => ({ value: `pin:${pin.id}`, label: visible(snapshotLabel(pin)) })),
        ]}
        onChange={(key) => show({ baseline: refOf(key) })}
      />
      <ChangesActions />
    </Toolbar>
  );
}

/** What can be done beside picking a baseline: keep this state, and show the texts otherwise. */
export function ChangesActions() {
  const pins = useStore((state) => state.pins);
  const canPin = useStore((state) => commands.pin.enabled(state));
  const sideBySide = useStore((state) => state.screen.sideBySide);
  return (
    <>
      <Button disabled={!canPin} onClick={() => commands.pin.run()} startIcon={<Icon name="pin" />}>
        {commands.pin.label}
      </Button>
      {pins.length > 0 && <Button onClick={() => commands.pins.run()}>{commands.pins.label}…</Button>}
      <Side>
        <Button onClick={() => show({ sideBySide: !sideBySide })}>
          {sideBySide ? 'Show inline' : 'Show side by side'}
        </Button>
      </Side>
    </>
  );
}
