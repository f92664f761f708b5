import type { LookaheadCache } from './lookaheadCache.ts';

/** What a page, a chat or a word processor shows struck out: its writer does not use it, as in a comment. */

export interface StruckOut {
  /** What opens it, as written. */
  readonly opening: string;
  /** Where its inside ends, and where it ends itself. */
  readonly to: number;
  readonly end: number;
}

/** A tag that strikes out, by its name or its style. Source: https://html.spec.whatwg.org/multipage/edits.html */
const TAG =
  /<(?:(del|s|strike)(?=[\s>])|([a-z][a-z\d]{0,20})(?=\s[^<>]{0,500}\bline-through\b))[^<>]{0,1000}>/iy;

export const mayStrikeOut = (character: string): boolean => '<[~'.includes(character);

/** What is struck out from a place on, if something is. A fence of tildes strikes out nothing. */
export const struckOutAt = (text: string, at: number, ahead: LookaheadCache): StruckOut | undefined =>
  text[at] === '<'
    ? byTag(text, at)
    : text[at] === '['
      ? byForumTag(text, at, ahead)
      : text[at] === '~'
        ? byTildes(text, at, ahead)
        : undefined;

const FORUM_TAG = /\[(s|del|strike)\]/iy;

/** Forums write tags in square brackets. */
function byForumTag(text: string, at: number, ahead: LookaheadCache): StruckOut | undefined {
  FORUM_TAG.lastIndex = at;
  const [opening, name] = FORUM_TAG.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const closing = `[/${name}]`;
  const to = ahead.next(closing, at + opening.length);
  return to === -1 ? undefined : { opening, to, end: to + closing.length };
}

/** A tag without an end goes on to the end of the text, as browsers take it. */
function byTag(text: string, at: number): StruckOut | undefined {
  TAG.lastIndex = at;
  const [opening, name, styled] = TAG.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const closing = new RegExp(`</${name ?? styled}\\s{0,100}>`, 'gi');
  closing.lastIndex = at + opening.length;
  const found = closing.exec(text);
  const to = found?.index ?? text.length;
  return { opening, to, end: to + (found?.[0].length ?? 0) };
}

/**
 * Two tildes before it and behind it, or one directly around brackets.
 * Source: https://github.github.com/gfm/#strikethrough-extension-
 */
function byTildes(text: string, at: number, ahead: LookaheadCache): StruckOut | undefined {
  if (text[at - 1] === '~' || text[at - 1] === '\\') return undefined;
  if (text[at + 1] !== '~') return byOneTilde(text, at, ahead);
  if (text[at + 2] === '~') return undefined;
  TWO.lastIndex = at + 2;
  const to = TWO.exec(text)?.index;
  return to === undefined ? undefined : { opening: '~~', to, end: to + 2 };
}

/** Whatever opens so closes so, too: only the last one of a text is looked for in vain. */
const TWO = /(?<!~)~~(?!~)/g;

function byOneTilde(text: string, at: number, ahead: LookaheadCache): StruckOut | undefined {
  const bracket = text[at + 1];
  if (bracket !== '{' && bracket !== '[') return undefined;
  const close = ahead.next(bracket === '{' ? '}~' : ']~', at + 2);
  if (close === -1 || text[close + 2] === '~') return undefined;
  return { opening: '~', to: close + 1, end: close + 2 };
}
