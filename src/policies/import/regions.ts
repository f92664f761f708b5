import type { Node } from 'jsonc-parser';
import { parseJson } from '../parse.ts';
import { isCurly, isJsonSpace, isOddSpace } from './characters.ts';
import type { RefusalCode } from './reading.ts';
import { readRegion } from './region.ts';
import { Ahead, type Repaired, type TextEdit } from './tokens.ts';

/** A stretch of a text that is JSON, after its repairs. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** As JSON; word for word where there is no repair. */
  readonly text: string;
  readonly root: Node;
  readonly repairs: readonly Repaired[];
  /** JSON goes on behind it: a bracket too many may have closed it early. */
  readonly moreFollows: boolean;
  /** The place in the pasted text of a place in `text`. */
  originalOf(offset: number): number;
}

export interface Unreadable {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly offset: number;
  readonly length: number;
}

export interface Regions {
  readonly regions: readonly Region[];
  readonly unreadable: readonly Unreadable[];
}

/** Places at which JSON may begin that are tried; a page of text has some dozens. */
const MAX_STARTS = 2000;

/**
 * Every JSON object, or list of objects, in a text; what stands between them is prose. Where one cannot be read, the search goes
 * on behind the place where it broke: what is found there is whole in itself. Linear in the length of the text.
 */
export function regionsOf(text: string): Regions {
  const regions: Region[] = [];
  const unreadable: Unreadable[] = [];
  const ahead = new Ahead(text);
  let starts = 0;
  for (let at = nextStart(text, 0); at !== -1; ) {
    starts += 1;
    if (starts > MAX_STARTS) {
      unreadable.push({ code: 'tooMany', detail: `${MAX_STARTS}`, offset: at, length: 0 });
      break;
    }
    const found = readRegion(text, at, ahead);
    if (found.ok) {
      const region = regionOf(text, at, found);
      if ('root' in region) regions.push(region);
      else unreadable.push(region);
      at = nextStart(text, found.end);
      continue;
    }
    const { code, detail, at: token } = found;
    const length = Math.min(token.end - token.start, 80);
    const toTheEnd = token.kind === 'unclosed' && token.end === text.length;
    if (found.looksLikeJson || toTheEnd) unreadable.push({ code, detail, offset: token.start, length });
    at = toTheEnd ? -1 : nextStart(text, Math.max(token.start, at + 1));
  }
  return { regions, unreadable };
}

/** The next `{` that a key or nothing follows, or `[` before one. Braces of prose are no start. */
function nextStart(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character !== '{' && character !== '[') continue;
    const next = text[afterSpace(text, at + 1)];
    if (character === '[' ? next === '{' : next === '"' || next === '}' || next === '/' || isCurly(next))
      return at;
  }
  return -1;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (isJsonSpace(text[at]) || isOddSpace(text[at])) at += 1;
  return at;
}

interface Read {
  readonly end: number;
  readonly edits: readonly TextEdit[];
  readonly repairs: readonly Repaired[];
}

function regionOf(text: string, start: number, { end, edits, repairs }: Read): Region | Unreadable {
  // What is put in at a place goes before what is replaced there.
  const sorted = [...edits].sort((one, other) => one.offset - other.offset || one.length - other.length);
  const applied = applyEdits(text, start, end, sorted);
  const { root, errors } = parseJson(applied.text);
  const [error] = errors;
  if (!root) {
    const offset = applied.originalOf(error?.range.offset ?? 0);
    const code = error && error.code !== 'shape' ? error.code : 'notJson';
    return { code, detail: error?.detail ?? '', offset, length: error?.range.length ?? 0 };
  }
  return {
    start,
    end,
    ...applied,
    root,
    repairs: [...repairs].sort((one, other) => one.offset - other.offset),
    moreFollows: /[,\]}]/.test(text[afterSpace(text, end)] ?? ''),
  };
}

/** The text with its edits, and the way back from its places. */
function applyEdits(text: string, start: number, end: number, edits: readonly TextEdit[]) {
  if (edits.length === 0) return { text: text.slice(start, end), originalOf: (at: number) => start + at };
  const parts: string[] = [];
  /** Places in the new text where an unchanged stretch begins, and what they are in the old one. */
  const anchors: { readonly at: number; readonly original: number }[] = [{ at: 0, original: start }];
  let length = 0;
  let from = start;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.offset), edit.text);
    length += edit.offset - from + edit.text.length;
    from = edit.offset + edit.length;
    anchors.push({ at: length, original: from });
  }
  parts.push(text.slice(from, end));
  return { text: parts.join(''), originalOf: (at: number) => originalAt(anchors, at) };
}

function originalAt(
  anchors: readonly { readonly at: number; readonly original: number }[],
  at: number,
): number {
  let [low, high] = [0, anchors.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((anchors[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const next = anchors[low + 1];
  const original = (anchors[low]?.original ?? 0) + at - (anchors[low]?.at ?? 0);
  return next ? Math.min(original, next.original) : original;
}
