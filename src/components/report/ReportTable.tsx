import type { Block, Lines } from '../../policies/report/report.ts';
import { DataTable } from '../common/DataTable.tsx';
import { shown, wordsOf } from './reportText.tsx';

/** A table with its name, in columns as wide as what is in them asks for. */
export function ReportTable({ block }: { readonly block: Extract<Block, { readonly kind: 'table' }> }) {
  const { caption, columns, rows } = block;
  return (
    <DataTable label={wordsOf(caption)} mb={3} estimate={heightOf(rows)} {...widthFor(columns)}>
      <caption>{shown(caption)}</caption>
      <colgroup>
        {widthsOf(columns, rows).map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
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
          <tr key={index} data-tall={isTall([first, ...cells])}>
            <th scope="row" data-long={isLong(first) ? 'parts' : undefined}>
              {linesOf(first)}
            </th>
            {cells.map((cell, place) => (
              <td key={place} data-long={isLong(cell) ? 'parts' : undefined}>
                {linesOf(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Two columns fit a phone. */
const widthFor = (columns: Lines) => (columns.length > 2 ? { minWidth: 520 } : {});

const LINE = 20;
const ROW_PADDING = 9;
const TITLES = 60;

/** As high as it is where no line is broken, in pixels. */
const heightOf = (rows: readonly (readonly Lines[])[]): number =>
  rows.reduce(
    (sum, row) => sum + ROW_PADDING + LINE * Math.max(1, ...row.map((cell) => cell.length)),
    TITLES,
  );

/** Characters between which a column's share is: what is longer is broken into lines. */
const NARROW = 10;
const WIDE = 36;

/** On paper a row is kept together, unless that would leave much of a page empty. */
const TALL = 5;
const isTall = (cells: readonly Lines[]): boolean => cells.some((cell) => cell.length > TALL);

/** Longer words than this are broken between their parts; others keep their column wide enough. */
const isLong = (lines: Lines): boolean => lines.some((line) => /\S{25}/.test(wordsOf(line)));

/** Shares of the width by the longest line of each column, so that a long list does not leave the others without room. */
function widthsOf(columns: Lines, rows: readonly (readonly Lines[])[]): readonly string[] {
  const longest = columns.map((column, index) => {
    const lines = [column, ...rows.flatMap((row) => row[index] ?? [])];
    const length = lines.reduce((most, line) => Math.max(most, wordsOf(line).length), NARROW);
    return Math.min(length, WIDE);
  });
  const all = longest.reduce((sum, length) => sum + length, 0);
  return longest.map((length) => `${(100 * length) / all}%`);
}

const linesOf = (lines: Lines) => lines.map((line, index) => <div key={index}>{shown(line)}</div>);
