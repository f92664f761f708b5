import Button from '@mui/material/Button';
import type { ShownFindings } from '../../state/checks/shown.ts';
import { sizeOf } from '../../state/derived/derived.ts';
import { show, useStore } from '../../state/store.ts';
import { SizeBar, sizeAndKind } from '../common/SizeBar.tsx';
import { useAllDocuments } from './allDocuments.tsx';
import { countOf, FindingCounts, summaryOf } from '../common/FindingCounts.tsx';
import { notChecked } from '../common/findingsLine.tsx';
import { Note } from '../common/Note.tsx';
import { List } from '../common/List.tsx';
import { Stack } from '../common/Stack.tsx';

/** Each document with its findings and size: the combined view has neither, since it is attached to nothing. */
export function AllDocumentsPanel() {
  const draft = useStore((state) => state.draft);
  return (
    <>
      <Note mt={2} mb={2}>
        Findings and sizes are for the policies that you deploy. The combined view isn’t one of them.
      </Note>
      <List look="rows" py={0} small>
        {useAllDocuments().map(({ document, shown, failure }) => {
          const size = sizeOf(document, draft);
          return (
            <Stack as="li" row gap={2} rowGap={0} key={document.id}>
              <Button onClick={() => show({ documentId: document.id, view: 'policy', half: 'policy' })}>
                {document.title}
              </Button>
              {shown && !failure && <FindingCounts findings={shown.open} />}
              <span>{failure ? notChecked[failure] : inWords(shown)}</span>
              <SizeBar size={size} /> <span>{sizeAndKind(size)}</span>
            </Stack>
          );
        })}
      </List>
    </>
  );
}

function inWords(shown: ShownFindings | undefined): string {
  if (!shown) return 'Checking…';
  return shown.open.length === 0 ? 'No issues found' : summaryOf(countOf(shown.open));
}
