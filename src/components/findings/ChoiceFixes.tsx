import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { type ChoiceFix, findChoiceFixes } from '../../state/checks/choiceFixes.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { effectOf } from '../../state/derived/lastEffect.ts';
import { edit, useStore } from '../../state/store.ts';

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: 4 });
const Effect = styled('span')({ color: 'var(--ink-2)' });

interface ChoiceFixesProps {
  readonly document: PrintedDocument;
  readonly finding: DescribedFinding;
}

/** Changes of wizard choices after which the finding is gone, each with what it does to the access. */
export function ChoiceFixes({ document, finding }: ChoiceFixesProps) {
  const draft = useStore((state) => state.draft);
  const [fixes, setFixes] = useState<readonly ChoiceFix[]>([]);
  useEffect(() => findChoiceFixes(draft, document, finding, setFixes), [draft, document, finding]);
  return (
    <>
      {fixes.map((fix) => (
        <Row key={fix.label}>
          <Button variant="outlined" onClick={() => edit(() => fix.draft, fix.label)}>
            Fix: {fix.label}
          </Button>
          <Effect>{effectOf(draft, fix.draft) || 'The same access'}</Effect>
        </Row>
      ))}
    </>
  );
}
