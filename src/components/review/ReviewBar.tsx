import { useId } from 'react';
import { snapshotLabel } from '../../state/derived/baseline.ts';
import { commands } from '../../state/commands.ts';
import { show, useStore } from '../../state/store.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';
import type { BaselineRef } from '../../state/screen.ts';
import Button from '@mui/material/Button';
import { Box } from '../common/Box.tsx';
import { below } from '../common/theme.ts';
import { useVisibleString } from '../common/characters.ts';
import { Input } from '../common/Input.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const keyOf = (ref: BaselineRef): string => (ref.kind === 'snapshot' ? `snapshot:${ref.id}` : ref.kind);

const refOf = (key: string): BaselineRef => {
  if (key.startsWith('snapshot:')) return { kind: 'snapshot', id: key.slice('snapshot:'.length) };
  return { kind: key === 'previous' || key === 'nothing' ? key : 'published' };
};

/** The reader's own set and the sender's baseline first: they are why a shared set is reviewed. */
const inOrder = (snapshots: readonly Snapshot[]): readonly Snapshot[] =>
  snapshots.toSorted((one, other) => Number(isForReview(other)) - Number(isForReview(one)));

const isForReview = ({ origin }: Snapshot): boolean => origin === 'own' || origin === 'sender';

interface ReviewBarProps {
  readonly filter: string;
  onFilter(filter: string): void;
}

/** What the set is compared with, and which of the differences are shown. */
export function ReviewBar({ filter, onFilter }: ReviewBarProps) {
  const canSave = useStore((state) => commands.saveSnapshot.enabled(state));
  return (
    <Toolbar flush gap={3}>
      <BaselineSelect />
      <Input
        grow={220}
        type="search"
        aria-label="Filter differences"
        placeholder="Action, resource, or role"
        value={filter}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onFilter(event.target.value)}
      />
      {/* A phone needs the height for the list; the views Compare and Export have both. */}
      <Box notBelow={below.tablet}>
        <Button disabled={!canSave} onClick={() => commands.saveSnapshot.run()}>
          {commands.saveSnapshot.label}
        </Button>
        <Button onClick={() => commands.report.run()}>Report…</Button>
      </Box>
    </Toolbar>
  );
}

function BaselineSelect() {
  const id = useId();
  const ref = useStore((state) => state.screen.baseline);
  const snapshots = useStore((state) => state.snapshots);
  const visible = useVisibleString(...snapshots.map(({ name }) => name));
  return (
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
          ...inOrder(snapshots).map((snapshot) => ({
            value: `snapshot:${snapshot.id}`,
            label: visible(snapshotLabel(snapshot)),
          })),
          { value: 'previous', label: 'Previous version' },
          { value: 'nothing', label: 'Nothing (everything is new)' },
        ]}
        onChange={(key) => show({ baseline: refOf(key) })}
      />
    </Stack>
  );
}
