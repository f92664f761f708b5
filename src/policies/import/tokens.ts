import { isCurly, isJsonSpace, isOddSpace, plainSpace } from './characters.ts';
import type { RepairCode } from './reading.ts';

/** A change of the text: what stands at a place gives way to something else. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A repair with its place, before ranges are checked. */
export interface Repaired {
  readonly code: RepairCode;
  readonly detail: string;
  readonly offset: number;
  readonly length: number;
}

export interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'literal' | 'junk' | 'unclosed' | 'end';
  readonly start: number;
  readonly end: number;
}

/** Where the next end of a comment is. Kept, so that a text of nothing but beginnings is searched once. */
export class Ahead {
  private readonly known = new Map<string, number>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The next place of an ending from a place on, or -1. To be asked in the order of the text. */
  next(ending: string, from: number): number {
    const last = this.known.get(ending);
    if (last === -1 || (last !== undefined && last >= from)) return last;
    const found = this.text.indexOf(ending, from);
    this.known.set(ending, found);
    return found;
  }
}

/** Cuts a text into JSON's tokens from a place on; what is no JSON but means it is noted as edits and repairs. */
export class Tokens {
  readonly edits: TextEdit[] = [];
  readonly repairs: Repaired[] = [];
  at: number;
  readonly text: string;
  private readonly ahead: Ahead;

  constructor(text: string, at: number, ahead: Ahead) {
    this.text = text;
    this.at = at;
    this.ahead = ahead;
  }

  next(): Token {
    const open = this.skipSpace();
    if (open) return open;
    const start = this.at;
    const character = this.text[start];
    if (character === undefined) return { kind: 'end', start, end: start };
    if (character === '"' || isCurly(character)) return this.string(start);
    if (isMark(character)) {
      this.at = start + 1;
      return { kind: character, start, end: this.at };
    }
    return this.literal(start);
  }

  /** Goes to the next token. A comment without an end comes back as what cannot be read. */
  private skipSpace(): Token | undefined {
    for (;;) {
      const character = this.text[this.at];
      if (isJsonSpace(character)) this.at += 1;
      else if (isOddSpace(character)) this.oddSpaces();
      else if (character === '/' && '/*'.includes(this.text[this.at + 1] ?? ' ')) {
        const unclosed = this.comment();
        if (unclosed) return unclosed;
      } else return undefined;
    }
  }

  private oddSpaces(): void {
    const start = this.at;
    while (isOddSpace(this.text[this.at])) this.at += 1;
    const odd = this.text.slice(start, this.at);
    this.replace('spaces', start, plainSpace(odd));
  }

  private comment(): Token | undefined {
    const start = this.at;
    const isLine = this.text[start + 1] === '/';
    const close = isLine ? this.endOfLine(start) : this.ahead.next('*/', start + 2);
    if (close === -1) return { kind: 'unclosed', start, end: this.text.length };
    this.at = isLine ? close : close + 2;
    this.replace('comment', start, '');
    return undefined;
  }

  private endOfLine(start: number): number {
    const found = this.ahead.next('\n', start);
    return found === -1 ? this.text.length : found;
  }

  private replace(code: RepairCode, start: number, text: string): void {
    const length = this.at - start;
    this.edits.push({ offset: start, length, text });
    this.repairs.push({
      code,
      detail: this.text.slice(start, start + Math.min(length, 80)),
      offset: start,
      length,
    });
  }

  /** A string ends at its own kind of quote; one that a curly quote opens also at a straight one. It never goes on in the next line. */
  private string(start: number): Token {
    const curly = this.text[start] !== '"';
    let end = start + 1;
    for (;;) {
      const character = this.text[end];
      if (character === undefined || character === '\n' || character === '\r') {
        this.at = start + 1;
        // A backslash at the end of the text reaches one further.
        return { kind: 'unclosed', start, end: Math.min(end, this.text.length) };
      }
      if (character === '"' || (curly && isCurly(character))) break;
      end += character === '\\' ? 2 : 1;
    }
    this.at = end + 1;
    if (curly) this.straighten(start, end);
    return { kind: 'string', start, end: this.at };
  }

  private straighten(start: number, end: number): void {
    this.edits.push({ offset: start, length: 1, text: '"' });
    if (this.text[end] !== '"') this.edits.push({ offset: end, length: 1, text: '"' });
    const length = end + 1 - start;
    this.repairs.push({
      code: 'quotes',
      detail: this.text.slice(start, Math.min(end + 1, start + 80)),
      offset: start,
      length,
    });
  }

  private literal(start: number): Token {
    LITERAL.lastIndex = start;
    const found = LITERAL.exec(this.text)?.[0];
    if (found === undefined) return { kind: 'junk', start, end: start + 1 };
    this.at = start + found.length;
    return { kind: 'literal', start, end: this.at };
  }
}

const LITERAL = /(?:-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?|true|false|null)(?![\w.])/y;

const isMark = (character: string): character is '{' | '}' | '[' | ']' | ':' | ',' =>
  '{}[]:,'.includes(character);
