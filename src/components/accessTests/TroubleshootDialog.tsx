import { useId } from 'react';
import { closeDialog, Dialog } from '../common/Dialog.tsx';
import { Note } from '../common/Note.tsx';
import { RefusalForm } from './RefusalForm.tsx';

/** What refused a call, and what would allow it: with the roles of the draft, or from an empty page. */
export function TroubleshootDialog() {
  const id = useId();
  return (
    <Dialog title="Troubleshoot “Access denied”" size="md">
      <Note mb={2}>
        The answer comes from the message and the policies of this page. Nothing is sent to AWS.
      </Note>
      <RefusalForm id={id} inDialog onDone={closeDialog} />
    </Dialog>
  );
}
