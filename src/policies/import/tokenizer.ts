import type { LookaheadCache } from './lookaheadCache.ts';
import { isJsonSpace, isUnusualSpace, replaceUnusualSpaces } from './unusualSpaces.ts';
import { couldBeSeveralStrings, isCurly, isMark, markedString, mayEndString } from './quotationMarks.ts';
import { bareNameAt, type ProgramText, pythonWordAt } from './programTexts.ts';
import { programValueAt } from './programValues.ts';
import type { RepairCode } from './importReading.ts';
import type { PlacedRepair, TextEdit, Token } from './tokens.ts';

/** Which marks begin and end strings: JSON's own and curly ones, or all that can be meant as such. */
export type QuotationMarks = 'plain' | 'everyMark';

/** Cuts a text into JSON's tokens from a place on; what is no JSON but means it is noted as edits and repairs. */
export class Tokenizer {
  readonly edits: TextEdit[] = [];
  readonly repairs: PlacedRepair[] = [];
  /** Where strings could be several, or a mark is outside of strings: reading with every mark could say something else. */
  readonly suspects: { readonly offset: number; readonly length: number }[] = [];
  /** Whether a string that every mark made holds white space, as values of policies seldom do and text between two of them does. */
  isLoose = false;
  at: number;
  readonly text: string;
  private stringEnd = -1;
  private readonly ahead: LookaheadCache;
  private readonly quoting: QuotationMarks;

  constructor(text: string, at: number, ahead: LookaheadCache, quoting: QuotationMarks = 'plain') {
    this.text = text;
    this.at = at;
    this.ahead = ahead;
    this.quoting = quoting;
  }

  next(): Token {
    const open = this.skipSpace();
    if (open) return open;
    const start = this.at;
    const character = this.text[start];
    if (character === undefined) return { kind: 'end', start, end: start };
    if (this.quoting === 'everyMark' && (character === '"' || isMark(character))) return this.marked(start);
    if (character === '"' || isCurly(character)) return this.string(start);
    if (isPunctuation(character)) {
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
      else if (isUnusualSpace(character)) this.oddSpaces();
      else {
        const closing = this.closingOfComment();
        if (closing === undefined) return undefined;
        if (this.mayBeInString()) return { kind: 'mixed', start: this.at, end: this.at + 1 };
        const unclosed = this.comment(closing);
        if (unclosed) return unclosed;
      }
    }
  }

  /** What ends the comment that begins here, if one does. */
  private closingOfComment(): string | undefined {
    const { text, at } = this;
    if (text[at] === '#') return '\n';
    if (text[at] === '/') return text[at + 1] === '/' ? '\n' : text[at + 1] === '*' ? '*/' : undefined;
    return text[at] === '<' && text.startsWith('<!--', at) ? '-->' : undefined;
  }

  /** Whether a comment directly behind a string could be the rest of it, as the `//` of an address is: a mark that could end it follows. */
  private mayBeInString(): boolean {
    const { text, at } = this;
    if (at !== this.stringEnd) return false;
    const [line = ''] = text.slice(at, at + LONGEST_REST).split('\n', 1);
    return mayEndString(line);
  }

  private oddSpaces(): void {
    const start = this.at;
    while (isUnusualSpace(this.text[this.at])) this.at += 1;
    const odd = this.text.slice(start, this.at);
    this.replace('spaces', start, replaceUnusualSpaces(odd));
  }

