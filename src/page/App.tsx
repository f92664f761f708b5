import { lazy, Suspense } from 'react';
import { Wizard } from '../components/wizard/Wizard.tsx';
import { LazyBoundary } from '../components/common/LazyBoundary.tsx';
import { Layout } from '../components/frame/Layout.tsx';
import { Notices } from '../components/frame/Notices.tsx';
import { TopBar } from '../components/frame/TopBar.tsx';
import { useShortcuts } from '../components/frame/useShortcuts.ts';
import { StartPane } from '../components/start/StartPane.tsx';
import { PolicyPane } from './PolicyPane.tsx';
import { dialogs } from './dialogs.ts';
import { show, useStore } from '../state/store.ts';

const StatusBar = lazy(() =>
  import('../components/frame/StatusBar.tsx').then((module) => ({ default: module.StatusBar })),
);

/** Nothing is shown below the policy before the first choice. */
const EvidencePanels = lazy(() =>
  import('./EvidencePanels.tsx').then((module) => ({ default: module.EvidencePanels })),
);

/** Nothing is announced before the first change. */
const Announcer = lazy(() =>
  import('../components/frame/Announcer.tsx').then((module) => ({ default: module.Announcer })),
);

/** The panes and nothing else. */
export function App() {
  useShortcuts();
  const dialog = useStore((state) => state.screen.dialog);
  return (
    <>
      <Layout
        top={<TopBar />}
        notices={<Notices />}
        start={<StartPane />}
        build={<Wizard />}
        policy={<PolicyPane evidence={EvidencePanels} />}
        status={<StatusBar />}
      />
      <LazyBoundary fallback={null}>
        <Suspense fallback={null}>
          <Announcer />
        </Suspense>
      </LazyBoundary>
      {dialog && <OpenDialog key={dialog} id={dialog} />}
    </>
  );
}

function OpenDialog({ id }: { readonly id: keyof typeof dialogs }) {
  const Dialog = dialogs[id];
  return (
    <LazyBoundary fallback={null} onFailure={() => show({ dialog: null })}>
      <Suspense fallback={null}>
        <Dialog />
      </Suspense>
    </LazyBoundary>
  );
}
