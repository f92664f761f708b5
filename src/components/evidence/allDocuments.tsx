import { useChecks } from '../../state/checks/checks.ts';
import { type ShownFindings, shownFindings } from '../../state/checks/shown.ts';
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
  const { state, rules, late } = useChecks();
  const all = useAllDocuments();
  const shown = all.flatMap((entry) => entry.shown ?? []);
  const open = shown.flatMap((entry) => entry.open);
  const accepted = shown.flatMap((entry) => entry.accepted);
  const current = shown.length === all.length && shown.every((entry) => entry.current);
  const line = findingsInWords(
    state,
    shown.length < all.length,
    { open, accepted, current },
    rules,
    late && !current,
  );
  return {
    mark: shown.length === all.length && <FindingCounts findings={open} />,
    line: `${line}, in ${count(all.length, 'document', 'documents')}`,
    busy: !current,
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
