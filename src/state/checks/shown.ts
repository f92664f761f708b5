import type { Acceptance } from '../../policies/model/acceptance.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { Reopened } from '../../policies/checks/suppression.ts';
import type { PrintedDocument } from '../derived/derived.ts';
import type { DocumentFindings } from './findingsStore.ts';

/** The findings of a document, the accepted ones apart. `reopened` has those of the open ones were accepted before. `current` is false while they belong to an older text. */
export interface ShownFindings {
  readonly open: readonly DescribedFinding[];
  readonly accepted: readonly { readonly finding: DescribedFinding; readonly acceptance: Acceptance }[];
  readonly reopened: readonly (Reopened & { readonly finding: DescribedFinding })[];
  readonly current: boolean;
}

const nothingFound: ShownFindings = { open: [], accepted: [], reopened: [], current: false };

/** The last answer about the findings of a document: a panel, its tab, marks and counts ask for the same one. */
const latest = new WeakMap<
  DocumentFindings,
  {
    readonly document: PrintedDocument;
    readonly acceptances: readonly Acceptance[];
    readonly shown: ShownFindings;
  }
>();

export function shownFindings(
  document: PrintedDocument,
  found: DocumentFindings | undefined,
  acceptances: readonly Acceptance[],
): ShownFindings {
  if (!found) return nothingFound;
  const known = latest.get(found);
  if (known?.document === document && known.acceptances === acceptances) return known.shown;
  const shown = compareWithAcceptances(document, found, acceptances);
  latest.set(found, { document, acceptances, shown });
  return shown;
}

function compareWithAcceptances(
  document: PrintedDocument,
  found: DocumentFindings,
  acceptances: readonly Acceptance[],
): ShownFindings {
  const id = document.partOf ?? document.id;
  const open: DescribedFinding[] = [];
  const accepted: { finding: DescribedFinding; acceptance: Acceptance }[] = [];
  const reopened: (Reopened & { finding: DescribedFinding })[] = [];
  for (const finding of found.findings) {
    const suppression = found.suppressionOf(acceptances, id, finding, document.policy);
    if (suppression.state === 'suppressed') accepted.push({ finding, acceptance: suppression.acceptance });
    else open.push(finding);
    if (suppression.state === 'reopened') reopened.push({ finding, ...suppression });
  }
  return { open, accepted, reopened, current: found.text === document.text };
}

export interface AllFindings extends ShownFindings {
  /** Some document has not been checked at all. */
  readonly isPartial: boolean;
}

/** The findings of several documents together: every count of them on the page is this one. */
export function findingsOfAll(
  documents: readonly PrintedDocument[],
  byDocument: Readonly<Record<string, DocumentFindings>>,
  acceptances: readonly Acceptance[],
): AllFindings {
  const shown = documents.flatMap((document) => {
    const found = byDocument[document.id];
    return found ? [shownFindings(document, found, acceptances)] : [];
  });
  const isPartial = shown.length < documents.length;
  return {
    open: shown.flatMap(({ open }) => open),
    accepted: shown.flatMap(({ accepted }) => accepted),
    reopened: shown.flatMap(({ reopened }) => reopened),
    current: !isPartial && shown.every(({ current }) => current),
    isPartial,
  };
}

/** The finding behind a place, or before it, round and round; nothing when there is none. In the order of the text. */
export function nextFinding(
  findings: readonly DescribedFinding[],
  offset: number,
  back: boolean,
): DescribedFinding | undefined {
  const ahead = back ? findings.toReversed() : findings;
  const isAhead = ({ range }: DescribedFinding) => (back ? range.offset < offset : range.offset > offset);
  return ahead.find(isAhead) ?? ahead[0];
}
