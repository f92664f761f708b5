import { type ReactNode, Suspense } from 'react';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Note } from '../common/Note.tsx';

/** The place of reasons, which load when someone reads them. */
export function ReasonsSlot({ children }: { readonly children: ReactNode }) {
  return (
    <LazyBoundary fallback={<Note>Couldn’t load the reasons. Reload the page – your draft is saved.</Note>}>
      <Suspense>{children}</Suspense>
    </LazyBoundary>
  );
}
