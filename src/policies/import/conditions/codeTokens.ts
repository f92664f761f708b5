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
const SIGNS = String.raw`[([{}\])]|[,;]|(?<=\s)\?(?=[\s[({])|(?<=\s)\?:(?=\s)|:(?!:)|&&|\?\?|\|\||->|=>|\n|(?<![\w$.@-])(?:else(?=if\b)|(?:and|or|andalso|orelse|AndAlso|OrElse)(?=\s)|(?:if|unless|else|switch|when|match|case|default)(?![\w$-]))|(?<=\belse)if\b|(?<=(?<![\w$.-])@)(?:if(?=[^\S\n]*\([^\n]{1,300}\{[^\S\n]*\n)|else(?=[^\S\n]*\{))|(?<=\s)-(?:and|or)(?=\s)`;

/** A regular expression between slashes, where a value begins: its brackets and quotation marks are its own. */
const EXPRESSION = String.raw`(?<=(?:[=(,:[!&|?{};]|\breturn)\s{0,20})\/(?![*/\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){1,200}\]){1,300}\/`;

const TOKENS = new RegExp(`${EXPRESSION}|${PIECES.source}|(?<sign>${SIGNS})`, 'g');

const OPENING = '([{';
const CLOSING = ')]}';

/** The tokens of a text, outside of its comments and strings. */
export function codeTokens(text: string): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  const open = new OpenBrackets(tokens);
  for (const { groups, index } of text.matchAll(TOKENS)) {
    const sign = groups?.sign;
    if (sign === undefined) continue;
    const token: CodeToken = { sign, from: index, to: index + sign.length };
    if (OPENING.includes(sign)) open.add(tokens.length, sign);
    if (CLOSING.includes(sign)) open.close(token);
    tokens.push(token);
  }
  return tokens;
}

/** A bracket closes the last one of its kind; those in between stay open, and one that nothing opened closes nothing. */
class OpenBrackets {
  readonly #tokens: readonly CodeToken[];
  readonly #open: number[] = [];
  readonly #counts = new Map<string, number>();

  constructor(tokens: readonly CodeToken[]) {
    this.#tokens = tokens;
  }

  add(index: number, sign: string): void {
    this.#open.push(index);
    this.#count(sign, 1);
  }

  close(token: CodeToken): void {
    const sign = OPENING[CLOSING.indexOf(token.sign)] ?? '';
    while ((this.#counts.get(sign) ?? 0) > 0) {
      const last = this.#open.pop() ?? -1;
      const opening = this.#tokens[last];
      this.#count(opening?.sign ?? sign, -1);
      if (opening?.sign !== sign) continue;
      opening.partner = this.#tokens.length;
      token.partner = last;
      return;
    }
  }

  #count(sign: string, by: number): void {
    this.#counts.set(sign, (this.#counts.get(sign) ?? 0) + by);
  }
}
