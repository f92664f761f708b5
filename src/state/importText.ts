import { MAX_TEXT_LENGTH } from '../policies/parse.ts';
import { show } from './store.ts';

/** The text that is being imported. Kept while the page lives, so that closing the dialog loses nothing. */

let kept = '';

export const keptImport = (): string => kept;

export function keepImport(text: string): void {
  kept = text;
}

export type FileReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** A file's text with the line ends of a text field. What cannot be a policy by its size is not read at all. */
export async function readFile(file: File): Promise<FileReading> {
  if (file.size > MAX_TEXT_LENGTH * 3)
    return {
      ok: false,
      reason: `${file.name} is larger than ${MAX_TEXT_LENGTH.toLocaleString('en')} characters.`,
    };
  try {
    return { ok: true, text: (await file.text()).replace(/\r\n?/g, '\n') };
  } catch {
    return { ok: false, reason: `${file.name} could not be read. Open it again, or paste its text.` };
  }
}

/** A file that is dropped on the page opens the dialog with its text. */
export async function importFile(file: File): Promise<void> {
  const reading = await readFile(file);
  if (reading.ok) keepImport(reading.text);
  show({ dialog: 'import' });
}
