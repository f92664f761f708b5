import { COMBINED } from '../policies/compose/combinedView.ts';
import type { Draft } from '../policies/model/draft.ts';
import type { Variable } from '../policies/library/variables/variable.ts';
import { commands } from './commands.ts';
import { useChecks } from './checks/findingsStore.ts';
import { shownFindings } from './checks/shown.ts';
import { combinedOf, documentsOf, guaranteeVariablesOf, sizeOf, variablesOf } from './derived/derived.ts';
import { openValuesOf, stepOf } from './derived/progress.ts';
import { shownValues } from './derived/shownValues.ts';
import { show, useStore } from './store.ts';
import type { Evidence } from './screen.ts';

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

/** Whether a value has a field: where neither a policy nor a guarantee of the user names it, nothing asks for it. */
export const hasField = (variable: Variable, draft: Draft): boolean =>
  variablesOf(draft).includes(variable) || guaranteeVariablesOf(draft).includes(variable);

/** The field of a value. What only a guarantee names is in step Where, with those of its kind. */
export function showField(variable: Variable): void {
  const isUsed = variablesOf(useStore.getState().draft).includes(variable);
  const step = isUsed ? stepOf(variable) : 'where';
  show({ dialog: null, step, half: 'build', focusTarget: { variable: variable.id } });
}
