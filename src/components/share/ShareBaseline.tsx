import { useMemo } from 'react';
import { withoutIdentifiers } from '../../policies/share/withoutIdentifiers.ts';
import type { Shared } from '../../policies/share/shared.ts';
import { snapshotLabel } from '../../state/derived/baseline.ts';
import { rulesetFor, useStore } from '../../state/store.ts';
import { useVisibleString } from '../common/characters.ts';
import { Field } from '../common/Field.tsx';
import { Select } from '../common/Select.tsx';

interface ShareBaselineProps {
  readonly id: string;
  onChange(id: string): void;
}

/** What the person who opens the link sees the differences from. Without snapshots there is nothing to pick. */
export function ShareBaseline({ id, onChange }: ShareBaselineProps) {
  const snapshots = useStore((state) => state.snapshots);
  const visible = useVisibleString(...snapshots.map(({ name }) => name));
  if (snapshots.length === 0) return null;
  return (
    <Field
      label="Reviewers compare with"
      help="A snapshot makes the link longer. Anyone with the link can also read the snapshot."
      mt={2}
    >
      {(control) => (
        <Select
          {...control}
          value={id}
          options={[
            { value: '', label: 'AWS guide (not part of the link)' },
            ...snapshots.map((snapshot) => ({ value: snapshot.id, label: visible(snapshotLabel(snapshot)) })),
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

/** What a sent set is reviewed against goes back with it; it came with the link. Else a snapshot is in no link unasked. */
export function sentBaseline(): string {
  const { screen, snapshots } = useStore.getState();
  const id = screen.baseline.kind === 'snapshot' ? screen.baseline.id : '';
  return snapshots.some((one) => one.id === id && one.origin === 'sender') ? id : '';
}

/** The snapshot as it goes into the link: with placeholders it has neither identifiers nor its name. */
export function useSharedBaseline(id: string, placeholders: boolean): Shared['baseline'] {
  const snapshot = useStore((state) => state.snapshots.find((one) => one.id === id));
  const draft = useStore((state) => state.draft);
  return useMemo(() => {
    if (!snapshot) return undefined;
    if (!placeholders) return { name: snapshot.name, draft: snapshot.draft };
    const clean = withoutIdentifiers(snapshot.draft, rulesetFor(snapshot.draft), [draft, snapshot.draft]);
    return { name: 'Snapshot', draft: clean };
  }, [snapshot, draft, placeholders]);
}
