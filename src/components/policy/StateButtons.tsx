import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { Draft } from '../../policies/model/draft.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import { type PrintedDocument, sizeOf } from '../../state/derived/derived.ts';
import { show } from '../../state/store.ts';
import type { Evidence } from '../../state/screen.ts';
import { FindingsMark, NotCheckedMark } from '../common/FindingCounts.tsx';
import { useShownFindings } from '../common/findingsLine.tsx';
import { SizeBar } from '../common/SizeBar.tsx';
import { Stack } from '../common/Stack.tsx';

interface StateButtonsProps {
  readonly document: PrintedDocument;
  readonly draft: Draft;
}

/** What is known of the document, in a few words; each leads to the rest. */
export function StateButtons({ document, draft }: StateButtonsProps) {
  const size = sizeOf(document, draft);
  const { found, shown, failure } = useShownFindings(document);
  const isClean = found !== undefined && failure === undefined && shown.open.length === 0;
  const clean = shown.accepted.length === 0 ? 'No issues found' : 'No open issues';
  return (
    <>
      <PanelButton panel="size" title={sizeInWords(size)}>
        <Stack as="span" row inline gap={1.5}>
          <SizeBar size={size} />
          <span>
            {size.characters.toLocaleString('en')} of {size.quota.limit.toLocaleString('en')}
            <span className="visually-hidden"> characters</span>
          </span>
        </Stack>
      </PanelButton>
      <PanelButton panel="findings">
        <Stack as="span" row inline gap={1.5}>
          <span>{isClean ? clean : 'Findings'}</span>{' '}
          {failure ? <NotCheckedMark /> : found ? <FindingsMark findings={shown.open} /> : '…'}
        </Stack>
      </PanelButton>
    </>
  );
}

interface PanelButtonProps {
  readonly panel: Evidence;
  readonly title?: string;
  readonly children: ReactNode;
}

const PanelButton = ({ panel, title, children }: PanelButtonProps) => (
  <Button title={title} onClick={() => show({ evidence: panel, evidenceOpen: true })}>
    {children}
  </Button>
);
