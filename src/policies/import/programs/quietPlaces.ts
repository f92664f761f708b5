/** Comments of a program, and texts over several lines: what is in them, the program does not do. */
export interface QuietPlace {
  readonly from: number;
  readonly to: number;
}

/** In one pass; a quotation mark that its line does not close is an apostrophe. */
export const PIECES =
  /"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|`(?:[^`\\]|\\[^])*(?:`|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|(?<![^\s])#[^\n]*|<!--[^]*?(?:-->|$)/g;

const QUIET = /^(?:"""|'''|`|\/\/|\/\*|#|<!--)/;

/** A sign that opens a text over lines which nothing closes, as in a regular expression: behind it, the program goes on. */
const isOpen = (piece: string): boolean => /^`(?:[^`\\]|\\[^])*$/.test(piece);

export function quietPlaces(text: string): readonly QuietPlace[] {
  const found = quietFrom(text, 0);
  const last = found.at(-1);
  if (!last || last.to < text.length || !isOpen(text.slice(last.from))) return found;
  // There is no other such sign behind it.
  return [...found.slice(0, -1), ...quietFrom(text, last.from + 1)];
}

const quietFrom = (text: string, start: number): readonly QuietPlace[] =>
  Array.from(text.slice(start).matchAll(PIECES)).flatMap(({ 0: piece, index }) =>
    QUIET.test(piece) ? [{ from: start + index, to: start + index + piece.length }] : [],
  );
