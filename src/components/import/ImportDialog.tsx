import Button from '@mui/material/Button';
import { type DragEvent, useCallback, useId, useRef } from 'react';
import type { TextRange } from '../../policies/language/policy.ts';
import { restartReading } from '../../state/import/client.ts';
import { ImportFindings } from './ImportFindings.tsx';
import { OpenFile } from './OpenFile.tsx';
import { closeImport, useImport } from './useImport.ts';
import { Note } from '../common/Note.tsx';
import { RecognizedAs } from '../common/RecognizedAs.tsx';
import { openRecognized } from '../../state/recognize/route.ts';
import { Dialog } from '../common/Dialog.tsx';
import { TextArea } from '../common/Input.tsx';

/** Policies from elsewhere: pasted, dropped or opened, read as they are, and taken in as documents of one's own. */
export function ImportDialog() {
  const field = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, change, open, reading, current, picks, setPicks, wanted, take, busy, status } = useImport();
  const goTo = useCallback((range: TextRange) => select(area.current, range), []);
  return (
    <Dialog
      title="Import policies"
      size="md"
      onClose={closeImport}
      actions={
        <Button variant="contained" disabled={busy || wanted.length === 0} onClick={take}>
          {wanted.length === 1 ? 'Import 1 policy' : `Import ${wanted.length} policies`}
        </Button>
      }
      {...dropZone(open)}
    >
      <Note mb={2}>
        <label htmlFor={field}>
          Paste a policy, text of a web page, AWS CLI output, a Terraform plan in JSON, or a CloudFormation
          template. You can also drop files here. Your data stays in this browser.
        </label>
      </Note>
      <TextArea
        mono
        tall={220}
        id={field}
        ref={area}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => change(event.target.value)}
      />
      <OpenFile onFiles={open} />
      <Note tone="plain" mt={2} mb={2} role="status">
        {status}
      </Note>
      {current && text.trim() !== '' && (
        <RecognizedAs
          text={text}
          here="import"
          onlyLikely={reading.policies.length > 0}
          onOpen={(one) => (one.destination === 'import' ? change(one.text) : openRecognized(one))}
        />
      )}
      {reading.failed === 'silent' && <Button onClick={restartReading}>Try again</Button>}
      {current && <ImportFindings reading={reading} picks={picks} onPicks={setPicks} onPlace={goTo} />}
    </Dialog>
  );
}

const dropZone = (open: (files: readonly File[]) => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => {
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    open(files);
  },
});

/** The focus last: browsers scroll a text field to its selection only then. */
function select(area: HTMLTextAreaElement | null, { offset, length }: TextRange): void {
  area?.blur();
  area?.setSelectionRange(offset, offset + length);
  area?.focus();
}
