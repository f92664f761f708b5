import { styled } from '@mui/material/styles';
import { type ComponentType, lazy, Suspense } from 'react';
import { documentsOf, isCombined, type PrintedDocument } from '../state/derived/derived.ts';
import { useOnScreen } from '../state/derived/onScreen.ts';
import { useShownEnvironment } from '../state/derived/shownValues.ts';
import { useNothingSelected } from '../state/derived/nothingSelected.ts';
import { useStore } from '../state/store.ts';
import { useTyping } from '../state/typing/typedTexts.ts';
import { LazyBoundary } from '../components/common/LazyBoundary.tsx';
import { DocumentTabs } from '../components/policy/DocumentTabs.tsx';
import { DocumentView } from './DocumentView.tsx';
import { below } from '../components/common/theme.ts';
import { Box } from '../components/common/Box.tsx';
import { commands } from '../state/commands.ts';
import type { Preview, View } from '../state/screen.ts';
import '../components/common/printedView.css';

const HandEdits = lazy(() =>
  import('../components/handEdits/HandEdits.tsx').then((module) => ({ default: module.HandEdits })),
);

const RoleBar = lazy(() =>
  import('../components/policy/RoleBar.tsx').then((module) => ({ default: module.RoleBar })),
);

/** On a phone the policy keeps its part of the window; a window that is too low for all parts is scrolled. */
const Pane = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  minHeight: 0,
  [below.tablet]: { overflow: 'auto' },
});
const Body = styled('div')({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  background: 'var(--surface)',
  [below.tablet]: { flex: '1 0 40dvh' },
});
/** As high as the closed panel that is on its way, so that the text above does not jump. */
export interface DocumentPaneProps {
  /** What is shown about a document below it. */
  readonly evidence: ComponentType<{ readonly document: PrintedDocument; readonly preview: boolean }>;
}

/** The documents of the draft, or of what is being considered, as text or as changes. */
export function DocumentPane({ evidence: Evidence }: DocumentPaneProps) {
  const draft = useStore((state) => state.draft);
  const nothing = useNothingSelected();
  const { draft: shownDraft, shown, evidenceOf, view, preview } = useOnScreen();
  const environment = useShownEnvironment();
  return (
    <Pane>
      <DocumentTabs />
      {shown && !preview && view !== 'review' && view !== 'access' && <RoleNote document={shown} />}
      {shown && !preview && !environment && view !== 'review' && <ByHand document={shown} />}
      {preview && (
        <Box as="p" line="below" on="accent-quiet" small px={4} py={1.5}>
          {previewLine(preview, documentsOf(draft).length === 0)}
        </Box>
      )}
      <Body {...(shown && !preview && view !== 'policy' ? onPaperAs(view, shown.title) : {})}>
        {shown ? (
          <DocumentView
            document={shown}
            draft={shownDraft}
            view={view}
            preview={preview !== null}
            plain={nothing}
          />
        ) : (
          <Box as="p" tone="quiet" px={6} py={6}>
            This role has no permissions yet. Select an activity in step 2.
          </Box>
        )}
      </Body>
      {evidenceOf && view !== 'review' && (
        <LazyBoundary fallback={<NoEvidence />}>
          <Suspense fallback={<Box style={{ minHeight: 41 }} />}>
            <Evidence document={evidenceOf} preview={preview !== null} />
          </Suspense>
        </LazyBoundary>
      )}
    </Pane>
  );
}

const viewTitles: Readonly<Record<Exclude<View, 'policy'>, (policy: string) => string>> = {
  changes: (policy) => `${commands.changesView.label}: ${policy}`,
  explain: (policy) => `${commands.explainView.label}: ${policy}`,
  access: () => commands.accessView.label,
  review: () => commands.reviewView.label,
};

/** What has the view on paper, whole, below what it is of: the list that says it is not printed. */
const onPaperAs = (view: Exclude<View, 'policy'>, policy: string) => ({
  className: 'printed-view',
  'data-title': viewTitles[view](policy),
});

const NoEvidence = () => (
  <Box as="p" line="below" on="accent-quiet" small px={4} py={1.5}>
    Couldn’t load the explanation, findings, tests, and size. Reload the page – your draft is saved.
  </Box>
);

/** Only where a document is not simply that of one role. */
function RoleNote({ document }: { readonly document: PrintedDocument }) {
  if (!isCombined(document) && (document.kind !== 'identity' || document.personas.length < 2)) return null;
  return (
    <LazyBoundary fallback={null}>
      <Suspense fallback={null}>
        <RoleBar document={document} />
      </Suspense>
    </LazyBoundary>
  );
}

/** Only where there are manual edits. */
function ByHand({ document }: { readonly document: PrintedDocument }) {
  const written = useStore(({ draft }) => Object.keys(draft.edits).length > 0);
  const broken = useTyping((documents) => documents[document.id]?.problem);
  if (!written && !broken) return null;
  return (
    <LazyBoundary fallback={null}>
      <Suspense fallback={null}>
        <HandEdits document={document} />
      </Suspense>
    </LazyBoundary>
  );
}

function previewLine(preview: Preview, nothingChosen: boolean): string {
  return nothingChosen
    ? `Preview: ${preview.label}. Select a persona to start.`
    : `Preview with “${preview.label}”. Select it to add it.`;
}
