import { useId } from 'react';
import { snapshotLabel } from '../../state/derived/baseline.ts';
import { commands } from '../../state/commands.ts';
import { type Pin, show, useStore } from '../../state/store.ts';
import type { BaselineRef } from '../../state/screen.ts';
import Button from '@mui/material/Button';
import { useVisibleString } from '../common/characters.ts';
import { Input } from '../common/Input.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const keyOf = (ref: BaselineRef): string => (ref.kind === 'pin' ? `pin:${ref.id}` : ref.kind);

const refOf = (key: string): BaselineRef => {
  if (key.startsWith('pin:')) return { kind: 'pin', id: key.slice('pin:'.length) };
  return { kind: key === 'previous' || key === 'nothing' ? key : 'published' };
};

/** The reader's own set and the sender's baseline first: they are why a shared set is reviewed. */
const inOrder = (pins: readonly Pin[]): readonly Pin[] =>
  pins.toSorted((one, other) => Number(isForReview(other)) - Number(isForReview(one)));

const isForReview = ({ origin }: Pin): boolean => origin === 'own' || origin === 'sender';

interface ReviewBarProps {
  readonly filter: string;
  onFilter(filter: string): void;
}

/** What the set is compared with, and which of the differences are shown. */
export function ReviewBar({ filter, onFilter }: ReviewBarProps) {
  const id = useId();
  const ref = useStore((state) => state.screen.baseline);
  const pins = useStore((state) => state.pins);
  const visible = useVisibleString(...pins.map(({ name }) => name));
  const canPin = useStore((state) => commands.pin.enabled(state));
  return (
    <Toolbar>
      <Stack row nowrap gap={2} style={{ minWidth: 0, maxWidth: '100%' }}>
        <label htmlFor={id} style={{ whiteSpace: 'nowrap' }}>
          Compare with
        </label>
        <Select
          id={id}
          style={{ minWidth: 0, flex: '0 1 auto' }}
          value={keyOf(ref)}
          options={[
            { value: 'published', label: 'AWS guide' },
            ...inOrder(pins).map((pin) => ({ value: `pin:${pin.id}`, label: visible(snapshotLabel(pin)) })),
            { value: 'previous', label: 'Previous version' },
            { value: 'nothing', label: 'Nothing (everything is new)' },
          ]}
          onChange={(key) => show({ baseline: refOf(key) })}
        />
      </Stack>
      <Input
        grow={160}
        type="search"
        aria-label="Filter differences"
        placeholder="Action, resource, or role"
        value={filter}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onFilter(event.target.value)}
      />
      <Button disabled={!canPin} onClick={() => commands.pin.run()}>
        {commands.pin.label}
      </Button>
      <Button onClick={() => commands.report.run()}>Report…</Button>
    </Toolbar>
  );
}
