import type { DocumentEdits, RemovedStatement } from './documentEdits.ts';
import type { Draft } from './draft.ts';

/** A draft as files, links and the browser keep it: without what its texts were read as. */
export function storedDraft(draft: Draft): Draft {
  const edits = Object.entries(draft.edits);
  if (edits.length === 0) return draft;
  return { ...draft, edits: Object.fromEntries(edits.map(([id, one]) => [id, storedEdits(one)])) };
}

/** Hand edits as a stored draft has them. */
export function storedEdits({ parsed: _parsed, ...edits }: DocumentEdits): DocumentEdits {
  return {
    ...edits,
    entries: edits.entries.map(({ parsed: _text, parsedBase: _base, ...entry }) => entry),
    removed: edits.removed.map(({ key, base }): RemovedStatement => ({ key, base })),
  };
}
