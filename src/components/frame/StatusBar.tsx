import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { openPlaceholders } from '../../policies/compose/variablesInUse.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Size } from '../../policies/size/measure.ts';
import { catalog } from '../../state/catalog/catalog.ts';
import { type Checks, failureOf, useChecks } from '../../state/checks/findingsStore.ts';
import { findingsOfAll } from '../../state/checks/shown.ts';
import { documentsOf, type PrintedDocument, sizeOf } from '../../state/derived/derived.ts';
import { count, missingValuesOf } from '../../state/derived/progress.ts';
import { useProofs } from '../../state/accessTests/proofs.ts';
import { testsLineOf } from '../../state/accessTests/testsLine.ts';
import { useSaving } from '../../state/storage/saving.ts';
import { useStore } from '../../state/store.ts';
import { sizeAndKind } from '../common/SizeBar.tsx';
import { TestsCount } from '../common/TestsCount.tsx';
import { LICENSES } from './licenses.ts';

const Bar = styled('footer')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 16px',
  minHeight: 28,
  alignItems: 'center',
  padding: '2px 16px',
  borderTop: '1px solid var(--hairline)',
  background: 'var(--page)',
  color: 'var(--ink-2)',
  fontSize: 12,
  lineHeight: '16px',
  '& a': { color: 'inherit' },
});

/** What holds for the whole page, in one line. */
export function StatusBar() {
  const draft = useStore((state) => state.draft);
  const documents = documentsOf(draft);
  const fullest = documents.reduce<Size | undefined>((most, document) => {
    const size = sizeOf(document, draft);
    return most && most.ratio >= size.ratio ? most : size;
  }, undefined);
  const { total: open } = missingValuesOf(draft);
  const checks = useChecks();
  const isSaved = useSaving(({ saving }) => saving.state === 'saved' && saving.at !== '');
  const tests = testsLineOf(useProofs());
  return (
    <Bar>
      <span>Your data stays in this browser</span>
      {isSaved && <span>Draft saved in this browser</span>}
      <span>{useDataDate()}</span>
      {fullest && (
        <span>
          {documents.length > 1 && 'Largest policy: '}
          {sizeAndKind(fullest)}
        </span>
      )}
      {documents.length > 0 && <span>{findingsLine(documents, checks, draft.accepted)}</span>}
      {documents.length > 0 && tests.outcome !== 'none' && (
        <span>
          Tests: <TestsCount line={tests} />
        </span>
      )}
      {documents.length > 0 && <span>{placeholdersLine(open, documents)}</span>}
      <a href={LICENSES} target="_blank" rel="noreferrer">
        Licenses
      </a>
    </Bar>
  );
}

/** What is written by hand can hold placeholders that no choice asks for. */
function placeholdersLine(open: number, documents: readonly PrintedDocument[]): string {
  if (open > 0) return `${count(open, 'value is', 'values are')} missing`;
  const written = documents.filter(({ provenance }) => provenance.some((entry) => entry.written));
  const left = new Set(written.flatMap(openPlaceholders)).size;
  return left === 0 ? 'No missing values' : `${count(left, 'placeholder', 'placeholders')} in edited text`;
}

/** Of all documents, as the combined view counts them. */
function findingsLine(
  documents: readonly PrintedDocument[],
  checks: Checks,
  suppressions: Draft['accepted'],
): string {
  const asked = documents.filter(({ id }) => failureOf(checks, id) === undefined);
  if (asked.length === 0) return 'Not checked';
  const { open, accepted, isPartial } = findingsOfAll(asked, checks.byDocument, suppressions);
  if (checks.late || isPartial) return 'Checking';
  const left = open.length === 0 ? 'No issues found' : count(open.length, 'finding', 'findings');
  const failed = documents.length - asked.length;
  return [
    `${left}${accepted.length === 0 ? '' : `, ${accepted.length} suppressed`}, in ${count(asked.length, 'policy', 'policies')}`,
    ...(failed === 0 ? [] : [`${count(failed, 'policy', 'policies')} not checked`]),
  ].join('; ');
}

function useDataDate(): string {
  const [text, setText] = useState('Loading IAM data');
  useEffect(() => {
    catalog().then(
      (loaded) => setText(`IAM data ${loaded.dataDate}`),
      () => setText('Couldn’t load IAM data'),
    );
  }, []);
  return text;
}
