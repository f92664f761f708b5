import type { Block, Lines, Report, Span, ReportText } from './report.ts';
import { cleanReport } from './text.ts';

/**
 * A report as GitHub Flavored Markdown. Texts are escaped: nothing in a title, a reason or a value becomes a heading, a cell, a
 * link or HTML. A viewer may still add links: of an address that is written out, of `@name`, of `GH-1`.
 * Source: https://github.github.com/gfm/
 */
export function writeMarkdown(report: Report): string {
  const { title, head, sections } = cleanReport(report);
  const parts = [
    `# ${inline([title])}`,
    ...head.map(blockOf),
    ...sections.flatMap((section) => [`## ${inline([section.title])}`, ...section.blocks.map(blockOf)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${inline(block.text)}`;
    case 'paragraph':
      return startSafely(inline(block.text));
    case 'list':
      return block.items.map((item) => `- ${startSafely(inline(item))}`).join('\n');
    case 'terms':
      return block.entries.map(({ term, is }) => `- **${inline(term)}:** ${inline(is)}`).join('\n');
    case 'table':
      return tableOf(block);
    case 'code':
      return fenced(block.text, block.language);
    default:
      return block satisfies never;
  }
}

function tableOf({ caption, columns, rows }: Extract<Block, { readonly kind: 'table' }>): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    row(columns.map((column) => cell([column]))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map(cell))),
  ];
  return `${startSafely(inline(caption))}\n\n${table.join('\n')}`;
}

/** Markdown has no lines within a cell. */
const cell = (lines: Lines): string => lines.map((text) => inline(text, true)).join('; ');

const inline = (text: ReportText, inTable = false): string =>
  text.map((span) => spanOf(span, inTable)).join('');

function spanOf(span: Span, inTable: boolean): string {
  if (typeof span === 'string') return escaped(span);
  if ('code' in span) return codeOf(span.code, inTable);
  const address = addressOf(span.address);
  return address === undefined ? escaped(span.words) : `[${escaped(span.words)}](<${address}>)`;
}

/**
 * What begins or ends something anywhere in a line. Addresses that are written out would be links in which nothing is escaped.
 * Source: https://github.github.com/gfm/#autolinks-extension-
 */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~&$#]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`);

/** What makes a list, a rule or a heading only at the start of a line. */
const startSafely = (line: string): string =>
  line.replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** In a table a bar ends the cell even within code, and a backslash before it is read in two ways: such code is written as words. */
function codeOf(text: string, inTable: boolean): string {
  if (inTable && text.includes('|')) return escaped(text);
  const fence = '`'.repeat(longestRun(text) + 1);
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Web addresses only, of characters that need no escape; an entity in one would be decoded. */
const addressOf = (address: string): string | undefined =>
  /^https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]+$/.test(address) ? address.replaceAll('&', '&amp;') : undefined;
