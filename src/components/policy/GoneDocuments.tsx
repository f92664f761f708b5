import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import type { Draft } from '../../policies/draft.ts';
import { documentsGone, withoutDocument } from '../../state/baseline.ts';
import type { PrintedDocument } from '../../state/derived.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { AccessChanges } from './AccessChanges.tsx';

const Box = styled('div')({
  maxHeight: '30vh',
  overflow: 'auto',
  padding: '4px 16px',
  borderBottom: '1px solid var(--hairline)',
});

interface GoneDocumentsProps {
  readonly baseline: Draft;
  readonly draft: Draft;
}

/** Documents that were there and are no longer: what they granted is gone, what they limited is open. */
export function GoneDocuments({ baseline, draft }: GoneDocumentsProps) {
  const gone = useMemo(() => documentsGone(baseline, draft), [baseline, draft]);
  if (gone.length === 0) return null;
  return (
    <Box>
      {gone.map((document) => (
        <Disclosure late key={document.id} label={`No longer there: ${document.title}`}>
          <Gone document={document} />
        </Disclosure>
      ))}
    </Box>
  );
}

function Gone({ document }: { readonly document: PrintedDocument }) {
  const policies = useMemo(
    () => ({ before: [document.policy], after: withoutDocument(document.kind) }),
    [document],
  );
  return <AccessChanges {...policies} sameText={false} label={`Changes of access by ${document.title}`} />;
}
