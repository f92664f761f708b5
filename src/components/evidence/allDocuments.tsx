import { useChecks } from '../../state/checks/checks.ts';
import { findingsOfAll, type ShownFindings, shownFindings } from '../../state/checks/shown.ts';
import { documentsOf, type PrintedDocument, sizeOf } from '../../state/derived.ts';
import { count } from '../../state/progress.ts';
import { useStore } from '../../state/store.ts';
import { SizeBar, sizeAndKind } from '../common/SizeBar.tsx';
import { FindingCounts } from './FindingCounts.tsx';
import { type EvidenceLine, findingsInWords } from './findingsLine.tsx';

export interface DocumentEvidence {
  readonly document: PrintedDocument;
  /** Nothing while the document has not been checked. */
  readonly shown: ShownFindings | undefined;
}

/** Every document of the draft with its findings: what is said of all roles at once. */
export function useAllDocuments(): readonly DocumentEvidence[] {
  const draft = useStore((state) => state.draft);
  const byDocument = useChecks((checks) => checks.byDocument);
  return documentsOf(draft).map((document) => {
    const found = byDocument[document.id];
    return { document, shown: found && shownFindings(document, found, draft.accepted) };
  });
}

/** The findings of all documents in one line. */
export function useAllFindingsLine(): EvidenceLine {
  const { state, rules, late, byDocument } = useChecks();
  const draft = useStore((now) => now.draft);
  const documents = documentsOf(draft);
  const all = findingsOfAll(documents, byDocument, draft.accepted);
  const line = findingsInWords(state, all.isPartial, all, rules, late && !all.current);
  return {
    mark: !all.isPartial && <FindingCounts findings={all.open} />,
    line: `${line}, in ${count(documents.length, 'document', 'documents')}`,
    busy: !all.current,
  };
}

/** The size of the document that is nearest to its quota. */
export function useLargestSizeLine(): EvidenceLine {
  const draft = useStore((state) => state.draft);
  const [largest] = documentsOf(draft)
    .map((document) => ({ title: document.title, size: sizeOf(document, draft) }))
    .toSorted((one, other) => other.size.ratio - one.size.ratio);
  if (!largest) return { mark: null, line: '', busy: false };
  const { title, size } = largest;
  return { mark: <SizeBar size={size} />, line: `Largest: ${title}, ${sizeAndKind(size)}`, busy: false };
}
