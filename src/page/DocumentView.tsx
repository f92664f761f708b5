import { styled } from '@mui/material/styles';
import { lazy, Suspense, useDeferredValue } from 'react';
import type { Draft } from '../policies/model/draft.ts';
import type { PrintedDocument } from '../state/derived/derived.ts';
import type { View } from '../state/screen.ts';
import { LazyBoundary } from '../components/common/LazyBoundary.tsx';
import { PolicyText } from '../components/policy/PolicyText.tsx';
import { PolicyView } from '../components/policy/PolicyView.tsx';
import { ScrollArea } from '../components/common/ScrollArea.tsx';

const views = {
  changes: lazy(() =>
    import('../components/compare/ChangesView.tsx').then((module) => ({ default: module.ChangesView })),
  ),
  explain: lazy(() =>
    import('../components/explain/ExplainView.tsx').then((module) => ({ default: module.ExplainView })),
  ),
  access: lazy(() =>
    import('../components/access/AccessView.tsx').then((module) => ({ default: module.AccessView })),
  ),
  review: lazy(() =>
    import('../components/review/ReviewView.tsx').then((module) => ({ default: module.ReviewView })),
  ),
} as const;

/** A sentence in place of a view. */
export const Empty = styled('p')({ margin: 0, padding: 24, color: 'var(--ink-2)' });

interface DocumentViewProps {
  readonly document: PrintedDocument;
  readonly draft: Draft;
  readonly view: View;
  readonly preview: boolean;
  readonly plain: boolean;
}

/** A document as text, or in the view that is open. */
export function DocumentView({ document, draft, view, preview, plain }: DocumentViewProps) {
  // The tab is selected at once; that the editor goes and a view comes is work of its own.
  const viewLater = useDeferredValue(view);
  if (viewLater !== 'policy' && !preview) return <ViewLater document={document} view={viewLater} />;
  if (plain) return <PolicyView document={document} preview={preview} plain />;
  return <PolicyText document={document} draft={draft} preview={preview} />;
}

/** Typing goes first; these views follow when there is time. */
function ViewLater({
  document,
  view,
}: {
  readonly document: PrintedDocument;
  readonly view: keyof typeof views;
}) {
  const later = useDeferredValue(document);
  const View = views[view];
  return (
    <LazyBoundary
      key={view}
      fallback={<Empty>Couldn’t load this view. Reload the page – your draft is saved.</Empty>}
    >
      <Suspense fallback={<Empty>Loading…</Empty>}>
        <ScrollArea>
          <View document={later} />
        </ScrollArea>
      </Suspense>
    </LazyBoundary>
  );
}
