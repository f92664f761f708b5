/** `overLines`: within brackets, where the end of a line is as good as a space. */
export type Space = 'inLine' | 'overLines';

/** A place in a text of HCL, and what can be read there. What does not fit is reported with its place. */
export class Cursor {
  at: number;
  readonly text: string;
  readonly end: number;

  constructor(text: string, at = 0, end = text.length) {
    this.text = text;
    this.at = at;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  peek(offset = 0): string {
    return this.at + offset < this.end ? this.text.charAt(this.at + offset) : '';
  }

  startsWith(part: string): boolean {
    return this.text.startsWith(part, this.at) && this.at + part.length <= this.end;
  }

  /** Goes over a part, if it is here. */
  take(part: string): boolean {
    const isHere = this.startsWith(part);
    if (isHere) this.at += part.length;
    return isHere;
  }

  /** The same behind spaces, comments, and the ends of lines, as within brackets. */
  takeNext(part: string): boolean {
    this.skip('overLines');
    return this.take(part);
  }

  matchNext(pattern: RegExp): string | undefined {
    this.skip('overLines');
    return this.match(pattern);
  }

  /** Goes over what a pattern with the flag `y` matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined || this.at + found.length > this.end) return undefined;
    this.at += found.length;
    return found;
  }

  /** Goes over spaces and comments. */
  skip(space: Space): void {
    while (this.match(space === 'overLines' ? SPACE_AND_LINES : SPACE) !== undefined || this.#comment());
  }

  #comment(): boolean {
    if (this.startsWith('/*')) {
      const close = this.text.indexOf('*/', this.at + 2);
      this.at = close === -1 ? this.end : Math.min(this.end, close + 2);
      return true;
    }
    return this.match(LINE_COMMENT) !== undefined;
  }
}

const SPACE = /[^\S\n]+/y;
const SPACE_AND_LINES = /\s+/y;
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;

/** Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (identifiers are those of Unicode, with dashes) */
export const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
