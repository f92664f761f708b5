import { type ComponentType, lazy, Suspense } from 'react';
import { isCombined, type PrintedDocument, sizeOf } from '../state/derived/derived.ts';
import { show, useStore } from '../state/store.ts';
import type { Evidence } from '../state/screen.ts';
import { BottomPanel } from '../components/common/BottomPanel.tsx';
import { LazyBoundary } from '../components/common/LazyBoundary.tsx';
import { kindAndSize, SizeMark } from '../components/common/SizeBar.tsx';
import type { TabEntry } from '../components/common/Tabs.tsx';
import { useAllFindingsLine, useLargestSizeLine } from '../components/findings/allDocuments.tsx';
import { type EvidenceLine, useFindingsLine } from '../components/common/findingsLine.tsx';
import { useTestsLine } from '../components/accessTests/useTestsLine.tsx';
import { useWhyLine } from '../components/explain/whyLine.ts';
import { Stack } from '../components/common/Stack.tsx';

const panels = {
  why: lazy(() =>
    import('../components/explain/WhyPanel.tsx').then((module) => ({ default: module.WhyPanel })),
  ),
  findings: lazy(() =>
    import('../components/findings/FindingsPanel.tsx').then((module) => ({ default: module.FindingsPanel })),
  ),
  proofs: lazy(() =>
    import('../components/accessTests/TestsPanel.tsx').then((module) => ({ default: module.TestsPanel })),
  ),
  size: lazy(() =>
    import('../components/findings/SizeDetails.tsx').then((module) => ({ default: module.SizeDetails })),
  ),
} as const;

const ofAll = lazy(() =>
  import('../components/findings/AllDocumentsPanel.tsx').then((module) => ({
    default: module.AllDocumentsPanel,
  })),
);

const panelsOfAll = { ...panels, findings: ofAll, size: ofAll } as const;

const names: Readonly<Record<Evidence, readonly [title: string, what: string]>> = {
  why: ['Why', 'explanation'],
  findings: ['Findings', 'findings'],
  proofs: ['Tests', 'tests'],
  size: ['Size', 'sizes'],
};

interface EvidencePanelsProps {
  readonly document: PrintedDocument;
  /** What is shown above is only considered: what is known is of the draft. */
  readonly preview: boolean;
}

/** What is known about the shown document: why a line is there, what is wrong with it, what it does, and how full it is. */
export function EvidencePanels(props: EvidencePanelsProps) {
  return isCombined(props.document) ? <OfAllDocuments {...props} /> : <OfOne {...props} />;
}

function OfOne(props: EvidencePanelsProps) {
  const draft = useStore((state) => state.draft);
  const size = sizeOf(props.document, draft);
  const findings = useFindingsLine(props.document);
  const lines = { findings, size: { mark: <SizeMark size={size} />, line: kindAndSize(size), busy: false } };
  return <EvidencePanel {...props} lines={lines} panels={panels} />;
}

/** The combined view is no document that is delivered: what is known is that of those that are. */
function OfAllDocuments(props: EvidencePanelsProps) {
  const lines = { findings: useAllFindingsLine(), size: useLargestSizeLine() };
  return <EvidencePanel {...props} lines={lines} panels={panelsOfAll} />;
}

interface EvidencePanelProps extends EvidencePanelsProps {
  readonly lines: Readonly<Record<'findings' | 'size', EvidenceLine>>;
  readonly panels: Readonly<Record<Evidence, ComponentType<{ readonly document: PrintedDocument }>>>;
}

function EvidencePanel({ document, preview, lines, panels: contents }: EvidencePanelProps) {
  const wanted = useStore(({ screen }) => screen.evidence);
  const open = useStore(({ screen }) => screen.evidenceOpen);
  // Other views and formats have no lines that a caret is on.
  const hasLines = useStore(({ screen }) => screen.view === 'policy' && screen.format === 'json');
  const why: EvidenceLine = { mark: null, line: useWhyLine(document), busy: false };
  const all = { ...lines, why, proofs: useTestsLine() };
  const selected = wanted === 'why' && !hasLines ? 'findings' : wanted;
  const tab = (id: Evidence): TabEntry<Evidence> => ({
    id,
    label: (
      <Stack as="span" inline gap={1.5}>
        {names[id][0]} {all[id].mark}
      </Stack>
    ),
  });
  const [title, what] = names[selected];
  const Panel = contents[selected];
  return (
    <BottomPanel
      label="About this policy"
      entries={[...(hasLines ? [tab('why')] : []), tab('findings'), tab('proofs'), tab('size')]}
      selected={selected}
      title={title}
      what={what}
      line={preview ? 'These results are for your draft, without the preview.' : all[selected].line}
      busy={preview || all[selected].busy}
      open={open}
      onSelect={(evidence) => openAt(evidence, document.id)}
      onOpen={(opens) => (opens ? openAt(selected, document.id) : show({ evidenceOpen: false }))}
    >
      <LazyBoundary key={selected} fallback={<NoList />}>
        <Suspense fallback={<p>Loading…</p>}>
          <Panel document={document} />
        </Suspense>
      </LazyBoundary>
    </BottomPanel>
  );
}

const NoList = () => <p>Couldn’t load the list. Reload the page – your draft is saved.</p>;

/** What says why a line is there opens at that line, also where it has been scrolled away. */
function openAt(evidence: Evidence, documentId: string): void {
  const { caret } = useStore.getState().screen;
  show({ evidence, evidenceOpen: true });
  if (evidence === 'why' && caret?.documentId === documentId)
    show({ revealedRange: { ...caret, length: 0, focus: false } });
}
