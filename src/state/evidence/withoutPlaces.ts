import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { DocumentEdits } from '../../policies/model/documentEdits.ts';
import type { EvidenceQuestion, FilledDraft } from './evidenceProtocol.ts';

/** A question without the places of values in hand-written texts: the worker prints nothing, and they would take longest to post. */
export function withoutPlaces(question: EvidenceQuestion): EvidenceQuestion {
  switch (question.kind) {
    case 'tests':
      return { ...question, tests: bare(question.tests), scenarios: bare(question.scenarios) };
    case 'matrix':
      return { ...question, filled: bare(question.filled) };
    case 'reach':
    case 'guarantees':
      return { ...question, drafted: bare(question.drafted) };
    case 'placement':
      return { ...question, before: bare(question.before), after: bare(question.after) };
    default:
      return question;
  }
}

function bare({ draft, documents }: FilledDraft): FilledDraft {
  const edits = Object.entries(draft.edits);
  if (edits.length === 0) return { draft, documents };
  return {
    draft: { ...draft, edits: Object.fromEntries(edits.map(([id, one]) => [id, bareEdits(one)])) },
    documents: documents.map(bareDocument),
  };
}

const bareEdits = (edits: DocumentEdits): DocumentEdits => ({
  ...edits,
  entries: edits.entries.map((entry) =>
    entry.parsed ? { ...entry, parsed: { ...entry.parsed, places: [] } } : entry,
  ),
});

function bareDocument(document: ComposedDocument): ComposedDocument {
  if (document.provenance.every(({ written }) => written?.places === undefined)) return document;
  const provenance = document.provenance.map((entry) =>
    entry.written?.places ? { ...entry, written: { ...entry.written, places: [] } } : entry,
  );
  return { ...document, provenance };
}
