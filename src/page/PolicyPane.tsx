import { styled } from '@mui/material/styles';
import { lazy, Suspense, useEffect } from 'react';
import { LazyBoundary } from '../components/common/LazyBoundary.tsx';
import { StartPane } from '../components/start/StartPane.tsx';
import type { DocumentPaneProps } from './DocumentPane.tsx';
import { useNothingSelected } from '../state/derived/nothingSelected.ts';
import { useStore } from '../state/store.ts';
import { whenIdle } from '../state/workers/whenIdle.ts';
import { ScrollArea } from '../components/common/ScrollArea.tsx';
import { Cover } from '../components/common/Cover.tsx';

const load = () => import('./DocumentPane.tsx');
const DocumentPane = lazy(() => load().then((module) => ({ default: module.DocumentPane })));

const DocumentColumn = lazy(() =>
  import('../components/policy/DocumentColumn.tsx').then((module) => ({ default: module.DocumentColumn })),
);

const Pane = styled('div')({ position: 'relative', height: '100%', background: 'var(--surface)' });
/** The policies beside the one that is shown, where there is room. */
const Columns = styled('div')({
  display: 'grid',
  height: '100%',
  gridTemplateRows: 'minmax(0, 1fr)',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '&:has(> [role="listbox"])': { gridTemplateColumns: '256px minmax(0, 1fr)' },
});
const Failed = styled('p')({ margin: 0, padding: 24 });

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
      fallback={<Failed>Couldn’t load the policies. Reload the page – your draft is saved.</Failed>}
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
    <Pane>
      <ScrollArea>
        <StartPane />
      </ScrollArea>
      {/* The start stays behind a preview, with what is typed in it. */}
      {previewed && <Cover>{documents}</Cover>}
    </Pane>
  );
}
