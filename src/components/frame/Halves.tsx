import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useLayoutEffect, useState } from 'react';
import { readBuildWidth } from '../../state/storage/preferences.ts';
import { show, useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Box } from '../common/Box.tsx';

/** Each window has one of these. Until it is there its place has its size. */
const StepRail = lazy(() => import('./StepRail.tsx').then((module) => ({ default: module.StepRail })));
const Separator = lazy(() =>
  import('./HalvesSeparator.tsx').then((module) => ({ default: module.Separator })),
);
const PhoneFoot = lazy(() => import('./PhoneFoot.tsx').then((module) => ({ default: module.PhoneFoot })));

const Grid = styled('div')({
  display: 'grid',
  height: '100%',
  gridTemplateRows: 'minmax(0, 1fr)',
  '& > div > main, & > div > div > form': { outlineOffset: -2 },
});
/** Over what scrolls below it. */
const Close = styled(IconButton)({
  position: 'absolute',
  right: 8,
  top: 8,
  zIndex: 1,
  '&, &:hover': { background: 'var(--page)' },
  '&:hover': { background: 'var(--sunken)' },
});
export type WindowKind = 'desktop' | 'tablet' | 'phone';

function columnsOf(kind: WindowKind, width: number, showsBuild: boolean): string {
  if (kind === 'phone') return 'minmax(0, 1fr)';
  if (kind === 'desktop') return `${width}px 1px minmax(0, 1fr)`;
  return showsBuild ? '5.75rem minmax(21.25rem, 25rem) minmax(0, 1fr)' : '5.75rem minmax(0, 1fr)';
}

interface HalvesProps {
  readonly kind: WindowKind;
  readonly build: ReactNode;
  readonly policy: ReactNode;
}

/**
 * The two landmarks of the page, which take the focus from F6 and the skip links. Desktop: side by side. Tablet: a rail of the
 * steps, and the wizard as a sheet beside the policy. Phone: one at a time. They have the same place in the tree everywhere, so
 * that what is typed and opened outlasts a narrower window, a larger zoom, a turned tablet and the other half.
 */
export function Halves({ kind, build, policy }: HalvesProps) {
  const half = useStore((state) => state.screen.half);
  const [width, setWidth] = useState(readBuildWidth);
  useFocusedHalf(kind);
  const showsBuild = kind === 'desktop' || half === 'build';
  return (
    <Grid style={{ gridTemplateColumns: columnsOf(kind, width, showsBuild) }}>
      {kind === 'tablet' && (
        <Later until={<div />}>
          <StepRail />
        </Later>
      )}
      <MountedHalf shown={showsBuild}>
        <BuildSheet isSheet={kind === 'tablet'}>{build}</BuildSheet>
      </MountedHalf>
      {kind === 'desktop' && (
        <Later until={<div style={{ background: 'var(--hairline)' }} />}>
          <Separator width={width} onChange={setWidth} />
        </Later>
      )}
      <MountedHalf shown={kind !== 'phone' || half !== 'build'}>
        <Box as="main" tall id="policy" tabIndex={-1} aria-label="Policy">
          {policy}
        </Box>
      </MountedHalf>
      {kind === 'phone' && (
        <Later until={<div style={{ height: 49 }} />}>
          <PhoneFoot />
        </Later>
      )}
    </Grid>
  );
}

const Later = ({ until, children }: { readonly until: ReactNode; readonly children: ReactNode }) => (
  <LazyBoundary fallback={until}>
    <Suspense fallback={until}>{children}</Suspense>
  </LazyBoundary>
);

/**
 * Built when it is first shown; from then on it lives on while it is hidden. An `Activity` would end the editor's effects, which
 * cannot begin again.
 */
function MountedHalf({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  const [wasShown, setWasShown] = useState(shown);
  if (shown && !wasShown) setWasShown(true);
  return wasShown && <div style={{ display: shown ? 'contents' : 'none' }}>{children}</div>;
}

const hasFocus = (half: 'build' | 'policy'): boolean =>
  document.getElementById(half)?.contains(document.activeElement) ?? false;

/** A window that becomes narrower shows the half in which someone types, before the browser takes the focus from what is hidden. */
function useFocusedHalf(kind: WindowKind): void {
  useLayoutEffect(() => {
    const { half, view } = useStore.getState().screen;
    if (kind !== 'desktop' && half !== 'build' && hasFocus('build')) show({ half: 'build' });
    if (kind === 'phone' && half === 'build' && hasFocus('policy')) show({ half: view });
  }, [kind]);
}

const closeWizard = () => show({ half: 'policy' });
const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && closeWizard();

function BuildSheet({ isSheet, children }: { readonly isSheet: boolean; readonly children: ReactNode }) {
  return (
    <Box
      covered
      {...(isSheet && { onKeyDown: closeOnEscape, style: { borderRight: '1px solid var(--hairline)' } })}
    >
      <Box
        as="form"
        covered
        tall
        scrolls
        on="page"
        id="build"
        tabIndex={-1}
        aria-label="Build"
        onSubmit={(event) => event.preventDefault()}
      >
        {children}
      </Box>
      {isSheet && (
        <Close size="small" aria-label="Close wizard" onClick={closeWizard}>
          <Icon name="close" />
        </Close>
      )}
    </Box>
  );
}
