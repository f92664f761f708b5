import { type ComponentProps, lazy, Suspense, useDeferredValue } from 'react';
import type { PrintedDocument } from '../state/derived/derived.ts';
import type { View } from '../state/screen.ts';
import { LazyBoundary } from '../components/common/LazyBoundary.tsx';
import { PolicyText } from '../components/policy/PolicyText.tsx';
import { PolicyView } from '../components/policy/PolicyView.tsx';
import { Box } from '../components/common/Box.tsx';

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

interface DocumentViewProps extends ComponentProps<typeof PolicyText> {
  readonly view: View;
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
      fallback={
        <Box as="p" tone="quiet" px={6} py={6}>
          Couldn’t load this view. Reload the page – your draft is saved.
        </Box>
      }
    >
      <Suspense
        fallback={
          <Box as="p" tone="quiet" px={6} py={6}>
            Loading…
          </Box>
        }
      >
        <Box tall scrolls>
          <View document={later} />
        </Box>
      </Suspense>
    </LazyBoundary>
  );
}
