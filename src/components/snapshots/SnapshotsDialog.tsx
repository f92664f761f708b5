import Button from '@mui/material/Button';
import { useState } from 'react';
import { deleteSnapshot, undeleteSnapshot } from '../../state/share/snapshotActions.ts';
import { useStore } from '../../state/store.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';
import { SnapshotForm } from './SnapshotForm.tsx';
import { SnapshotRow } from './SnapshotRow.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Dialog } from '../common/Dialog.tsx';

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

interface Deleted {
  readonly snapshot: Snapshot;
  readonly place: number;
}

/** The points that drafts were pinned at: named, compared with, brought back and deleted. */
export function SnapshotsDialog() {
  const snapshots = useStore((state) => state.snapshots);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const remove = (snapshot: Snapshot) => {
    setDeleted({ snapshot, place: snapshots.indexOf(snapshot) });
    deleteSnapshot(snapshot.id);
  };
  return (
    <Dialog title="Snapshots" size="sm">
      <SnapshotForm />
      {snapshots.length === 0 && (
        <Note tone="plain" mt={3}>
          No snapshots yet. Save one to compare with it or restore it later.
        </Note>
      )}
      <List look="rows" py={2} mt={3}>
        {snapshots.map((snapshot) => (
          <SnapshotRow key={snapshot.id} snapshot={snapshot} onDelete={() => remove(snapshot)} />
        ))}
      </List>
      <div role="status">
        {deleted && (
          <DeletedLine key={deleted.snapshot.id} deleted={deleted} onDone={() => setDeleted(null)} />
        )}
      </div>
    </Dialog>
  );
}

function DeletedLine({ deleted, onDone }: { readonly deleted: Deleted; onDone(): void }) {
  const { snapshot, place } = deleted;
  const putBack = () => {
    undeleteSnapshot(snapshot, place);
    onDone();
  };
  return (
    <Note tone="plain" mt={3}>
      Deleted: {snapshot.name}.{' '}
      <Button ref={focusOnce} onClick={putBack}>
        Undo delete
      </Button>
    </Note>
  );
}
