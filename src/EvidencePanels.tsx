import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ComponentType, lazy, Suspense } from 'react';
import { isCombined, type PrintedDocument, sizeOf } from './state/derived/derived.ts';
import { type Evidence, show, useStore } from './state/store.ts';
import { Icon } from './components/common/Icon.tsx';
import { LazyBoundary } from './components/common/LazyBoundary.tsx';
import { SizeBar, sizeAndKind } from './components/common/SizeBar.tsx';
import { type TabEntry, Tabs } from './components/common/Tabs.tsx';
import { useAllFindingsLine, useLargestSizeLine } from './components/findings/allDocuments.tsx';
import { type EvidenceLine, useFindingsLine } from './components/common/findingsLine.tsx';
import { useProofsLine } from './components/accessTests/proofsLine.tsx';
import { below } from './theme.ts';

const panels = {
  findings: lazy(() =>
    import('./components/findings/FindingsPanel.tsx').then((module) => ({ default: module.FindingsPanel })),
  ),
  proofs: lazy(() =>
    import('./components/accessTests/ProofsPanel.tsx').then((module) => ({ default: module.ProofsPanel })),
  ),
  size: lazy(() =>
    import('./components/findings/SizeDetails.tsx').then((module) => ({ default: module.SizeDetails })),
  ),
} as const;

const ofAll = lazy(() =>
  import('./components/findings/AllDocumentsPanel.tsx').then((module) => ({
    default: module.AllDocumentsPanel,
  })),
);

const panelsOfAll = { ...panels, findings: ofAll, size: ofAll } as const;

const names: Readonly<Record<Evidence, readonly [title: string, what: string]>> = {
  findings: ['Findings', 'findings'],
  proofs: ['Tests', 'tests'],
  size: ['Size', 'sizes'],
};

const Section = styled('section')({ borderTop: '1px solid var(--hairline)', background: 'var(--page)' });
const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  padding: '0 8px 0 4px',
  [below.tablet]: {
    '& > [role="tablist"]': { flexWrap: 'wrap' },
    '& [role="tab"]': { paddingInline: 8 },
  },
});
const Label = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 6 });
const Line = styled('p')({
  margin: 0,
  flex: 1,
  minWidth: 120,
  paddingLeft: 8,
  fontSize: 13,
  color: 'var(--ink-2)',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
const Body = styled('div')({
  maxHeight: '42vh',
  overflow: 'auto',
  padding: '0 16px 12px',
  // There it is part of what is scrolled.
  [below.tablet]: { maxHeight: 'none' },
});

/** What is known about the shown document: what is wrong with it, what it does, and how full it is. */
export function EvidencePanels({ document }: { readonly document: PrintedDocument }) {
  return isCombined(document) ? <OfAllDocuments document={document} /> : <OfOne document={document} />;
}

function OfOne({ document }: { readonly document: PrintedDocument }) {
  const size = sizeOf(
    document,
    useStore((state) => state.draft),
  );
  const findings = useFindingsLine(document);
  const lines = { findings, size: { mark: <SizeBar size={size} />, line: sizeAndKind(size), busy: false } };
  return <EvidenceDock document={document} lines={lines} panels={panels} />;
}

/** The combined view is no document that is delivered: what is known is that of those that are. */
function OfAllDocuments({ document }: { readonly document: PrintedDocument }) {
  const lines = { findings: useAllFindingsLine(), size: useLargestSizeLine() };
  return <EvidenceDock document={document} lines={lines} panels={panelsOfAll} />;
}

interface EvidenceDockProps {
  readonly document: PrintedDocument;
  readonly lines: Readonly<Record<'findings' | 'size', EvidenceLine>>;
  readonly panels: Readonly<Record<Evidence, ComponentType<{ readonly document: PrintedDocument }>>>;
}

function EvidenceDock({ document, lines, panels: contents }: EvidenceDockProps) {
  const selected = useStore(({ screen }) => screen.evidence);
  const open = useStore(({ screen }) => screen.evidenceOpen);
  const all = { ...lines, proofs: useProofsLine() };
  const tab = (id: Evidence): TabEntry<Evidence> => ({
    id,
    label: (
      <Label>
        {names[id][0]} {all[id].mark}
      </Label>
    ),
  });
  const [title, what] = names[selected];
  const Panel = contents[selected];
  return (
    <Section aria-label={title} aria-busy={all[selected].busy}>
      <Head>
        <Tabs
          label="Findings, tests, and size"
          entries={[tab('findings'), tab('proofs'), tab('size')]}
          selected={selected}
          onSelect={(evidence) => show({ evidence, evidenceOpen: true })}
        />
        <Line>{all[selected].line}</Line>
        <Button
          onClick={() => show({ evidenceOpen: !open })}
          aria-expanded={open}
          endIcon={<Icon name={open ? 'chevronDown' : 'chevronRight'} />}
        >
          {open ? 'Hide' : 'Show'}
          <span className="visually-hidden"> {what}</span>
        </Button>
      </Head>
      {open && (
        <Body>
          <LazyBoundary
            key={selected}
            fallback={<p>Couldn’t load the list. Reload the page – your draft is saved.</p>}
          >
            <Suspense fallback={<p>Loading…</p>}>
              <Panel document={document} />
            </Suspense>
          </LazyBoundary>
        </Body>
      )}
    </Section>
  );
}
