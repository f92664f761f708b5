import { closeDialog, Dialog } from '../common/Dialog.tsx';
import { PinForm } from './PinForm.tsx';

/** Asks for the name of a snapshot when one is made. */
export const SnapshotDialog = () => (
  <Dialog title="Save snapshot" size="xs">
    <PinForm starts onSaved={closeDialog} />
  </Dialog>
);