  private comment(closing: string): Token | undefined {
    const start = this.at;
    const found = this.ahead.next(closing, start + closing.length);
    const isLine = closing === '\n';
    if (found === -1 && !isLine) return { kind: 'unclosed', start, end: this.text.length };
    const behind = found === -1 ? this.text.length : found;
    this.at = isLine ? behind : behind + closing.length;
    this.replace('comment', start, '');
    return undefined;
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

  /** A string ends at the kind of quote that opens it; one that a curly quote opens also at a straight one. It never goes on in the next line. */
  private string(start: number): Token {
    const curly = this.text[start] !== '"';
    let end = start + 1;
    let hasMark = false;
    for (;;) {
      const character = this.text[end];
      if (character === undefined || character === '\n' || character === '\r') {
        this.at = start + 1;
        if (hasMark || curly) this.suspects.push({ offset: start, length: 1 });
        // A backslash at the end of the text reaches one further.
        return { kind: 'unclosed', start, end: Math.min(end, this.text.length) };
      }
      if (character === '"' || (curly && isCurly(character))) break;
      hasMark ||= isMark(character);
      end += character === '\\' ? 2 : 1;
    }
    this.at = end + 1;
    this.stringEnd = this.at;
    if (curly) this.straighten({ start, from: start + 1, to: end, end: this.at });
    if (hasMark && couldBeSeveralStrings(this.text.slice(start + 1, end)))
      this.suspects.push({ offset: start, length: this.at - start });
    return { kind: 'string', start, end: this.at };
  }

  /** The same where every kind of mark begins and ends strings. */
  private marked(start: number): Token {
    const { kind, from, to, end } = markedString(this.text, start);
    if (this.text[start] === '`' && COMPUTED.test(this.text.slice(from, to)))
      return { kind: 'junk', start, end: start + 1 };
    this.at = end;
    this.stringEnd = end;
    if (kind === 'string' && !(this.text[start] === '"' && this.text[to] === '"')) {
      this.straighten({ start, from, to, end });
      this.isLoose ||= /\s/.test(this.text.slice(from, to));
    }
    return { kind, start: kind === 'mixed' ? to : start, end };
  }

  private straighten({ start, from, to, end }: Record<'start' | 'from' | 'to' | 'end', number>): void {
    if (this.text[start] !== '"') this.edits.push({ offset: start, length: from - start, text: '"' });
    if (this.text[to] !== '"') this.edits.push({ offset: to, length: end - to, text: '"' });
    this.repairs.push({
      code: 'quotes',
      detail: this.text.slice(start, Math.min(end, start + 80)),
      offset: start,
      length: end - start,
    });
  }

  private literal(start: number): Token {
    LITERAL.lastIndex = start;
    const found = LITERAL.exec(this.text)?.[0];
    if (found === undefined) {
      const word = pythonWordAt(this.text, start);
      if (word) return this.rewritten('literal', start, word);
      if (isMark(this.text[start])) this.suspects.push({ offset: start, length: 1 });
      return { kind: 'junk', start, end: start + 1 };
    }
    this.at = start + found.length;
    return { kind: 'literal', start, end: this.at };
  }

  get isProgram(): boolean {
    return this.ahead.constants.isProgram;
  }

  get isPython(): boolean {
    return this.ahead.constants.isPython;
  }

  /** A value that a program composes. If only a part of it is known, it must be a string: `isText`. */
  programValue(isText: boolean): Token | undefined {
    if (!this.isProgram) return undefined;
    const open = this.skipSpace();
    if (open) return open;
    const start = this.at;
    const read = programValueAt(this.text, start, this.ahead.constants);
    if (!read || !(read.isKnown || isText)) return undefined;
    const code = read.isKnown ? 'programValue' : 'formattedText';
    return this.rewritten('string', start, { code, found: read.found, json: JSON.stringify(read.value) });
  }

  /** A name of an element without quotation marks, as JavaScript writes it, where one is expected. */
  bareName(start: number): Token | undefined {
    const found = bareNameAt(this.text, start);
    if (found === undefined) return undefined;
    this.at = start + found.length;
    this.edits.push({ offset: start, length: 0, text: '"' }, { offset: this.at, length: 0, text: '"' });
    this.repairs.push({ code: 'bareName', detail: found, offset: start, length: found.length });
    return { kind: 'string', start, end: this.at };
  }

  /** Replaces a name without quotation marks. */
  rename(start: number, found: string, name: string): void {
    this.at = start + found.length;
    this.edits.push({ offset: start, length: found.length, text: JSON.stringify(name) });
  }

  /** Program syntax that differs from JSON. */
  private rewritten(kind: 'string' | 'literal', start: number, { code, found, json }: ProgramText): Token {
    const length = found.length;
    this.edits.push({ offset: start, length, text: json });
    this.repairs.push({ code, detail: found.slice(0, 80), offset: start, length });
    this.at = start + length;
    if (kind === 'string') this.stringEnd = this.at;
    return { kind, start, end: this.at };
  }
}

/** A bound, so that a line of nothing but comments is not searched again for each of them. */
const LONGEST_REST = 2000;

const LITERAL = /(?:-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?|true|false|null)(?![\w.])/y;

/** What a program puts into a text between backticks; IAM's own variables have a prefix. */
const COMPUTED = /\$\{(?![\w-]{1,60}:[\w/])/;

const isPunctuation = (character: string): character is '{' | '}' | '[' | ']' | ':' | ',' =>
  '{}[]:,'.includes(character);
