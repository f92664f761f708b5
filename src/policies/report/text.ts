import { escapeJson } from '../language/characters/escapeCharacters.ts';
import type { TextUse } from '../language/characters/foundCharacter.ts';
import { visibleLines, visibleString } from '../language/characters/visibleText.ts';
import type { Block, Lines, Report, Span, ReportText } from './report.ts';

/** How texts of a report are put together, and made safe to stand on one line. */

export const codeSpan = (text: string): Span => ({ code: text });

/** The same cell that most tables need: one line of words. */
export const oneLineCell = (text: string): Lines => [[text]];

export const codeSpans = (texts: readonly string[], between = ', '): ReportText =>
  texts.flatMap((text, index) => (index === 0 ? [codeSpan(text)] : [between, codeSpan(text)]));

export const paragraph = (...text: ReportText): Block => ({ kind: 'paragraph', text });

export const heading = (...text: ReportText): Block => ({ kind: 'heading', text });

/** A text on one line: white space is one space, and what could not be seen is written as `⟨U+200B⟩`. */
const oneLine = (text: string, use: TextUse = 'prose'): string =>
  visibleString(text.replace(/[\t-\r \x85\u2028\u2029]+/g, ' '), use);

function cleanSpan(span: Span): Span {
  if (typeof span === 'string') return oneLine(span);
  if ('code' in span) return { code: oneLine(span.code, 'value').trim() };
  return { words: oneLine(span.words).trim(), address: span.address };
}

const isEmpty = (span: Span): boolean =>
  typeof span === 'string' ? span === '' : ('code' in span ? span.code : span.words) === '';

/** One line: without white space around it, without empty parts, and words beside words as one part. */
export function cleanText(text: ReportText): ReportText {
  const joined: Span[] = [];
  for (const span of text.map(cleanSpan).filter((candidate) => !isEmpty(candidate))) {
    const last = joined.at(-1);
    if (typeof last === 'string' && typeof span === 'string')
      joined[joined.length - 1] = oneLine(last + span);
    else if (typeof last === 'object' && typeof span === 'object') joined.push(' ', span);
    else joined.push(span);
  }
  const last = joined.length - 1;
  return joined
    .map((span, index) => {
      if (typeof span !== 'string') return span;
      const started = index === 0 ? span.trimStart() : span;
      return index === last ? started.trimEnd() : started;
    })
    .filter((span) => !isEmpty(span));
}

const cleanLines = (lines: Lines): Lines => lines.map(cleanText).filter((text) => text.length > 0);

/** Every text of a block on one line. */
export function cleanBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: cleanText(block.text) };
    case 'list':
      return { ...block, items: cleanLines(block.items) };
    case 'terms':
      return {
        ...block,
        entries: block.entries.map(({ term, is }) => ({ term: cleanText(term), is: cleanText(is) })),
      };
    case 'table':
      return {
        ...block,
        caption: cleanText(block.caption),
        columns: block.columns.map(cleanText),
        rows: block.rows.map((row) => row.map(cleanLines)),
      };
    case 'code':
      return { ...block, text: visibleLines(escapeJson(block.text.replace(/\r\n?/g, '\n'))) };
    default:
      return block satisfies never;
  }
}

/** A title on one line. */
export const cleanTitle = (title: string): string => oneLine(title).trim();

/** Every text of a report on one line. Done once, so that Markdown and page show the same. */
export const cleanReport = ({ title, head, sections }: Report): Report => ({
  title: cleanTitle(title),
  head: head.map(cleanBlock),
  sections: sections.map((section) => ({
    ...section,
    title: cleanTitle(section.title),
    blocks: section.blocks.map(cleanBlock),
  })),
});
