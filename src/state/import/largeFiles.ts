import { joinedFiles } from './fileTexts.ts';

/** Files that are too large for a text field: account details and states of a whole account have 5 to 12 MB. */

/** More characters than any such file has. */
export const LONGEST_FILE = 60_000_000;

/** Files as one text with plain line ends, reporting how far it is after each piece. */
export async function readText(
  files: readonly File[],
  onProgress: (progress: number) => void,
): Promise<string> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const texts: string[] = [];
  let read = 0;
  for (const file of files) {
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    const reader = file.stream().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(decoder.decode(piece.value, { stream: true }));
      read += piece.value.length;
      onProgress(read / total);
    }
    texts.push(pieces.join('') + decoder.decode());
  }
  return joinedFiles(files, texts);
}
