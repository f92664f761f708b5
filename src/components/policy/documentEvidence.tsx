import { styled } from '@mui/material/styles';
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { percentFull, sizeInWords } from '../../policies/size/sizeInWords.ts';
import { useTests } from '../../state/accessTests/testsStore.ts';
import { testsLineOf } from '../../state/accessTests/testsLine.ts';
import { useCheckResults, useChecks } from '../../state/checks/findingsStore.ts';
import { findingsTotal } from '../../state/checks/findingsTotal.ts';
import { type PrintedDocument, sizeOf } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';
import { FindingCounts } from '../common/FindingCounts.tsx';
import { SMALL } from '../common/space.ts';
import { Stack } from '../common/Stack.tsx';
import { TestsCount } from '../common/TestsCount.tsx';
import type { DocumentGroup } from './documentGroups.ts';

const Line = styled('span')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 8px',
  fontSize: SMALL,
  color: 'var(--ink-2)',
  '[role="option"] > &': { flexBasis: '100%' },
});
const Fill = styled('span')({
  fontSize: 12,
  color: 'var(--ink-2)',
  whiteSpace: 'nowrap',
  '&[data-state="near"]': { color: 'var(--caution)', fontWeight: 600 },
  '&[data-state="over"]': { color: 'var(--error)', fontWeight: 600 },
});

/** The findings and tests of a role: those of its policies, and those of its persona. */
export function GroupEvidence({ group }: { readonly group: DocumentGroup }) {
  const checks = useCheckResults();
  const suppressions = useStore(({ draft }) => draft.accepted);
  const tests = useTests();
  const findings = findingsTotal(
    group.entries.map(({ document }) => document),
    checks,
    suppressions,
  );
  const results = tests.results.filter(
    ({ owner }) => 'persona' in owner && group.personas.includes(owner.persona),
  );
  const line = testsLineOf({ ...tests, results, tasks: [] });
  return (
    <Line>
      <span>
        <span className="visually-hidden">, </span>
        {findings.text}
      </span>
      {group.personas.length > 0 && (
        <span>
          <span className="visually-hidden">, </span>
          Tests: <TestsCount line={line} />
        </span>
      )}
    </Line>
  );
}

/** What the combined view is: no policy that is attached to anything. */
export const CombinedEvidence = ({ document: { personas } }: { readonly document: PrintedDocument }) => (
  <Line>View of {personas.length} roles; not deployed</Line>
);

interface EvidenceProps {
  readonly document: PrintedDocument;
}

/** Of one policy: whether someone edited it, its findings, and how full it is. Each is drawn again when it changes: lists are long. */
export const EntryEvidence = memo(function EntryEvidence({ document }: EvidenceProps) {
  return (
    <>
      <EditMark document={document} />
      <OpenFindings document={document} />
      <FullMark document={document} />
    </>
  );
});

function EditMark({ document }: EvidenceProps) {
  const isTyped = useTyping((documents) => documents[document.id] !== undefined);
  const isEdited = useStore(({ draft }) => {
    const edits = draft.edits[document.partOf ?? document.id];
    return edits !== undefined && !edits.own;
  });
  return isTyped || isEdited ? <Fill>{isTyped ? 'unfinished' : 'edited'} </Fill> : null;
}

function OpenFindings({ document }: EvidenceProps) {
  const suppressions = useStore(({ draft }) => draft.accepted);
  const open = useChecks(useShallow((checks) => findingsTotal([document], checks, suppressions).open));
  if (open.length === 0) return null;
  return (
    <Stack as="span" row inline gap={1}>
      <FindingCounts findings={open} />
      <Fill>
        {open.length}
        <span className="visually-hidden"> {open.length === 1 ? 'finding' : 'findings'} </span>
      </Fill>
    </Stack>
  );
}

function FullMark({ document }: EvidenceProps) {
  const size = useStore(({ draft }) => sizeOf(document, draft));
  return (
    <Fill data-state={size.state} title={sizeInWords(size)}>
      {percentFull(size)}% full
    </Fill>
  );
}
