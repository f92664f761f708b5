import { MAX_TEXT_LENGTH } from '../../policies/language/policy.ts';
import { looksLikeEvents } from '../../policies/recognize/textSigns.ts';
import { looksLikeWorkspace } from '../../policies/share/workspace.ts';
import { joinedFiles, pathOf } from './fileTexts.ts';
import { LONGEST_FILE } from './largeFiles.ts';

/** Files as texts for the import. */

export type FilesReading =
  | { readonly kind: 'text'; readonly text: string; readonly name: string }
  /** Read away from the page's own thread, and not shown as a text. */
  | { readonly kind: 'large'; readonly files: readonly File[] }
  /** Events of CloudTrail, which are read as a stream. */
  | { readonly kind: 'activity'; readonly files: readonly File[] }
  /** A draft that this page has saved. */
  | { readonly kind: 'workspace'; readonly file: File }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Files as one text, with the line ends of a text field. What cannot be policies by its size is not read at all. */
export async function readFiles(files: readonly File[]): Promise<FilesReading> {
  const [file] = files;
  const size = files.reduce((sum, one) => sum + one.size, 0);
  try {
    if (file && files.length === 1 && looksLikeWorkspace(await file.slice(0, 200).text()))
      return { kind: 'workspace', file };
    if (await areReadAsEvents(files, size)) return { kind: 'activity', files };
    if (size > LONGEST_FILE)
      return unreadable(`${namesOf(files)}: larger than ${LONGEST_FILE.toLocaleString('en')} characters.`);
    if (size > MAX_TEXT_LENGTH) return { kind: 'large', files };
    const texts = await Promise.all(files.map((one) => one.text()));
    return { kind: 'text', text: joinedFiles(files, texts), name: files.length === 1 ? pathOf(file) : '' };
  } catch {
    return unreadable(`${namesOf(files)} couldn’t be read. Open the file again, or paste its text.`);
  }
}

/** Packed, or too large for a text field: what is in smaller ones is recognized as a text is. */
async function areReadAsEvents(files: readonly File[], size: number): Promise<boolean> {
  if (files.some(({ name }) => /\.gz$/i.test(name))) return true;
  if (size <= MAX_TEXT_LENGTH) return false;
  const heads = await Promise.all(files.slice(0, 5).map((file) => file.slice(0, HEAD).text()));
  return heads.every(looksLikeEvents);
}

const HEAD = 20_000;

/** What the files are called, together. */
export const namesOf = (files: readonly File[]): string => files.map(({ name }) => name).join(', ');

const unreadable = (reason: string): FilesReading => ({ kind: 'unreadable', reason });
