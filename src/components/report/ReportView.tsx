import { styled } from '@mui/material/styles';
import { memo } from 'react';
import {
  reportIntroduction,
  reportSection,
  reportSummary,
  selectedParts,
} from '../../policies/report/buildReport.ts';
import type { ComputedInput, ReportInput } from '../../policies/report/input.ts';
import type { Block, SectionId } from '../../policies/report/report.ts';
import type { ReportPart } from '../../policies/report/sections/part.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { fontMono } from '../common/theme.ts';
import { ReportTable } from './ReportTable.tsx';
import { shown } from './reportText.tsx';
import { CodeBlock } from '../common/Code.tsx';

const Paper = styled('article')({
  maxWidth: 960,
  fontSize: 13,
  lineHeight: '20px',
  overflowWrap: 'break-word',
  '& h3': { margin: '0 0 12px', fontSize: 20, lineHeight: '28px', fontWeight: 600 },
  '& h4': {
    margin: '24px 0 8px',
    paddingTop: 8,
    borderTop: '2px solid var(--ink)',
    fontSize: 16,
    lineHeight: '24px',
    fontWeight: 600,
  },
  '& h5': { margin: '16px 0 4px', fontSize: 14, fontWeight: 600 },
  '& p, & ul': { margin: '0 0 8px', maxWidth: '76ch' },
  '& ul': { paddingLeft: 20 },
  '& dl': {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
    gap: '2px 16px',
    margin: '0 0 12px',
  },
  '& dt': { color: 'var(--ink-2)' },
  '& dd': { margin: 0 },
  '& code': { font: `12px/20px ${fontMono}`, overflowWrap: 'anywhere' },
  '& a': { color: 'var(--accent)' },
  // An address of a whole set is there to be used, not read. On paper it is complete.
  '& a[data-address="true"]': {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    wordBreak: 'break-all',
  },
});

interface ReportViewProps {
  readonly input: ReportInput;
  /** What the sections are made of, as far as they are there: they follow the input when there is time. */
  readonly shown: ShownSections | null;
  readonly busy: boolean;
}

export interface ShownSections {
  readonly computed: ComputedInput;
  readonly sections: readonly SectionId[];
}

/** The report on the page and on paper: what is written as Markdown, too. */
export const ReportView = memo(function ReportView({ input, shown, busy }: ReportViewProps) {
  const { title, blocks } = reportIntroduction(input);
  return (
    <Paper className="report" aria-label={title} aria-busy={busy}>
      <h3>{title}</h3>
      <Blocks blocks={blocks} />
      {shown === null ? (
        <p>
          <BeingComputed>Preparing the report…</BeingComputed>
        </p>
      ) : (
        <Sections {...shown} />
      )}
    </Paper>
  );
});

/** Each is computed by itself, so that typing goes first between two of them. */
const Sections = memo(function Sections({ computed, sections }: ShownSections) {
  return (
    <>
      <Summary computed={computed} />
      {selectedParts(sections).map((part) => (
        <OneSection key={part.id} part={part} computed={computed} />
      ))}
    </>
  );
});

const Summary = ({ computed }: Pick<ShownSections, 'computed'>) => (
  <OneBlock block={reportSummary(computed)} />
);

function OneSection({ part, computed }: Pick<ShownSections, 'computed'> & { readonly part: ReportPart }) {
  const { title, blocks } = reportSection(part, computed);
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <Blocks blocks={blocks} />
    </section>
  );
}

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  blocks.map((block, index) => <OneBlock key={index} block={block} />);

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h5>{shown(block.text)}</h5>;
    case 'paragraph':
      return <p>{shown(block.text)}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>{shown(item)}</li>
          ))}
        </ul>
      );
    case 'terms':
      return (
        <dl>
          {block.entries.flatMap(({ term, is }, index) => [
            <dt key={`${index} term`}>{shown(term)}</dt>,
            <dd key={index}>{shown(is)}</dd>,
          ])}
        </dl>
      );
    case 'table':
      return <ReportTable block={block} />;
    case 'code':
      return (
        <CodeBlock framed mb={3}>
          {block.text}
        </CodeBlock>
      );
    default:
      return block satisfies never;
  }
}
