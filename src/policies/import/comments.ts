import { isJsonSpace, isUnusualSpace } from './unusualSpaces.ts';
import { mayStrikeOut, struckOutAt } from './struckOut.ts';
import type { LookaheadCache } from './lookaheadCache.ts';

/** Comments of programs, templates and pages around JSON, and what is struck out: its writer does not use it. */

export interface Comment {
  readonly start: number;
  readonly end: number;
  /** What opens it, as written: `//`, `#`, `<!--`, `<del>`. The beginning of it where it is long. */
  readonly marker: string;
  /** The text from `start` to `end` with spaces for its markers, so that places in it are places of the whole. */
  readonly text: string;
}

interface Block {
  readonly opening: string;
  readonly closing: string;
  /** Whether one without an end goes on to the end of the text, as its readers take it. */
  readonly isOpenEnded: boolean;
}

const blocks: readonly Block[] = [
  { opening: '/*', closing: '*/', isOpenEnded: true },
  { opening: '<!--', closing: '-->', isOpenEnded: true },
  { opening: '<%--', closing: '--%>', isOpenEnded: false },
  { opening: '<%#', closing: '%>', isOpenEnded: false },
  { opening: '(*', closing: '*)', isOpenEnded: false },
  { opening: '{{!--', closing: '--}}', isOpenEnded: false },
  { opening: '{#', closing: '#}', isOpenEnded: false },
  { opening: '<#--', closing: '-->', isOpenEnded: false },
  { opening: '<#', closing: '#>', isOpenEnded: false },
  { opening: '@*', closing: '*@', isOpenEnded: false },
  { opening: '{% comment %}', closing: '{% endcomment %}', isOpenEnded: false },
  { opening: '{%- comment -%}', closing: '{%- endcomment -%}', isOpenEnded: false },
  { opening: '=begin', closing: '\n=end', isOpenEnded: false },
  { opening: '{-', closing: '-}', isOpenEnded: false },
  { opening: '#if 0\n', closing: '#endif', isOpenEnded: false },
  { opening: '--[[', closing: ']]', isOpenEnded: false },
];

/**
 * Markers that make a comment of the rest of a line, as first of the line, and the mark of a line that a change removes. `%7B` begins a
 * URL-encoded policy.
 */
