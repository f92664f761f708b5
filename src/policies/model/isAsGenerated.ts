import type { ComposedDocument } from './composedDocument.ts';
import type { DocumentEdits } from './documentEdits.ts';

/** Whether nothing is left of what a person wrote: the document is as generated, in its order too. */
export function isAsGenerated(edits: DocumentEdits, generated: ComposedDocument | undefined): boolean {
  if (edits.own || (edits.head !== undefined && edits.tail !== undefined) || edits.removed.length > 0)
    return false;
  if (edits.entries.some((entry) => entry.text !== undefined || entry.lead !== undefined)) return false;
  const made = (generated?.provenance ?? []).map(({ key }) => key);
  const stillGenerated = edits.entries.map(({ key }) => key).filter((key) => made.includes(key));
  return stillGenerated.join() === made.filter((key) => stillGenerated.includes(key ?? '')).join();
}
