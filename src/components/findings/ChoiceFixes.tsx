import Button from '@mui/material/Button';
import { useEffect, useMemo, useState } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { changedPairs } from '../../state/checks/changedPairs.ts';
import { type ChoiceFix, findChoiceFixes } from '../../state/checks/choiceFixes.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { edit, useStore } from '../../state/store.ts';
import { SumOfPolicies } from '../common/everyRequest/PolicyHeadline.tsx';
import { ComparisonFailed } from '../common/ComparisonFailed.tsx';
import { Note } from '../common/Note.tsx';
import { useEvidence } from '../common/useEvidence.ts';

interface ChoiceFixesProps {
  readonly document: PrintedDocument;
  readonly finding: DescribedFinding;
}

/** Changes of wizard choices after which the finding is gone, each with what it does to access, for every request. */
export function ChoiceFixes({ document, finding }: ChoiceFixesProps) {
  const draft = useStore((state) => state.draft);
  const [fixes, setFixes] = useState<readonly ChoiceFix[]>([]);
  useEffect(() => findChoiceFixes(draft, document, finding, setFixes), [draft, document, finding]);
  return fixes.map((fix) => (
    <div key={fix.label}>
      <Button variant="outlined" onClick={() => edit(() => fix.draft, fix.label)}>
        Fix: {fix.label}
      </Button>
      <AccessOfFix before={draft} after={fix.draft} />
    </div>
  ));
}

function AccessOfFix({ before, after }: { readonly before: Draft; readonly after: Draft }) {
  const pairs = useMemo(() => changedPairs(before, after), [before, after]);
  const question = useMemo(() => ({ place: 'choice fix', kind: 'comparison', pairs }) as const, [pairs]);
  const evidence = useEvidence(question, null);
  if (evidence.state === 'failed')
    return <ComparisonFailed failure={evidence.failure} retry={evidence.retry} />;
  const isKnown = evidence.state === 'answered' && evidence.answer.kind === 'comparison';
  return (
    <Note as="div" mt={1}>
      <SumOfPolicies comparisons={isKnown ? evidence.answer.everyRequest : pairs.map(() => undefined)} />
    </Note>
  );
}