const FIRST_OF_LINE = /\/\/+|#+|--+(?=[\s{[])|-(?=[{[])|;+|%+(?![0-9A-Fa-f]{2})|::+|(?:REM|dnl)(?=\s)/iy;
/** The same behind something else on the line. */
const FURTHER_ON = /\/\/+|#+(?=[\s{[])/y;
/** The same directly in front of JSON, whatever is before it; behind a colon an address would begin. */
const BEFORE_JSON = /\/\/+(?=[^\S\n]*[{[])|--+(?=[{[])|#+(?=[^\S\n]+[{[])/y;
const BEFORE_JSON_APART = /(?:\/\/+|#+)(?=[^\S\n]+[{[])/y;

/** Whether a comment can begin at a place, by its first characters. `isFirst`: only white space is before it on its line. */
export const mayOpenComment = (text: string, at: number, isFirst: boolean): boolean => {
  const character = text.charAt(at);
  if (character === '{') return '#-%'.includes(text.charAt(at + 1)) || text.startsWith('{!', at + 1);
  if (character === '(') return text[at + 1] === '*' && text[at + 2] !== ')';
  return (
    '/#@-'.includes(character) || mayStrikeOut(character) || (isFirst && ";%:=rRdD'".includes(character))
  );
};

/** The comment that begins at a place, if one does. */
export function commentAt(
  text: string,
  at: number,
  isFirst: boolean,
  ahead: LookaheadCache,
): Comment | undefined {
  const struck = struckOut(text, at, ahead);
  if (struck) return struck;
  // Those of pages stand anywhere, also directly behind a word or a tag.
  if (text[at] === '<') return blockAt(text, at, ahead);
  if (isFirst && text[at] === "'") return unquotedAt(text, at, ahead);
  if (isFirst) return blockAt(text, at, ahead) ?? linesAt(text, at, FIRST_OF_LINE);
  if (!isBoundary(text[at - 1])) return directlyBehind(text, at);
  return blockAt(text, at, ahead) ?? linesAt(text, at, FURTHER_ON) ?? linesAt(text, at, BEFORE_JSON);
}

/** Asked once for a row of the same signs. */
function directlyBehind(text: string, at: number): Comment | undefined {
  const before = text[at - 1];
  if (before === text[at]) return undefined;
  return linesAt(text, at, before === ':' ? BEFORE_JSON_APART : BEFORE_JSON);
}

/** A comment of Visual Basic: an apostrophe in front of JSON that no other one closes. */
const unquotedAt = (text: string, at: number, ahead: LookaheadCache): Comment | undefined =>
  ahead.next("'", at + 1) === -1 ? linesAt(text, at, /'(?=[^\S\n]+[{[])/y) : undefined;

/** An address has `//` behind a colon, a pattern `/*` behind a name. */
const isBoundary = (before: string | undefined): boolean =>
  before === undefined || isJsonSpace(before) || isUnusualSpace(before) || ';,(){}[]'.includes(before);

function struckOut(text: string, at: number, ahead: LookaheadCache): Comment | undefined {
  const struck = struckOutAt(text, at, ahead);
  if (!struck) return undefined;
  const { opening, to, end } = struck;
  const masked = `${blank(opening)}${text.slice(at + opening.length, to)}${' '.repeat(end - to)}`;
  return { start: at, end, marker: opening.slice(0, LONGEST_MARKER), text: masked };
}

const LONGEST_MARKER = 80;

function blockAt(text: string, at: number, ahead: LookaheadCache): Comment | undefined {
  const block = blocks.find(({ opening }) => text.startsWith(opening, at));
  if (!block) return undefined;
  const from = at + block.opening.length;
  const close = ahead.next(block.closing, from);
  if (close === -1 && (!block.isOpenEnded || isEndOfArn(text, at))) return undefined;
  const to = close === -1 ? text.length : close;
  const end = close === -1 ? to : close + block.closing.length;
  const inside = text.slice(from, to).replace(/^[^\S\n]*\*/gm, blank);
  const masked = `${' '.repeat(from - at)}${inside}${' '.repeat(end - to)}`;
  return { start: at, end, marker: block.opening, text: masked };
}

/** `/*` in front of a quotation mark is the end of a text, such as an ARN that ends with a variable. */
const isEndOfArn = (text: string, at: number): boolean => /^\/\*["']/.test(text.slice(at, at + 3));

function linesAt(text: string, at: number, markers: RegExp): Comment | undefined {
  const marker = matchAt(markers, text, at);
  if (marker === undefined) return undefined;
  const again = repeated(marker);
  const lines: string[] = [];
  for (let start = at; ; ) {
    const end = lineEnd(text, start);
    const opening = matchAt(again, text, start)?.length ?? marker.length;
    lines.push(' '.repeat(opening) + text.slice(start + opening, end));
    start = end + 1;
    const goesOn =
      markers === FIRST_OF_LINE && start < text.length && matchAt(again, text, start) !== undefined;
    if (!goesOn) return { start: at, end, marker, text: lines.join('\n') };
  }
}

/** A marker at the beginning of a line, as often as it is repeated there: one `#` and two are the same. */
function repeated(marker: string): RegExp {
  const first = marker.charAt(0);
  const word = /^(?:REM|dnl)/i.exec(marker)?.[0];
  const one = word ?? ('/-:'.includes(first) ? `${first}{2,}` : `${first}+`);
  return new RegExp(`[^\\S\\n]*(?:${one}[^\\S\\n]*)+`, 'iy');
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const blank = (found: string): string => ' '.repeat(found.length);
