import { type CodeToken, codeTokens } from './codeTokens.ts';

/** Expressions of programs are short. */
const MOST_STEPS = 100_000;
const STEPS_OF_EACH = 40;

/** What a condition decides about. */
export interface Body {
  readonly from: number;
  readonly to: number;
  /** Index of the token behind it. */
  readonly next: number;
}

/** A condition with what it decides about. */
export interface Head extends Body {
  readonly words: string;
}

/** Of a block of Ruby: `do |name|`. */
const BLOCK_ARGUMENTS = /(?:\bdo|\{)[^\S\n]*\|[^|\n]*\|\s*$/;

/** The tokens of a program, and how far what begins or ends at one of them goes. */
export class CodeExtents {
  readonly text: string;
  readonly tokens: readonly CodeToken[];
  /** So many tokens are looked at for ends and beginnings of all expressions. */
  #left: number;
  /** For each token the bracket that opens what it is in. */
  readonly #around: readonly (number | undefined)[];

  constructor(text: string) {
    this.text = text;
    this.tokens = codeTokens(text);
    this.#left = MOST_STEPS + this.tokens.length * STEPS_OF_EACH;
    this.#around = aroundEach(this.tokens);
  }

  /** Whether no more ends and beginnings are looked for. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** The bracket that closes what a token is in. */
  closingOf(index: number): number {
    const open = this.#around[index];
    return (open === undefined ? undefined : this.tokens[open]?.partner) ?? this.tokens.length;
  }

  /** Where a token is in the text; without one, the end of the text. */
  startOf(index: number): number {
    return this.tokens[index]?.from ?? this.text.length;
  }

  slice(from: number, to: number): string {
    return this.text.slice(from, to);
  }

  token(index: number): CodeToken | undefined {
    return this.tokens[index];
  }

  /** Where the expression begins that a token is in; of one with more tokens, the beginning of the text. */
  beginning(index: number, ends: readonly string[], most = Infinity): number {
    const left = this.#left - most;
    for (let at = index - 1; at >= 0 && this.#left > Math.max(0, left); at -= 1) {
      this.#left -= 1;
      const token = this.token(at);
      if (!token) break;
      const isClosing = token.partner !== undefined && token.partner < at;
      if (isClosing) at = token.partner ?? at;
      else if ('([{)]}'.includes(token.sign) || this.#ends(token, ends)) return token.to;
    }
    return 0;
  }

  /** The token that ends what begins at another one: one of some signs, or a bracket that nothing in it opens. */
  endOf(index: number, ends: readonly string[]): number {
    for (let at = index; at < this.tokens.length && this.#left > 0; at += 1) {
      this.#left -= 1;
      const token = this.token(at);
      if (!token) break;
      const isOpening = token.partner !== undefined && token.partner > at;
      if (this.#ends(token, ends)) return at;
      if (isOpening) at = token.partner ?? at;
      else if (')]}'.includes(token.sign)) return at;
    }
    return this.tokens.length;
  }

  /** A line ends an expression that does not go on in the next one. */
  #ends({ sign, from, to }: CodeToken, ends: readonly string[]): boolean {
    if (!ends.includes(sign)) return false;
    if (sign !== '\n') return true;
    const [before, behind] = [this.slice(Math.max(0, from - 200), from), this.slice(to, to + 200)];
    const goesOn = /(?:[:&|+,([{=\\.]|(?<!\w)\?)\s*$/.test(before) && !BLOCK_ARGUMENTS.test(before);
    return !goesOn && !/^\s*(?:[.?:&|+)\]}]|(?:and|or)\s)/.test(behind) && behind.trim() !== '';
  }

  /** The token behind another one, without ends of lines. */
  nextTo(index: number): number | undefined {
    for (let at = index + 1; at < this.tokens.length; at += 1) if (this.token(at)?.sign !== '\n') return at;
    return undefined;
  }
}

function aroundEach(tokens: readonly CodeToken[]): readonly (number | undefined)[] {
  const open: number[] = [];
  return tokens.map(({ partner }, index) => {
    if (partner !== undefined && partner < index) open.pop();
    const around = open.at(-1);
    if (partner !== undefined && partner > index) open.push(index);
    return around;
  });
}
