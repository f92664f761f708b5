import { fileMark } from '../../policies/import/segments.ts';

/** The texts of files, each behind its name where there are several. */
export function joinedFiles(files: readonly File[], texts: readonly string[]): string {
  const lines = texts.map((text) => text.replaceAll(/\r\n?/g, '\n'));
  if (lines.length === 1) return lines.join('');
  return lines.map((text, index) => `${fileMark(pathOf(files[index]))}\n${text}`).join('\n');
}

/** A file's name, with its folders where they are known. */
export const pathOf = (file: File | undefined): string => file?.webkitRelativePath || (file?.name ?? '');
