import { writeWorkspace } from '../../policies/share/workspace.ts';
import { saveFile } from './saveFile.ts';
import { readSaved } from './savedText.ts';

/** Saves a stored text as a file: one that the page opens again, or the text as it is where it cannot be read. */
export function saveStoredFile(text: string, name: string): void {
  const reading = readSaved(text);
  if (!reading.ok) return saveFile(`${name}.json`, text, 'application/json');
  const { draft, snapshots, savedAt } = reading.saved;
  const content = writeWorkspace({ draft, pins: snapshots, savedAt, dataDate: '' });
  saveFile(`${name}.workspace.json`, content, 'application/json');
}
