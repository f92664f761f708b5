import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { type ChoiceFix, findChoiceFixes } from '../../state/checks/choiceFixes.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { effectOf } from '../../state/derived/lastEffect.ts';
import { edit, useStore } from '../../state/store.ts';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';

interface ChoiceFixesProps {
  readonly document: PrintedDocument;
  readonly finding: DescribedFinding;
}

/**
 * Changes of wizard choices after which the finding is gone, each with the actions that it adds or removes. Where it names none it
 * may still change a Deny's condition or a trust policy: nothing is said to be the same.
 */
export function ChoiceFixes({ document, finding }: ChoiceFixesProps) {
  const draft = useStore((state) => state.draft);
  const [fixes, setFixes] = useState<readonly ChoiceFix[]>([]);
  useEffect(() => findChoiceFixes(draft, document, finding, setFixes), [draft, document, finding]);
  return (
    <>
      {fixes.map((fix) => (
        <Stack row gap={2} mt={1} key={fix.label}>
          <Button variant="outlined" onClick={() => edit(() => fix.draft, fix.label)}>
            Fix: {fix.label}
          </Button>
          <Note as="span">
            {effectOf(draft, fix.draft) || 'Access not compared. Review before applying.'}
          </Note>
        </Stack>
      ))}
    </>
  );
}
