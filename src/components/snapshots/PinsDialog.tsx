import Button from '@mui/material/Button';
import { useState } from 'react';
import { deletePin, putPinBack } from '../../state/share/pinActions.ts';
import { type Pin, useStore } from '../../state/store.ts';
import { PinForm } from './PinForm.tsx';
import { PinRow } from './PinRow.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Dialog } from '../common/Dialog.tsx';

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

interface Deleted {
  readonly pin: Pin;
  readonly place: number;
}

/** The points that drafts were pinned at: named, compared with, brought back and deleted. */
export function PinsDialog() {
  const pins = useStore((state) => state.pins);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const remove = (pin: Pin) => {
    setDeleted({ pin, place: pins.indexOf(pin) });
    deletePin(pin.id);
  };
  return (
    <Dialog title="Snapshots" size="sm">
      <PinForm />
      {pins.length === 0 && (
        <Note tone="plain" mt={3}>
          No snapshots yet. Save one to compare with it or restore it later.
        </Note>
      )}
      <List look="rows" py={2} mt={3}>
        {pins.map((pin) => (
          <PinRow key={pin.id} pin={pin} onDelete={() => remove(pin)} />
        ))}
      </List>
      <div role="status">
        {deleted && <DeletedLine key={deleted.pin.id} deleted={deleted} onDone={() => setDeleted(null)} />}
      </div>
    </Dialog>
  );
}

function DeletedLine({ deleted, onDone }: { readonly deleted: Deleted; onDone(): void }) {
  const { pin, place } = deleted;
  const putBack = () => {
    putPinBack(pin, place);
    onDone();
  };
  return (
    <Note tone="plain" mt={3}>
      Deleted: {pin.name}.{' '}
      <Button ref={focusOnce} onClick={putBack}>
        Undo delete
      </Button>
    </Note>
  );
}
