import { countWithNoun } from '../../policies/language/counts.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import { failureOf, useCheckResults } from '../../state/checks/findingsStore.ts';
import { findingsOfAll, type ShownFindings, shownFindings } from '../../state/checks/shown.ts';
import { documentsOf, type PrintedDocument, sizeOf } from '../../state/derived/derived.ts';
import { useShownValues } from '../../state/derived/shownValues.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { SizeMark } from '../common/SizeBar.tsx';
import { FindingsMark, NotCheckedMark } from '../common/FindingCounts.tsx';
import { type EvidenceLine, findingsInWords, notChecked } from '../common/findingsLine.tsx';

export interface DocumentEvidence {
  readonly document: PrintedDocument;
  /** Nothing while the document has not been checked. */
  readonly shown: ShownFindings | undefined;
  /** Why it could not be checked. */
  readonly failure: WorkerFailure | undefined;
}

/** Every document of the draft with its findings: what is said of all roles at once. */
export function useAllDocuments(): readonly DocumentEvidence[] {
  const draft = useShownValues();
  const checks = useCheckResults();
  return documentsOf(draft).map((document) => {
    const found = checks.byDocument[document.id];
    const shown = found && shownFindings(document, found, draft.accepted);
    return { document, shown, failure: failureOf(checks, document.id) };
  });
}

/** The findings of all documents in one line. Those that could not be checked are counted apart, and never as without findings. */
export function useAllFindingsLine(): EvidenceLine {
  const checks = useCheckResults();
  const draft = useShownValues();
  const documents = documentsOf(draft);
  const failures = documents.flatMap(({ id }) => failureOf(checks, id) ?? []);
  const [failure] = failures;
  const asked = documents.filter(({ id }) => failureOf(checks, id) === undefined);
  if (failure && asked.length === 0)
    return { mark: <NotCheckedMark />, line: notChecked[failure], busy: false };
  const all = findingsOfAll(asked, checks.byDocument, draft.accepted);
  const never = all.isPartial || checks.state === 'idle';
  const line = findingsInWords(never, all, checks.rules, checks.late && !all.current);
  const inAll = `${line}, in ${countWithNoun(asked.length, 'policy', 'policies')}`;
  return {
    mark: failure ? <NotCheckedMark /> : !all.isPartial && <FindingsMark findings={all.open} />,
    line: failure ? `${countWithNoun(failures.length, 'policy', 'policies')} not checked. ${inAll}` : inAll,
    busy: !all.current,
  };
}

/** The size of the document that is nearest to its quota. */
export function useLargestSizeLine(): EvidenceLine {
  const draft = useShownValues();
  const [largest] = documentsOf(draft)
    .map((document) => ({ title: document.title, size: sizeOf(document, draft) }))
    .toSorted((one, other) => other.size.ratio - one.size.ratio);
  if (!largest) return { mark: null, line: '', busy: false };
  const { title, size } = largest;
  return { mark: <SizeMark size={size} />, line: `Largest: ${title}, ${sizeInWords(size)}`, busy: false };
}
