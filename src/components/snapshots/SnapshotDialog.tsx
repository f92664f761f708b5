import { closeDialog, Dialog } from '../common/Dialog.tsx';
import { SnapshotForm } from './SnapshotForm.tsx';

/** Asks for the name of a snapshot when one is made. */
export const SnapshotDialog = () => (
  <Dialog title="Save snapshot" size="xs">
    <SnapshotForm starts onSaved={closeDialog} />
  </Dialog>
);
