import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import { deletePin, putPinBack } from '../../state/share/pins.ts';
import { type Pin, show, useStore } from '../../state/store.ts';
import { PinForm } from './PinForm.tsx';
import { PinRow } from './PinRow.tsx';

const List = styled('ul')({ listStyle: 'none', margin: '12px 0 0', padding: 0 });
const Line = styled('p')({ margin: '12px 0 0', fontSize: 13 });

const close = () => show({ dialog: null });
const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

interface Deleted {
  readonly pin: Pin;
  readonly place: number;
}

/** The points that drafts were pinned at: named, compared with, brought back and deleted. */
export function PinsDialog() {
  const titleId = useId();
  const pins = useStore((state) => state.pins);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const remove = (pin: Pin) => {
    setDeleted({ pin, place: pins.indexOf(pin) });
    deletePin(pin.id);
  };
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>Pinned points</DialogTitle>
      <DialogContent>
        <PinForm />
        {pins.length === 0 && (
          <Line>Nothing is pinned. A pinned point can be compared with, and brought back.</Line>
        )}
        <List>
          {pins.map((pin) => (
            <PinRow key={pin.id} pin={pin} onDelete={() => remove(pin)} />
          ))}
        </List>
        <div role="status">
          {deleted && <DeletedLine key={deleted.pin.id} deleted={deleted} onDone={() => setDeleted(null)} />}
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Close</Button>
      </DialogActions>
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
    <Line>
      Deleted: {pin.name}.{' '}
      <Button ref={focusOnce} onClick={putBack}>
        Put back
      </Button>
    </Line>
  );
}
