import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Build = styled('form')({
  height: '100%',
  overflow: 'auto',
  outlineOffset: -2,
  background: 'var(--page)',
});
const Policy = styled('main')({ height: '100%', minHeight: 0, outlineOffset: -2 });

/** The two landmarks of the page. They take the focus from F6 and the skip links. */
export function BuildHalf({ children }: { readonly children: ReactNode }) {
  return (
    <Build id="build" tabIndex={-1} aria-label="Build" onSubmit={(event) => event.preventDefault()}>
      {children}
    </Build>
  );
}

export function PolicyHalf({ children }: { readonly children: ReactNode }) {
  return (
    <Policy id="policy" tabIndex={-1} aria-label="Policy">
      {children}
    </Policy>
  );
}
