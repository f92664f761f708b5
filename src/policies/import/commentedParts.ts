import { toOffset, type TextRange } from '../language/policy.ts';
import { statementElements } from '../language/print.ts';
import { type CommentRun, commentRuns, commentRunsAround, type Span } from './commentRuns.ts';
import type { DocumentOrigin } from './documentOrigin.ts';
import type { Note, Repair } from './importReading.ts';

/** Statements, elements and entries of a policy that stand in comments: they stay out, and a note says so. */

const ELEMENT = new RegExp(`\\b(?:Statement|${statementElements.join('|')})\\b["']?\\s*[:=]`);
const ENTRY = /["'](?:arn:|[a-z0-9-]+:[A-Za-z*])|^\W*-\s*["']?(?:arn:|[a-z0-9-]+:[A-Z*])/m;

const isOfPolicy = (comment: string): boolean => ELEMENT.test(comment) || ENTRY.test(comment);

/** The lines of comments in a YAML text that hold what could be a part of a policy. Once for a text, whatever is in it. */
export const commentedRuns = (text: string): readonly CommentRun[] =>
  commentRuns(text).filter(({ from, to }) => isOfPolicy(text.slice(from, to)));

interface Source {
  readonly notation: DocumentOrigin['notation'];
  /** The text as pasted, which the range and the repairs are places of. */
  readonly pasted: string;
  /** Of a text whose comments are lines, by `commentedRuns`. */
  readonly commentRuns?: readonly CommentRun[];
}

/** A note for each stretch of comments in or directly around a policy that holds what could be a part of it. */
export function commentedParts(
  source: Source,
  range: TextRange,
  repairs: readonly Repair[],
): readonly Note[] {
  const found = source.commentRuns
    ? commentRunsAround(source.commentRuns, range)
    : commentsIn(repairs, source.pasted);
  return found.map(({ from, to }) => ({
    code: 'commentedPart',
    detail: source.pasted.slice(from, Math.min(to, from + 80)),
    range: { offset: toOffset(from), length: to - from },
  }));
}

/** Those that reading took out. */
const commentsIn = (repairs: readonly Repair[], text: string): readonly Span[] =>
  joined(
    repairs.filter(({ code }) => code === 'comment').map(({ range }) => spanOf(range)),
    text,
  ).filter(({ from, to }) => isOfPolicy(text.slice(from, to)));

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
