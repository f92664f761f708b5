import type { DocumentEdits } from '../../policies/model/documentEdits.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { patternServices } from '../derived/derived.ts';
import type { PostedDraft } from './composePosted.ts';

/**
 * A draft as it is posted: the worker composes its documents, so that the page's thread does not. Without the places of values in
 * hand-written texts: the worker prints nothing, and they would take longest to post.
 */
export function postedDraft(draft: Draft): PostedDraft {
  const edits = Object.entries(draft.edits).map(([id, one]) => [id, withoutPlaces(one)] as const);
  return {
    draft: edits.length === 0 ? draft : { ...draft, edits: Object.fromEntries(edits) },
    patternServices: draft.sizing.shorten === 'wildcards' ? patternServices() : [],
  };
}

const withoutPlaces = (edits: DocumentEdits): DocumentEdits => ({
  ...edits,
  entries: edits.entries.map((entry) =>
    entry.parsed ? { ...entry, parsed: { ...entry.parsed, places: [] } } : entry,
  ),
});
