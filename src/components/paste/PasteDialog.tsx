import { useDeferredValue, useId, useRef, useState } from 'react';
import { AnyText } from '../common/AnyText.tsx';
import { Dialog } from '../common/Dialog.tsx';
import { Note } from '../common/Note.tsx';
import { RecognizedAs } from '../common/RecognizedAs.tsx';

/** A field for any text: it says what the text is, and leads to where the page reads it. */
export function PasteDialog() {
  const field = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  return (
    <Dialog
      title="Paste anything"
      size="md"
      // Once the dialog has the focus and knows whom to give it back to.
      slotProps={{ transition: { onEntering: () => area.current?.focus() } }}
    >
      <Note mb={2}>
        <label htmlFor={field}>
          Paste a policy, an error message, AWS CLI output, a template, a Terraform plan, a CloudTrail event,
          or a share link. Your data stays in this browser.
        </label>
      </Note>
      <AnyText tall={220} id={field} value={text} ref={area} onText={setText} />
      <div role="status">
        <RecognizedAs text={shown} />
      </div>
    </Dialog>
  );
}
