import { useId, useRef } from 'react';
import { closeDialog, Dialog } from '../common/Dialog.tsx';
import { Note } from '../common/Note.tsx';
import { RecognizedAs } from '../common/RecognizedAs.tsx';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { RefusalForm } from './RefusalForm.tsx';

const here = ['accessDenied'] as const;

/** What refused a call, and what would allow it: with the roles of the draft, or from an empty page. */
export function TroubleshootDialog() {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { message } = useUnfinished(({ refusal }) => refusal);
  return (
    <Dialog
      title="Troubleshoot “Access denied”"
      size="md"
      slotProps={{ transition: { onEntering: () => area.current?.focus() } }}
    >
      <Note mb={2}>
        The answer comes from the message and the policies of this page. Nothing is sent to AWS.
      </Note>
      <RecognizedAs text={message} here={here} onlyLikely />
      <RefusalForm id={id} area={area} inDialog onDone={closeDialog} />
    </Dialog>
  );
}
