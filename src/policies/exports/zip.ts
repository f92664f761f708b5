import { strToU8, zipSync } from 'fflate';
import type { ExportedFile } from './exporter.ts';

/**
 * All files in one ZIP archive. `modified` is written as the files' time, so that the same input gives
 * the same bytes. File names must differ; of two equal ones the later would silently replace the first,
 * so the second gets a number.
 */
export function zipFiles(files: readonly ExportedFile[], modified: Date): Uint8Array<ArrayBuffer> {
  const entries = new Map<string, Uint8Array>();
  for (const file of files) entries.set(freeName(file.name, entries), strToU8(file.text));
  return zipSync(Object.fromEntries(entries), { mtime: modified, level: 6 });
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${number}-${name}`)) number += 1;
  return `${number}-${name}`;
}
