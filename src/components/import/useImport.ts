import { useEffect, useRef, useState } from 'react';
import { keepImport, lastImportText, readFiles } from '../../state/import/importText.ts';
import { openWorkspaceFile } from '../../state/share/workspaceFile.ts';
import { show } from '../../state/store.ts';
import { type Taken, importPolicies } from '../../state/import/addImported.ts';
import { notRead } from './importWords.ts';
import type { Picks } from './picks.ts';
import { type TextReading, useImportReading } from './useImportReading.ts';

export const closeImport = () => show({ dialog: null });
const noPicks: Picks = { wanted: {}, kinds: {} };

/** What was taken in is what comes next, not what opened the dialog: a persona with the focus would show its preview. */
function closeToPolicy(): void {
  closeImport();
  requestAnimationFrame(() => document.getElementById('policy')?.focus());
}

/** What the import dialog shows and does. */
export function useImport() {
  const [text, setText] = useState(lastImportText);
  const [picks, setPicks] = useState(noPicks);
  const [problem, setProblem] = useState('');
  const reading = useImportReading(text);
  const importing = useTakeIn();
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
  const take = async () => {
    const taken = await importing.take(wanted);
    if (!taken) return;
    const { tooLarge, pinned } = taken;
    if (tooLarge.length === 0) keepImport('');
    if (tooLarge.length === 0 && pinned) return closeToPolicy();
    setProblem(leftOut(tooLarge, pinned));
    setPicks({ ...picks, wanted: Object.fromEntries(reading.policies.map((_, index) => [index, false])) });
  };
  const status = importing.progress ?? (problem || (current ? summary(reading) : 'Reading…'));
  const busy = importing.progress !== undefined;
  return { text, change, open, reading, current, picks, setPicks, wanted, take, busy, status };
}

/** Imports in slices, tells how far it is, and gives up when the dialog closes. */
function useTakeIn() {
  const [progress, setProgress] = useState<string>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const take = async (wanted: readonly Taken[]) => {
    const controller = new AbortController();
    running.current = controller;
    const tell = (read: number) => setProgress(`Importing: ${read} of ${wanted.length} policies`);
    tell(0);
    const time = new Date().toLocaleTimeString([], { timeStyle: 'short' });
    const taken = await importPolicies(wanted, time, { signal: controller.signal, onProgress: tell });
    setProgress(undefined);
    return taken;
  };
  return { progress, take };
}

const leftOut = (tooLarge: readonly string[], pinned: boolean): string =>
  [
    tooLarge.length > 0 && `Too large for a draft, and not imported: ${tooLarge.join(', ')}.`,
    'The other policies were imported.',
    !pinned && 'You have the maximum number of snapshots, so none was saved before the import.',
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
  if (failed) return notRead[failed];
  if (policies.length === 0 && refusals.length === 0) return 'No policy found.';
  const found = policies.length === 1 ? '1 policy found.' : `${policies.length} policies found.`;
  return refusals.length === 0 ? found : `${found} Not imported: ${refusals.length}.`;
}
