import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-600.css';
import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-500.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './page/App.tsx';
import { ErrorScreen } from './page/ErrorScreen.tsx';
import { startAutosave } from './state/storage/autosave.ts';
import { startsEmpty } from './state/storage/emptyPage.ts';
import { loadComposing, withComposing } from './state/derived/composing.ts';
import { useChecks } from './state/checks/findingsStore.ts';
import { startKeeping } from './state/typing/keepTyped.ts';
import { startLinks } from './state/share/startLinks.ts';
import { startPreset } from './state/preset/startPreset.ts';
import { useTests } from './state/accessTests/testsStore.ts';
import { useGuarantees } from './state/guarantees/guaranteesStore.ts';
import { watchForRedeploy } from './state/offline/redeploy.ts';
import { keys } from './state/storage/keys.ts';
import { isEmpty } from './state/storage/storedWork.ts';
import { schemeStorage } from './state/storage/scheme.ts';
import { useStore } from './state/store.ts';
import { whenIdle } from './state/workers/whenIdle.ts';
import { styleCache } from './components/common/readerSizes.ts';
import { theme } from './components/common/theme.ts';

/** What had the focus last: it may have been used up, and with it the focus, before anything that keeps it is loaded. */
let focused = document.activeElement;
addEventListener('focusin', () => (focused = document.activeElement));

/** Nothing on screen waits for checks, tests, and dropped files. What cannot be loaded is shown as not checked. */
const evidence: readonly (() => Promise<void>)[] = [
  () =>
    import('./state/recognize/pasteOutside.ts').then(
      ({ startPaste }) => startPaste(),
      () => {},
    ),
  () =>
    import('./page/keepFocus.ts').then(
      ({ startFocusKeeping }) => startFocusKeeping(focused),
      () => {},
    ),
  () =>
    import('./state/storage/fileDrop.ts').then(
      ({ startFileDrop }) => startFileDrop(),
      () => {},
    ),
  () =>
    import('./state/checks/startChecks.ts').then(
      ({ startChecks }) => startChecks(),
      () => useChecks.setState({ state: 'failed' }),
    ),
  () =>
    import('./state/accessTests/startTests.ts').then(
      ({ startTests }) => startTests(),
      () => useTests.setState({ state: 'failed' }),
    ),
  () =>
    import('./state/guarantees/startGuarantees.ts').then(
      ({ startGuarantees }) => startGuarantees(),
      () => useGuarantees.setState({ state: 'failed' }),
    ),
];

/** One after the other, each when the page has nothing else to do: together they are a task that a phone feels. */
function startEvidence([first, ...others]: typeof evidence): void {
  if (first) whenIdle(() => void first().finally(() => startEvidence(others)));
}

/** Last of all: nothing waits for it, and without it the page is whole. */
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    import('./state/offline/offline.ts').then(({ startOffline }) => startOffline()).catch(() => undefined);
  });
}

function render(): void {
  const root = document.getElementById('root');
  if (!root) return;
  const page = (
    <StrictMode>
      <CacheProvider value={styleCache}>
        <ThemeProvider
          theme={theme}
          defaultMode="system"
          modeStorageKey={keys.scheme}
          storageManager={schemeStorage}
        >
          <CssBaseline enableColorScheme />
          <ErrorScreen>
            <App />
          </ErrorScreen>
        </ThemeProvider>
      </CacheProvider>
    </StrictMode>
  );
  // The first words are on screen already: in slices, a slow phone goes on scrolling and answering.
  startTransition(() => createRoot(root).render(page));
}

/** A draft with something in it is shown with its policies; one that does not load them is reported. */
const needsComposing = (): Promise<unknown> | undefined =>
  isEmpty(useStore.getState().draft) ? undefined : loadComposing().catch(() => undefined);

/** A page in the background paints nothing. */
function afterPaint(run: () => void): void {
  if (document.hidden) setTimeout(run, 0);
  else requestAnimationFrame(() => setTimeout(run, 0));
}

/** Before anybody can select something, then what nothing on screen waits for. */
function startLater(): void {
  withComposing(({ startPatterns }) => startPatterns());
  startEvidence(evidence);
}

watchForRedeploy();
const fresh = startsEmpty();
/** Not awaited at the top: what loads later imports from here, and would wait for this to end. */
void startPreset()
  .then(() => startAutosave(fresh))
  .then(() => startKeeping(fresh))
  .then(needsComposing)
  .then(() => {
    startLinks();
    render();
    afterPaint(startLater);
  });
