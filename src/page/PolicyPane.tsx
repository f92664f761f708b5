import { styled } from '@mui/material/styles';
import { lazy, Suspense, useEffect } from 'react';
import { LazyBoundary } from '../components/common/LazyBoundary.tsx';
import { StartPane } from '../components/start/StartPane.tsx';
import type { DocumentPaneProps } from './DocumentPane.tsx';
import { useNothingSelected } from '../state/derived/nothingSelected.ts';
import { useStore } from '../state/store.ts';
import { whenIdle } from '../state/workers/whenIdle.ts';
import { Cover } from '../components/common/Cover.tsx';
import { Box } from '../components/common/Box.tsx';

const load = () => import('./DocumentPane.tsx');
const DocumentPane = lazy(() => load().then((module) => ({ default: module.DocumentPane })));

const DocumentColumn = lazy(() =>
  import('../components/policy/DocumentColumn.tsx').then((module) => ({ default: module.DocumentColumn })),
);

/** The policies beside the one that is shown, where there is room. */
const Columns = styled('div')({
  display: 'grid',
  height: '100%',
  gridTemplateRows: 'minmax(0, 1fr)',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '&:has(> [role="listbox"])': { gridTemplateColumns: '256px minmax(0, 1fr)' },
});
/** The start, until something is selected or previewed; then the documents. */
export function PolicyPane(props: DocumentPaneProps) {
  const nothing = useNothingSelected();
  const previewed = useStore(({ screen }) => screen.preview !== null);
  useEffect(() => {
    // With the first choice the text is there at once. One that does not arrive now is asked for again then.
    whenIdle(() => void load().catch(() => undefined));
  }, []);
  const documents = (
    <LazyBoundary
      fallback={
        <Box as="p" px={6} py={6}>
          Couldn’t load the policies. Reload the page – your draft is saved.
        </Box>
      }
    >
      <Suspense fallback={null}>
        <Columns>
          <DocumentColumn />
          <DocumentPane {...props} />
        </Columns>
      </Suspense>
    </LazyBoundary>
  );
  if (!nothing) return documents;
  return (
    <Box covered tall on="surface">
      <Box tall scrolls>
        <StartPane />
      </Box>
      {/* The start stays behind a preview, with what is typed in it. */}
      {previewed && <Cover>{documents}</Cover>}
    </Box>
  );
}
