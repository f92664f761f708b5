import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { LazyBoundary } from './LazyBoundary.tsx';

const Tooltip = lazy(() => import('@mui/material/Tooltip'));

/** When the page has nothing else to do, or soon where the browser cannot tell. */
function whenIdle(run: () => void): () => void {
  const id = setTimeout(run, 1500);
  return () => clearTimeout(id);
}

/** A tooltip for a control that already has its name. It is loaded after the page has started; until then there is none. */
export function HoverTip({ title, children }: { readonly title: string; readonly children: ReactElement }) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => whenIdle(() => setWanted(true)), []);
  if (!wanted) return children;
  return (
    <LazyBoundary fallback={children}>
      <Suspense fallback={children}>
        <Tooltip title={title}>{children}</Tooltip>
      </Suspense>
    </LazyBoundary>
  );
}
