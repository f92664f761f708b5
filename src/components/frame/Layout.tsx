import { below, fromDesktop } from '../common/theme.ts';
import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type MouseEvent, type ReactNode, Suspense } from 'react';
import { focusHalf } from '../../state/commands.ts';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Halves, type WindowKind } from './Halves.tsx';
import { Box } from '../common/Box.tsx';

/** Words for screen readers are out of the flow: what they are in may end far below the window, which must not scroll for them. */
const Page = styled('div')({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  height: '100dvh',
  overflow: 'clip',
});
/** As high as the status bar that is on its way. */
const Foot = styled('div')({ height: 28 });
const Skip = styled('a')({
  position: 'absolute',
  left: 8,
  top: -48,
  zIndex: 20,
  padding: '6px 12px',
  background: 'var(--surface)',
  color: 'var(--accent)',
  border: '1px solid var(--accent)',
  '&:focus': { top: 8 },
});

interface LayoutProps {
  /** What a phone shows above the wizard until something is selected. */
  readonly start: ReactNode;
  readonly build: ReactNode;
  readonly policy: ReactNode;
  readonly top: ReactNode;
  readonly notices: ReactNode;
  readonly status: ReactNode;
}

function useWindowKind(): WindowKind {
  const phone = useMediaQuery(below.tablet, { noSsr: true });
  const desktop = useMediaQuery(fromDesktop, { noSsr: true });
  return phone ? 'phone' : desktop ? 'desktop' : 'tablet';
}

export function Layout({ top, notices, start, build, policy, status }: LayoutProps) {
  const kind = useWindowKind();
  return (
    <Page>
      <Skip href="#build" onClick={(event) => skip(event, 'build')}>
        Skip to wizard
      </Skip>
      <Skip href="#policy" onClick={(event) => skip(event, 'policy')}>
        Skip to policy
      </Skip>
      {top}
      {notices}
      <Box covered rest>
        <Halves
          kind={kind}
          build={
            <>
              {kind === 'phone' && start}
              {build}
            </>
          }
          policy={policy}
        />
      </Box>
      {kind !== 'phone' && (
        <LazyBoundary fallback={null}>
          <Suspense fallback={<Foot />}>{status}</Suspense>
        </LazyBoundary>
      )}
    </Page>
  );
}

/** The part of the address after `#` belongs to shared drafts: a skip link moves the focus and leaves the address as it is. */
function skip(event: MouseEvent, half: 'build' | 'policy'): void {
  event.preventDefault();
  focusHalf(half);
}
