import { styled } from '@mui/material/styles';
import { memo } from 'react';
import type { Block, Lines, Report, Text } from '../../policies/report/report.ts';
import { fontMono } from '../../theme.ts';

const Paper = styled('article')({
  maxWidth: 960,
  fontSize: 13,
  lineHeight: '20px',
  overflowWrap: 'anywhere',
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
  '& code': { font: `12px/20px ${fontMono}` },
  '& a': { color: 'var(--accent)' },
});
const Scroll = styled('div')({ overflowX: 'auto', margin: '0 0 12px' });
const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& caption': { padding: '4px 0', textAlign: 'left', fontWeight: 600 },
  '& th, & td': {
    minWidth: 72,
    padding: '4px 12px 4px 0',
    borderTop: '1px solid var(--hairline)',
    textAlign: 'left',
    verticalAlign: 'top',
  },
  '& thead th': { color: 'var(--ink-2)', fontWeight: 500 },
  '& tbody th': { fontWeight: 500 },
});
const Code = styled('pre')({
  margin: '0 0 12px',
  padding: 8,
  border: '1px solid var(--hairline)',
  background: 'var(--surface)',
  font: `12px/18px ${fontMono}`,
  whiteSpace: 'pre-wrap',
});

/** The report on the page and on paper: the same object that is written as Markdown. */
export const ReportView = memo(function ReportView({ report }: { readonly report: Report }) {
  return (
    <Paper className="report" aria-label={report.title}>
      <h3>{report.title}</h3>
      <Blocks blocks={report.head} />
      {report.sections.map(({ id, title, blocks }) => (
        <section key={id} aria-label={title}>
          <h4>{title}</h4>
          <Blocks blocks={blocks} />
        </section>
      ))}
    </Paper>
  );
});

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
      return <OneTable block={block} />;
    case 'code':
      return <Code>{block.text}</Code>;
    default:
      return block satisfies never;
  }
}

function OneTable({ block }: { readonly block: Extract<Block, { readonly kind: 'table' }> }) {
  const { caption, columns, rows } = block;
  return (
    <Scroll tabIndex={0} role="group" aria-label={wordsOf(caption)}>
      <Table>
        <caption>{shown(caption)}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {shown(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = [], ...cells], index) => (
            <tr key={index}>
              <th scope="row">{linesOf(first)}</th>
              {cells.map((cell, place) => (
                <td key={place}>{linesOf(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

const linesOf = (lines: Lines) => lines.map((line, index) => <div key={index}>{shown(line)}</div>);

const wordsOf = (text: Text): string =>
  text.map((span) => (typeof span === 'string' ? span : 'code' in span ? span.code : span.words)).join('');

const shown = (text: Text) =>
  text.map((span, index) => {
    if (typeof span === 'string') return span;
    if ('code' in span) return <code key={index}>{span.code}</code>;
    return (
      <a key={index} href={span.address} target="_blank" rel="noreferrer">
        {span.words}
      </a>
    );
  });
