import { lazy, Suspense } from 'react';
import type { PrintedDocument } from '../../state/derived.ts';
import { Dock } from '../common/Dock.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { SizePanel } from './SizePanel.tsx';

const FindingsPanel = lazy(() =>
  import('./FindingsPanel.tsx').then((module) => ({ default: module.FindingsPanel })),
);

const notYet = (line: string) => (
  <Dock title="Findings" what="findings" line={line}>
    {line}
  </Dock>
);

/** What is known about the shown document: what is wrong with it, and how full it is. */
export function EvidencePanels({ document }: { readonly document: PrintedDocument }) {
  return (
    <>
      <LazyBoundary
        fallback={notYet('Not checked: the checks could not be loaded. Reload the page; the draft stays.')}
      >
        <Suspense fallback={notYet('Checking…')}>
          <FindingsPanel document={document} />
        </Suspense>
      </LazyBoundary>
      <SizePanel document={document} />
    </>
  );
}
