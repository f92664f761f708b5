import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ShownFindings } from '../../state/checks/shown.ts';
import { sizeOf } from '../../state/derived/derived.ts';
import { show, useStore } from '../../state/store.ts';
import { SizeBar, sizeAndKind } from '../common/SizeBar.tsx';
import { useAllDocuments } from './allDocuments.tsx';
import { countOf, FindingCounts, summaryOf } from '../common/FindingCounts.tsx';
import { notChecked } from '../common/findingsLine.tsx';

const Lead = styled('p')({ margin: '8px 0', fontSize: 13, color: 'var(--ink-2)', maxWidth: '76ch' });
const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });
const Item = styled('li')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
});

/** Each document with its findings and size: the combined view has neither, since it is attached to nothing. */
export function AllDocumentsPanel() {
  const draft = useStore((state) => state.draft);
  return (
    <>
      <Lead>
        Findings and sizes are those of the documents that you deploy. The combined view isn’t one of them.
      </Lead>
      <List>
        {useAllDocuments().map(({ document, shown, failure }) => {
          const size = sizeOf(document, draft);
          return (
            <Item key={document.id}>
              <Button onClick={() => show({ documentId: document.id, view: 'policy', half: 'policy' })}>
                {document.title}
              </Button>
              {shown && !failure && <FindingCounts findings={shown.open} />}
              <span>{failure ? notChecked[failure] : inWords(shown)}</span>
              <SizeBar size={size} /> <span>{sizeAndKind(size)}</span>
            </Item>
          );
        })}
      </List>
    </>
  );
}

function inWords(shown: ShownFindings | undefined): string {
  if (!shown) return 'Checking…';
  return shown.open.length === 0 ? 'No open findings' : summaryOf(countOf(shown.open));
}
