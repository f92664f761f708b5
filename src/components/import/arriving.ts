import type { ClipboardEvent, DragEvent } from 'react';
import { openEvents, sourcesOfFiles } from '../../state/activity/activityStore.ts';
import { keepImport } from '../../state/import/intake.ts';
import { readFiles } from '../../state/import/importText.ts';
import { openLarge } from '../../state/import/openLarge.ts';
import { openWorkspaceFile } from '../../state/share/workspaceFile.ts';
import { closeToPolicy } from './useAdd.ts';

/** A draft opens in place of the dialog. Gives back why files are not read. */
export async function openFiles(files: readonly File[]): Promise<string | undefined> {
  const read = await readFiles(files);
  if (read.kind === 'text') {
    keepImport(read.text, read.name);
    return undefined;
  }
  if (read.kind === 'activity') {
    openEvents(sourcesOfFiles(read.files));
    return undefined;
  }
  if (read.kind === 'large') {
    openLarge(read.files);
    return undefined;
  }
  const refusal = read.kind === 'workspace' ? await openWorkspaceFile(read.file) : read.reason;
  if (refusal === undefined) closeToPolicy();
  return refusal;
}

const FIELDS = 'input, textarea, select, [contenteditable], .monaco-editor';

/** The whole dialog takes files that are dropped, and a text that is pasted into none of its fields. */
export const dropAndPaste = (open: (files: readonly File[]) => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => {
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    open(files);
  },
  onPaste: (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.trim() === '' || (event.target instanceof Element && event.target.closest(FIELDS))) return;
    event.preventDefault();
    keepImport(text);
  },
});
