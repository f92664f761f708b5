/** Comments of a program, and texts over several lines: what is in them, the program does not do. */
export interface QuietPlace {
  readonly from: number;
  readonly to: number;
}

/** In one pass; a quotation mark that its line does not close is an apostrophe. */
const PIECES =
  /"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|`(?:[^`\\]|\\[^])*(?:`|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|(?<![^\s])#[^\n]*|<!--[^]*?(?:-->|$)/g;

const QUIET = /^(?:"""|'''|`|\/\/|\/\*|#|<!--)/;

export const quietPlaces = (text: string): readonly QuietPlace[] =>
  Array.from(text.matchAll(PIECES)).flatMap(({ 0: piece, index }) =>
    QUIET.test(piece) ? [{ from: index, to: index + piece.length }] : [],
  );
