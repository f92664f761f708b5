import { offset, type TextRange } from '../document.ts';
import { statementElements } from '../print.ts';
import type { Note, Repair } from './reading.ts';

/** Statements, elements and entries of a policy that stand in comments: they stay out, and a note says so. */

const ELEMENT = new RegExp(`\\b(?:Statement|${statementElements.join('|')})\\b["']?\\s*:`);
const ENTRY = /["'](?:arn:|[a-z0-9-]+:[A-Za-z*])|^\W*-\s*["']?(?:arn:|[a-z0-9-]+:[A-Z*])/m;

const isOfPolicy = (comment: string): boolean => ELEMENT.test(comment) || ENTRY.test(comment);

interface Source {
  readonly notation: 'json' | 'template' | 'yaml';
  /** The text as pasted, which the range and the repairs are places of. */
  readonly pasted: string;
}

/** A note for each stretch of comments in or directly around a policy that holds what could be a part of it. */
export function commentedParts(
  { notation, pasted }: Source,
  range: TextRange,
  repairs: readonly Repair[],
): readonly Note[] {
  const comments =
    notation === 'yaml'
      ? yamlComments(pasted, range)
      : repairs.filter(({ code }) => code === 'comment').map((repair) => spanOf(repair.range));
  return joined(comments, pasted)
    .filter(({ from, to }) => isOfPolicy(pasted.slice(from, to)))
    .map(({ from, to }) => ({
      code: 'commentedPart',
      detail: pasted.slice(from, Math.min(to, from + 80)),
      range: { offset: offset(from), length: to - from },
    }));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = ({ offset: from, length }: TextRange): Span => ({ from, to: from + length });

/** Comments with nothing but white space between them are one. */
function joined(spans: readonly Span[], text: string): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    const isNext = last !== undefined && text.slice(last.to, span.from).trim() === '';
    if (isNext) found[found.length - 1] = { from: last.from, to: span.to };
    else found.push(span);
  }
  return found;
}

/** Lines of comments from those directly before a place to those directly behind it. */
function yamlComments(text: string, { offset: start, length }: TextRange): readonly Span[] {
  const from = linesBefore(text, start);
  const to = linesBehind(text, start + length);
  return [...text.slice(from, to).matchAll(/^[^\S\n]*#.*$/gm)].map(({ index, 0: line }) => ({
    from: from + index,
    to: from + index + line.length,
  }));
}

const isCommentOrBlank = (line: string): boolean => /^\s*(?:#|$)/.test(line);

function linesBefore(text: string, at: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (start > 0) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (!isCommentOrBlank(text.slice(before, start - 1))) break;
    start = before;
  }
  return start;
}

function linesBehind(text: string, at: number): number {
  let end = text.indexOf('\n', at);
  while (end !== -1) {
    const next = text.indexOf('\n', end + 1);
    const line = text.slice(end + 1, next === -1 ? text.length : next);
    if (!isCommentOrBlank(line)) break;
    end = next;
  }
  return end === -1 ? text.length : end;
}
