import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { reportWith } from '../../policies/report/buildReport.ts';
import { writeMarkdown } from '../../policies/report/markdown.ts';
import { sectionIds } from '../../policies/report/report.ts';
import { documentsOf } from '../../state/derived/derived.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { useStore } from '../../state/store.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';
import { Dialog, printedPart } from '../common/Dialog.tsx';
import { CopyButton } from '../common/CopyButton.tsx';
import { Icon } from '../common/Icon.tsx';
import { ReportFields } from './ReportFields.tsx';
import { ReportView, type ShownSections } from './ReportView.tsx';
import { type ReportForm, type ReportState, useReport } from './useReport.ts';
import { usePrint } from './usePrint.ts';
import './report.css';
import { below } from '../common/theme.ts';
import { Warning } from '../common/Warning.tsx';

const Halves = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: '280px minmax(0, 1fr)',
  borderTop: '1px solid var(--hairline)',
  borderBottom: '1px solid var(--hairline)',
  [below.twoColumns]: { display: 'block', overflow: 'auto' },
});
const Fields = styled('div')({
  overflow: 'auto',
  padding: '12px 16px',
  background: 'var(--page)',
  [below.twoColumns]: { overflow: 'visible' },
});
const Preview = styled('div')({
  overflow: 'auto',
  padding: '16px 24px',
  borderLeft: '1px solid var(--hairline)',
  outlineOffset: -2,
  [below.twoColumns]: {
    overflow: 'visible',
    padding: 16,
    borderLeft: 'none',
    borderTop: '1px solid var(--hairline)',
  },
});

/** Kept while the page lives, so that closing the dialog loses nothing; stored nowhere. */
let lastForm: ReportForm = { about: { requester: '', ticket: '', remark: '' }, sections: sectionIds };

/** The report for a change ticket: its text, as it will be, and the ways out. */
export function ReportDialog() {
  const [form, setForm] = useState(lastForm);
  const state = useReport(form);
  const { computed, about } = state;
  const { sections } = form;
  const input = useMemo(() => ({ ...computed, about, sections }), [computed, about, sections]);
  const wanted = useMemo((): ShownSections => ({ computed, sections }), [computed, sections]);
  const shown = useDeferredValue<ShownSections | null>(wanted, null);
  const isBusy = shown !== wanted;
  const markdown = useCallback(
    () => writeMarkdown(reportWith(computed, about, sections)),
    [computed, about, sections],
  );
  const change = (changed: ReportForm) => {
    lastForm = changed;
    setForm(changed);
  };
  return (
    <Dialog
      bare
      title="Report for a change ticket"
      size="lg"
      className="report-dialog"
      slotProps={{ paper: { style: { height: '100%' } } }}
      actions={<WaysOut markdown={markdown} busy={isBusy} />}
    >
      <Halves className={printedPart}>
        <Fields>
          <Unfinished state={state} />
          <ReportFields form={form} onChange={change} />
        </Fields>
        <Preview className={printedPart} tabIndex={0} role="region" aria-label="Preview of the report">
          <ReportView input={input} shown={shown} busy={isBusy} />
        </Preview>
      </Halves>
    </Dialog>
  );
}

interface WaysOutProps {
  /** Writes what the form and the answers are now. */
  markdown(): string;
  /** Not all of it is on the page yet. */
  readonly busy: boolean;
}

function WaysOut({ markdown, busy }: WaysOutProps) {
  const name = useStore((state) => state.draft.name);
  const printWhenReady = usePrint(busy);
  return (
    <>
      <CopyButton text={markdown} name="Markdown" named />
      <Button
        variant="outlined"
        startIcon={<Icon name="download" />}
        onClick={() => saveFile(`${fileName(name)}.report.md`, markdown(), 'text/markdown')}
      >
        Download .md
      </Button>
      <Button variant="contained" onClick={printWhenReady}>
        Print
      </Button>
    </>
  );
}

/** What the report cannot say yet, or at all. It says so itself, too. */
function Unfinished({ state: { pending, failed, retry } }: { readonly state: ReportState }) {
  const typing = useTyping();
  const documents = useStore((state) => documentsOf(state.draft));
  const typed = documents.filter(({ id }) => typing[id] !== undefined).map(({ title }) => title);
  return (
    <div role="status">
      {typed.length > 0 && (
        <Warning mb={3}>
          The text you’re typing in {typed.join(', ')} isn’t a valid policy yet. The report uses the last
          valid text.
        </Warning>
      )}
      {pending.length > 0 && (
        <Warning mb={3}>Not finished yet: {pending.join(', ')}. The report says so.</Warning>
      )}
      {failed.length > 0 && (
        <Warning mb={3}>
          Not available: {failed.join(', ')}. The report says so.{' '}
          {retry && <Button onClick={retry}>Try again</Button>}
        </Warning>
      )}
    </div>
  );
}

const fileName = (name: string): string =>
  name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'policies';
