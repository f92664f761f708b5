import { COMBINED } from '../policies/compose/combinedView.ts';
import type { Variable } from '../policies/library/variables/variable.ts';
import { commands } from './commands.ts';
import { useChecks } from './checks/findingsStore.ts';
import { shownFindings } from './checks/shown.ts';
import { combinedOf, documentsOf, sizeOf } from './derived/derived.ts';
import { openValuesOf, stepOf } from './derived/progress.ts';
import { shownValues } from './derived/shownValues.ts';
import { type Evidence, show, useStore } from './store.ts';

/** Where each count of the page comes from. */

const showEvidence = (documentId: string | null, evidence: Evidence): void =>
  show({ documentId, view: 'policy', half: 'policy', evidence, evidenceOpen: true });

/** The findings of all policies where they are listed together, else those of the first policy that has any. */
export function showFindings(): void {
  const draft = shownValues(useStore.getState());
  const { byDocument } = useChecks.getState();
  if (combinedOf(draft)) return showEvidence(COMBINED, 'findings');
  const withFindings = documentsOf(draft).find(
    (document) => shownFindings(document, byDocument[document.id], draft.accepted).open.length > 0,
  );
  showEvidence(withFindings?.id ?? useStore.getState().screen.documentId, 'findings');
}

export const showTests = (): void => commands.proofs.run();

/** The policy that is nearest to its quota, with its size. */
export function showLargest(): void {
  const draft = shownValues(useStore.getState());
  const [largest] = documentsOf(draft).toSorted(
    (one, other) => sizeOf(other, draft).ratio - sizeOf(one, draft).ratio,
  );
  if (largest) showEvidence(largest.id, 'size');
}

/** The field of the first value that is missing. */
export function showMissing(): void {
  const [first] = openValuesOf(useStore.getState().draft);
  if (first) showField(first.variable);
}

/** The field of a value. */
export const showField = (variable: Variable): void =>
  show({ dialog: null, step: stepOf(variable), half: 'build', focusTarget: { variable: variable.id } });
