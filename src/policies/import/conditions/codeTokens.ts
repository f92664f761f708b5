import { PIECES } from '../programs/quietPlaces.ts';

/** A sign or word of a program that says how far a condition goes. */
export interface CodeToken {
  readonly sign: string;
  readonly from: number;
  readonly to: number;
  /** Index of the bracket that closes it, or that it closes; absent where none does. */
  partner?: number;
}

/** A question mark of a choice has spaces around it, unlike one behind a name or a value that can be missing. */
const SIGNS = String.raw`[([{}\])]|[,;]|(?<=\s)\?(?=[\s[({])|:(?!:)|&&|\|\||\n|(?<![\w$.@-])(?:else(?=if\b)|(?:if|else|switch|case|default)(?![\w$-]))|(?<=\belse)if\b`;

const TOKENS = new RegExp(`${PIECES.source}|(?<sign>${SIGNS})`, 'g');

const OPENING = '([{';
const CLOSING = ')]}';

/** The tokens of a text, outside of its comments and strings. */
export function codeTokens(text: string): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  const open: number[] = [];
  for (const { groups, index } of text.matchAll(TOKENS)) {
    const sign = groups?.sign;
    if (sign === undefined) continue;
    const token: CodeToken = { sign, from: index, to: index + sign.length };
    if (OPENING.includes(sign)) open.push(tokens.length);
    if (CLOSING.includes(sign)) pair(tokens, open, token);
    tokens.push(token);
  }
  return tokens;
}

function pair(tokens: readonly CodeToken[], open: number[], token: CodeToken): void {
  const last = open.pop();
  const opening = last === undefined ? undefined : tokens[last];
  if (last === undefined || !opening) return;
  opening.partner = tokens.length;
  token.partner = last;
}
