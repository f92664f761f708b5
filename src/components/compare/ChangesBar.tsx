import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { commands } from '../../state/commands.ts';
import { snapshotLabel } from '../../state/derived/baseline.ts';
import { show, useStore } from '../../state/store.ts';
import type { BaselineRef } from '../../state/screen.ts';
import { useVisibleString } from '../common/characters.ts';
import { Icon } from '../common/Icon.tsx';
import { visuallyHidden } from '../common/space.ts';
import { below } from '../common/theme.ts';
import { Toolbar } from '../common/Toolbar.tsx';
import { Select } from '../common/Select.tsx';
import { Box } from '../common/Box.tsx';

const keyOf = (ref: BaselineRef): string => (ref.kind === 'snapshot' ? `snapshot:${ref.id}` : ref.kind);

function refOf(key: string): BaselineRef {
  if (key.startsWith('snapshot:')) return { kind: 'snapshot', id: key.slice('snapshot:'.length) };
  return { kind: key === 'previous' || key === 'nothing' ? key : 'published' };
}

/** On a phone, what can be done goes on the same line, below the name of the view. */
const Label = styled('label')({ [below.tablet]: visuallyHidden });

/** What the document is compared with, and how. */
export function ChangesBar({ baseline }: { readonly baseline: string }) {
  const id = useId();
  const ref = useStore((state) => state.screen.baseline);
  const snapshots = useStore((state) => state.snapshots);
  const visible = useVisibleString(...snapshots.map(({ name }) => name));
  return (
    <Toolbar>
      <Label htmlFor={id}>Compare with</Label>
      <Select
        id={id}
        // The system's own select is as wide as its longest option: it leaves room for what follows.
        style={{ flex: '1 1 8.75rem', minWidth: 0, maxWidth: 'max-content' }}
        value={keyOf(ref)}
        title={baseline}
        options={[
          { value: 'published', label: 'AWS guide' },
          { value: 'previous', label: 'Previous version' },
          { value: 'nothing', label: 'Nothing (everything is new)' },
          ...snapshots.map((snapshot) => ({
            value: `snapshot:${snapshot.id}`,
            label: visible(snapshotLabel(snapshot)),
          })),
        ]}
        onChange={(key) => show({ baseline: refOf(key) })}
      />
      <ChangesActions hasTexts />
    </Toolbar>
  );
}

/** What can be done beside picking a baseline: keep this state, and show the texts in another way where there are any. */
export function ChangesActions({ hasTexts }: { readonly hasTexts: boolean }) {
  const snapshots = useStore((state) => state.snapshots);
  const canSave = useStore((state) => commands.saveSnapshot.enabled(state));
  const sideBySide = useStore((state) => state.screen.sideBySide);
  return (
    <>
      {/* On a phone all of it is one line: the list of snapshots saves one as well. */}
      <Box as="span" {...(snapshots.length > 0 && { notBelow: below.tablet })}>
        <Button
          disabled={!canSave}
          onClick={() => commands.saveSnapshot.run()}
          startIcon={<Icon name="pushpin" />}
        >
          {commands.saveSnapshot.label}
        </Button>
      </Box>
      {snapshots.length > 0 && (
        <Button onClick={() => commands.snapshots.run()}>{commands.snapshots.label}…</Button>
      )}
      {hasTexts && (
        <Box as="span" notBelow={below.barWithCounts} style={{ marginLeft: 'auto' }}>
          <Button onClick={() => show({ sideBySide: !sideBySide })}>
            {sideBySide ? 'Show inline' : 'Show side by side'}
          </Button>
        </Box>
      )}
    </>
  );
}
