import { countWithNoun } from '../../policies/language/counts.ts';
import { useDeferredValue } from 'react';
import { openPlaceholders } from '../../policies/compose/variablesInUse.ts';
import { useTests } from '../../state/accessTests/testsStore.ts';
import { testsLineOf } from '../../state/accessTests/testsLine.ts';
import { useCheckResults } from '../../state/checks/findingsStore.ts';
import { findingsTotal } from '../../state/checks/findingsTotal.ts';
import { guaranteesLineOf } from '../../state/guarantees/guaranteesLine.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { documentsOf, type PrintedDocument } from '../../state/derived/derived.ts';
import { missingValuesOf } from '../../state/derived/progress.ts';
import { showFindings, showMissing, showTests } from '../../state/showCounted.ts';
import { useShownValues } from '../../state/derived/shownValues.ts';
import { useStore } from '../../state/store.ts';
import { InlineButton } from './InlineButton.tsx';
import { TestsCount } from './TestsCount.tsx';

/** The findings of the whole set, and the way to them. */
export function FindingsOfSet() {
  const draft = useDeferredValue(useShownValues());
  const checks = useCheckResults();
  const documents = documentsOf(draft);
  const { state, text } = findingsTotal(documents, checks, draft.accepted);
  return (
    <InlineButton type="button" onClick={showFindings}>
      {text}
      {state === 'checked' && `, in ${countWithNoun(documents.length, 'policy', 'policies')}`}
    </InlineButton>
  );
}

/** The tests of the whole set, and the way to them; nothing where there are none. */
export function TestsOfSet() {
  const tests = testsLineOf(useTests());
  if (tests.outcome === 'none') return null;
  return (
    <InlineButton type="button" onClick={showTests}>
      <span>
        Tests: <TestsCount line={tests} />
      </span>
    </InlineButton>
  );
}

/** The guarantees of the whole set, and the way to them; nothing where there are none. */
export function GuaranteesOfSet() {
  const guarantees = guaranteesLineOf(useGuarantees());
  if (guarantees.outcome === 'none') return null;
  return (
    <InlineButton type="button" onClick={showTests}>
      <span>
        Guarantees: <TestsCount line={guarantees} />
      </span>
    </InlineButton>
  );
}

/** The values that are missing, and the way to the first. What is edited can have placeholders that no field is for. */
export function MissingOfSet() {
  // The text of the policy goes first.
  const draft = useDeferredValue(useStore((state) => state.draft));
  const { total } = missingValuesOf(draft);
  if (total === 0) return <span>{placeholdersLine(documentsOf(draft))}</span>;
  return (
    <InlineButton type="button" onClick={showMissing}>
      {countWithNoun(total, 'value is', 'values are')} missing
    </InlineButton>
  );
}

function placeholdersLine(documents: readonly PrintedDocument[]): string {
  const written = documents.filter(({ provenance }) => provenance.some((entry) => entry.written));
  const left = new Set(written.flatMap(openPlaceholders)).size;
  return left === 0
    ? 'No missing values'
    : `${countWithNoun(left, 'placeholder', 'placeholders')} in edited text`;
}
