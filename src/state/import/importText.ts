import { MAX_TEXT_LENGTH } from '../../policies/language/policy.ts';
import { looksLikeWorkspace } from '../../policies/share/workspace.ts';

/** Files as texts for the import. */

export type FilesReading =
  | { readonly kind: 'text'; readonly text: string }
  /** A draft that this page has saved. */
  | { readonly kind: 'workspace'; readonly file: File }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Files as one text, with the line ends of a text field. What cannot be policies by its size is not read at all. */
export async function readFiles(files: readonly File[]): Promise<FilesReading> {
  const [file] = files;
  const large = files.find(({ size }) => size > MAX_TEXT_LENGTH * 3);
  try {
    if (file && files.length === 1 && looksLikeWorkspace(await file.slice(0, 200).text()))
      return { kind: 'workspace', file };
    if (large)
      return unreadable(`${large.name} is larger than ${MAX_TEXT_LENGTH.toLocaleString('en')} characters.`);
    const texts = await Promise.all(files.map((one) => one.text()));
    return { kind: 'text', text: texts.map((text) => text.replace(/\r\n?/g, '\n')).join('\n\n') };
  } catch {
    return unreadable(
      `${files.map(({ name }) => name).join(', ')} couldn’t be read. Open the file again, or paste its text.`,
    );
  }
}

const unreadable = (reason: string): FilesReading => ({ kind: 'unreadable', reason });
