/** Characters that come along when text is copied from pages and word processors. */

export const isJsonSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const WIDE_SPACE = /[\u000b\u000c\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** White space for a reader, and none for JSON. */
export const isUnusualSpace = (character: string | undefined): boolean =>
  character !== undefined && character > '\n' && (INVISIBLE.test(character) || WIDE_SPACE.test(character));

/** Plain spaces for odd ones; what has no width leaves none. */
export const replaceUnusualSpaces = (text: string): string =>
  text.replace(/[^]/g, (character) => (INVISIBLE.test(character) ? '' : ' '));

/** The first odd space or mark of a text, by its place, or -1. */
export const indexOfUnusualSpace = (text: string): number =>
  text.search(
    /[\u000b\u000c\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/,
  );

/** `U+00A0` */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
