import Button from '@mui/material/Button';
import { type DragEvent, useCallback, useId, useMemo, useRef } from 'react';
import type { TextRange } from '../../policies/language/policy.ts';
import { readRefusal } from '../../policies/accessTests/accessDenied.ts';
import { commands } from '../../state/commands.ts';
import { restartReading } from '../../state/import/client.ts';
import { ImportFindings } from './ImportFindings.tsx';
import { OpenFile } from './OpenFile.tsx';
import { closeImport, useImport } from './useImport.ts';
import { Note } from '../common/Note.tsx';
import { useUnfinished } from '../common/unfinished.ts';
import { Dialog } from '../common/Dialog.tsx';
import { TextArea } from '../common/Input.tsx';

/** No message of AWS is longer. */
const MESSAGE_LENGTH = 20_000;

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
      {current && reading.policies.length === 0 && <ErrorMessageOffer text={text} />}
      {reading.failed === 'silent' && <Button onClick={restartReading}>Try again</Button>}
      {current && <ImportFindings reading={reading} picks={picks} onPicks={setPicks} onPlace={goTo} />}
    </Dialog>
  );
}

/** What AWS answered to a denied request is no policy, and there is a place that explains it. */
function ErrorMessageOffer({ text }: { readonly text: string }) {
  const isMessage = useMemo(() => text.length <= MESSAGE_LENGTH && readRefusal(text).ok, [text]);
  if (!isMessage) return null;
  const troubleshoot = () => {
    useUnfinished.setState({ tool: 'refusal', refusal: { message: text } });
    closeImport();
    commands.proofs.run();
  };
  return (
    <Note tone="plain" mb={2}>
      This looks like an error message. <Button onClick={troubleshoot}>Troubleshoot it</Button>
    </Note>
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
