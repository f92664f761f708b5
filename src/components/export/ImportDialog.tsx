import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { type DragEvent, useId, useRef, useState } from 'react';
import type { TextRange } from '../../policies/document.ts';
import { keepImport, keptImport, readFiles } from '../../state/importText.ts';
import { openWorkspaceFile } from '../../state/share/workspaceFile.ts';
import { show } from '../../state/store.ts';
import { takeIn } from '../../state/takeIn.ts';
import { fontMono } from '../../theme.ts';
import { ImportFindings, type Picks } from './ImportFindings.tsx';
import { OpenFile } from './OpenFile.tsx';
import { type TextReading, useImportReading } from './useImportReading.ts';

const Text = styled('textarea')({
  width: '100%',
  height: 220,
  padding: 8,
  border: '1px solid var(--edge)',
  borderRadius: 4,
  resize: 'vertical',
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: `13px/20px ${fontMono}`,
});
const Label = styled('label')({ display: 'block', margin: '0 0 8px', fontSize: 13, color: 'var(--ink-2)' });
const Line = styled('p')({ margin: '8px 0', fontSize: 13 });

const close = () => show({ dialog: null });
const noPicks: Picks = { wanted: {}, kinds: {} };

/** What was taken in is what comes next, not what opened the dialog: a persona with the focus would show its preview. */
function closeToPolicy(): void {
  close();
  requestAnimationFrame(() => document.getElementById('policy')?.focus());
}

/** Policies from elsewhere: pasted, dropped or opened, read as they are, and taken in as documents of one's own. */
export function ImportDialog() {
  const titleId = useId();
  const field = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, change, open, reading, current, picks, setPicks, wanted, take, status } = useImport();
  return (
    <Dialog open onClose={close} {...dropZone(open)} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>Import policies</DialogTitle>
      <DialogContent>
        <Label htmlFor={field}>
          Paste a policy, a web page’s text, output of the AWS CLI, a Terraform plan as JSON or a
          CloudFormation template, or drop files here. Nothing leaves this browser.
        </Label>
        <Text
          id={field}
          ref={area}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => change(event.target.value)}
        />
        <OpenFile onFiles={open} />
        <Line role="status">{status}</Line>
        {current && (
          <ImportFindings
            reading={reading}
            picks={picks}
            onPicks={setPicks}
            onPlace={(range) => select(area.current, range)}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Close</Button>
        <Button variant="contained" disabled={wanted.length === 0} onClick={take}>
          {wanted.length === 1 ? 'Take in 1 policy' : `Take in ${wanted.length} policies`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useImport() {
  const [text, setText] = useState(keptImport);
  const [picks, setPicks] = useState(noPicks);
  const [problem, setProblem] = useState('');
  const reading = useImportReading(text);
  const change = (next: string) => {
    keepImport(next);
    setText(next);
    setPicks(noPicks);
    setProblem('');
  };
  const open = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const read = await readFiles(files);
    if (read.kind === 'text') return change(read.text);
    const refusal = read.kind === 'workspace' ? await openWorkspaceFile(read.file) : read.reason;
    if (refusal === undefined) closeToPolicy();
    else setProblem(refusal);
  };
  const current = reading.text === text || text.trim() === '';
  const wanted = current ? wantedOf(reading, picks) : [];
  const take = () => {
    const { tooLarge, pinned } = takeIn(wanted, new Date().toLocaleTimeString([], { timeStyle: 'short' }));
    if (tooLarge.length === 0) keepImport('');
    if (tooLarge.length === 0 && pinned) return closeToPolicy();
    setProblem(leftOut(tooLarge, pinned));
    setPicks({ ...picks, wanted: Object.fromEntries(reading.policies.map((_, index) => [index, false])) });
  };
  const status = problem || (current ? summary(reading) : 'Reading…');
  return { text, change, open, reading, current, picks, setPicks, wanted, take, status };
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

const leftOut = (tooLarge: readonly string[], pinned: boolean): string =>
  [
    tooLarge.length > 0 && `Larger than a draft can keep, and left out: ${tooLarge.join(', ')}.`,
    'The others are taken in.',
    !pinned && 'As many points are pinned as can be, so Changes compares with what it did before.',
  ]
    .filter(Boolean)
    .join(' ');

/** What is doubtful is taken only by somebody who chose it. */
const wantedOf = ({ policies }: TextReading, { wanted, kinds }: Picks) =>
  policies
    .map((policy, index) => ({ ...policy, kind: kinds[index] ?? policy.kind, index }))
    .filter(({ index, doubtful }) => wanted[index] ?? !doubtful);

function summary({ text, policies, refusals, failed }: TextReading): string {
  if (text === '') return '';
  if (failed)
    return 'Not read: the part of the page that reads texts did not start. Change the text to try again.';
  const found = policies.length === 1 ? '1 policy found.' : `${policies.length} policies found.`;
  return refusals.length === 0 ? found : `${found} Not taken in: ${refusals.length}.`;
}

/** The focus last: browsers scroll a text field to its selection only then. */
function select(area: HTMLTextAreaElement | null, { offset, length }: TextRange): void {
  area?.blur();
  area?.setSelectionRange(offset, offset + length);
  area?.focus();
}
