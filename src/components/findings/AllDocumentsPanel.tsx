import { inFigures } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import type { ShownFindings } from '../../state/checks/shown.ts';
import { sizeOf } from '../../state/derived/derived.ts';
import { show, useStore } from '../../state/store.ts';
import { SizeBar } from '../common/SizeBar.tsx';
import { useAllDocuments } from './allDocuments.tsx';
import { withinNarrow } from '../common/theme.ts';
import { countOf, FindingCounts, summaryOf } from '../common/FindingCounts.tsx';
import { notChecked } from '../common/findingsLine.tsx';
import { Note } from '../common/Note.tsx';
import { List } from '../common/List.tsx';
import { Stack } from '../common/Stack.tsx';

/** The columns of all rows, where there is room for them: each as wide as its longest entry. */
const Rows = styled(List)({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(min-content, max-content) max-content',
  gap: '0 16px',
  [withinNarrow.panel]: { gridTemplateColumns: 'minmax(0, 1fr)' },
});
const Row = styled('li')({
  display: 'grid',
  gridColumn: '1 / -1',
  gridTemplateColumns: 'subgrid',
  alignItems: 'center',
  [withinNarrow.panel]: { paddingBottom: 8 },
  '& > button': { justifyContent: 'start', textAlign: 'left' },
});

/** Each document with its findings and size: the combined view has neither, since it is attached to nothing. */
export function AllDocumentsPanel() {
  const draft = useStore((state) => state.draft);
  return (
    <>
      <Note mt={2} mb={2}>
        Findings and sizes are for the policies that you deploy. The combined view isn’t one of them.
      </Note>
      <Rows look="rows" py={0} small>
        {useAllDocuments().map(({ document, shown, failure }) => {
          const size = sizeOf(document, draft);
          return (
            <Row key={document.id}>
              <Button onClick={() => show({ documentId: document.id, view: 'policy', half: 'policy' })}>
                {document.title}
              </Button>
              <Stack as="span" row gap={2} rowGap={0}>
                {shown && !failure && shown.open.length > 0 && <FindingCounts findings={shown.open} />}
                <span>{failure ? notChecked[failure] : inWords(shown)}</span>
              </Stack>
              <Stack as="span" row gap={2} rowGap={0}>
                <SizeBar size={size} /> <span>{sizeInWords(size)}</span>
              </Stack>
            </Row>
          );
        })}
      </Rows>
    </>
  );
}

function inWords(shown: ShownFindings | undefined): string {
  if (!shown) return 'Checking…';
  if (shown.open.length > 0) return summaryOf(countOf(shown.open));
  return shown.accepted.length === 0
    ? 'No issues found'
    : `No open issues found, ${inFigures(shown.accepted.length)} suppressed`;
}
