import { isVariable } from './programNames.ts';
import { isOddPair } from './quotationMarks.ts';
import { CdkStatement } from './cdkStatement.ts';
import type { RefusalCode, RepairCode } from './importReading.ts';
import { closingOf, type Failure, type Level, nameOf, TEXT_KEY } from './jsonLevels.ts';
import { LookaheadCache } from './lookaheadCache.ts';
import { type QuotationMarks, Tokenizer } from './tokenizer.ts';
import { lineAround, type Token } from './tokens.ts';
import type { TolerantReading } from './tolerantReading.ts';

export const MAX_DEPTH = 100;

type Expected = 'key' | 'firstKey' | 'colon' | 'value' | 'firstValue' | 'separator';

/**
 * Reads the value that begins at a place, token by token. A comma that is missing or too many and a bracket that is missing are
 * repaired where there is one way to do so; whatever else is wrong, or is cut off where access could be lost, is refused.
 */
export function readTolerantJson(
  text: string,
  start: number,
  ahead: LookaheadCache = new LookaheadCache(text),
  quoting: QuotationMarks = 'plain',
): TolerantReading {
  return new RegionReader(new Tokenizer(text, start, ahead, quoting), start).read();
}

class RegionReader {
  private keys = 0;
  private readonly tokens: Tokenizer;
  private readonly stack: Level[] = [];
  private expected: Expected = 'value';
  private readonly cdk: CdkStatement | undefined;
  private key = '';
  private isBare = false;
  /** The last token that is part of the value. */
  private last: Token;
  private comma: Token | undefined;
  private failure: Failure | undefined;

  constructor(tokens: Tokenizer, start: number) {
    this.tokens = tokens;
    this.cdk = CdkStatement.at(tokens, start);
    this.last = { kind: 'junk', start, end: start };
  }

  read(): TolerantReading {
    for (;;) {
      const token = this.programValue() ?? this.tokens.next();
      const end = this.takeWhole(token);
      if (this.failure) {
        const { suspects } = this.tokens;
        return { ok: false, ...this.failure, looksLikeJson: this.keys > 0, suspects };
      }
      if (end !== undefined) return this.whole(end);
      this.last = token;
      if (this.stack.length === 0) return this.whole(token.end);
    }
  }

  private whole(end: number): TolerantReading {
    const isInside = (place: { readonly offset: number; readonly length: number }) =>
      place.offset + place.length <= end;
    const { edits, repairs, suspects, isLoose } = this.tokens;
    return {
      ok: true,
      end,
      edits: edits.filter(isInside),
      repairs: repairs.filter(isInside),
      suspects: suspects.filter(isInside),
      isLoose,
    };
  }

  private takeWhole(token: Token): number | undefined {
    if (token.kind === 'unclosed') return this.refuse('notJson', 'UnexpectedEndOfText', token);
    if (token.kind === 'mixed') return this.refuse('mixedQuotes', lineAround(this.tokens.text, token), token);
    return this.take(token);
  }

  /** The end of the value, where a token shows that it was before. */
  private take(token: Token): number | undefined {
    switch (this.expected) {
      case 'value':
      case 'firstValue':
        return this.takeValue(token);
      case 'key':
      case 'firstKey':
        return this.takeKey(token);
      case 'colon':
        if (token.kind !== ':') return this.refuse('notJson', 'ColonExpected', token);
        // Only quoted names tell JSON that is broken from a program.
        this.keys += this.isBare ? 0 : 1;
        this.expected = 'value';
        return undefined;
      default:
        return this.takeSeparator(token);
    }
  }

  private takeValue(token: Token): undefined {
    if (token.kind === ']' && this.top()?.type === 'array') return this.closeList();
    if (token.kind === '{' || token.kind === '[') return this.open(token);
    if (token.kind !== 'string' && token.kind !== 'literal') return this.unexpected('ValueExpected', token);
    this.expected = 'separator';
    return undefined;
  }

  /** A name, or a text that is put together; of a part of a policy that is no text, all must be known. */
  private programValue(): Token | undefined {
    if (this.stack.length === 0 || !(this.expected === 'value' || this.expected === 'firstValue'))
      return undefined;
    const top = this.top();
    return this.tokens.programValue(TEXT_KEY.test(top?.type === 'array' ? top.key : this.key));
  }

  private closeList(): undefined {
    if (this.expected === 'value') this.dropComma();
    return this.close();
  }

  private takeKey(token: Token): undefined {
    if (token.kind === '}') {
      if (this.expected === 'key') this.dropComma();
      return this.close();
    }
    if (this.cdk && this.stack.length === 1) return this.takePart(token, this.cdk);
    const bare = token.kind === 'junk' ? this.tokens.bareName(token.start) : undefined;
    if (token.kind !== 'string' && !bare) return this.unexpected('PropertyNameExpected', token);
    const { text } = this.tokens;
    this.isBare = bare !== undefined;
    this.key = bare ? text.slice(bare.start, bare.end) : nameOf(text.slice(token.start + 1, token.end - 1));
    if (bare && isVariable(this.key, this.tokens)) return this.refuse('notComputed', this.key, bare);
    this.expected = 'colon';
    return undefined;
  }

  /** A part of an AWS CDK statement. Other parts, such as principals, can’t be read from the text. */
  private takePart(token: Token, cdk: CdkStatement): undefined {
    const part = token.kind === 'junk' ? cdk.part(token.start) : undefined;
    if (part === undefined) return this.unexpected('PropertyNameExpected', token);
    if (part.element === undefined)
      return this.refuse('notComputed', part.name, { ...token, end: token.start + part.name.length });
    this.isBare = false;
    this.key = part.element;
    this.expected = 'colon';
    return undefined;
  }

  private takeSeparator(token: Token): number | undefined {
    const top = this.top();
    if (token.kind === ',') {
      this.comma = token;
      this.expected = top?.type === 'array' ? 'value' : 'key';
      return undefined;
    }
    if (token.kind === '}' || token.kind === ']') return this.closeWith(token);
    if (token.kind === 'end' || this.isProse(token)) return this.closeAll(token);
    if (!this.begins(token, top)) return this.unexpected('CommaExpected', token);
    const doubt = top?.type === 'array' && token.kind === 'string' ? this.doubtOfPair(token) : undefined;
    if (doubt)
      return this.refuse(doubt, this.tokens.text.slice(this.last.start, token.end).slice(-80), token);
    this.insert('missingComma', ',', this.last.end);
    this.expected = top?.type === 'array' ? 'value' : 'key';
    return this.take(token);
  }

  /** What two strings beside each other can be but two entries: Python makes one text of them. */
  private doubtOfPair(token: Token): RefusalCode | undefined {
    const { text, isProgram } = this.tokens;
    if (isOddPair(text, this.last, token)) return 'mixedQuotes';
    return isProgram && this.last.kind === 'string' ? 'notComputed' : undefined;
  }

  /** Only what can stand behind the comma shows that it is missing: never a guess at what else was meant. */
  private begins(token: Token, top: Level | undefined): boolean {
    if (top?.type === 'object') return token.kind === 'string';
    return token.kind === 'string' || token.kind === '{' || token.kind === '[';
  }

  /** Words, or the next object, on a line of their own behind a value: the page's text goes on. */
  private isProse({ kind, start }: Token): boolean {
    const isOther = kind === 'junk' || (kind === '{' && this.top()?.type === 'object');
    return isOther && this.tokens.text.slice(this.last.end, start).includes('\n');
  }

  private open(token: Token): undefined {
    if (this.stack.length >= MAX_DEPTH) return this.refuse('tooDeep', `${MAX_DEPTH} levels`, token);
    const parent = this.top();
    const type = token.kind === '{' ? 'object' : 'array';
    const key = parent?.type === 'array' ? parent.key : this.key;
    const inStatement = parent?.inStatement || (type === 'object' && key === 'Statement');
    this.stack.push({ type, key: parent ? key : '', inStatement: inStatement && parent !== undefined });
    this.expected = type === 'object' ? 'firstKey' : 'firstValue';
    return undefined;
  }

  private close(): undefined {
    if (this.stack.length === 1) this.cdk?.close();
    this.stack.pop();
    this.expected = 'separator';
    return undefined;
  }

  /** A closing bracket of the other kind shows that one is missing before it. */
  private closeWith(token: Token): undefined {
    const wanted = token.kind === '}' ? 'object' : 'array';
    while (this.top()?.type !== wanted) {
      const top = this.top();
      if (!top || this.stack.length === 1) return this.refuse('notJson', 'OtherBracketExpected', token);
      this.insert('missingClosing', closingOf(top), this.last.end);
      this.close();
    }
    return this.close();
  }

  /** Closes what the end of the text leaves open; within a statement a condition could be missing. */
  private closeAll(token: Token): number | undefined {
    for (const level of [...this.stack].reverse()) {
      if (level.inStatement) return this.refuse('cutOff', 'the rest of a statement', token);
      const isStatements = level.type === 'array' && level.key === 'Statement';
      this.insert(isStatements ? 'unclosedStatements' : 'missingClosing', closingOf(level), this.last.end);
    }
    this.stack.length = 0;
    return this.last.end;
  }

  private insert(code: RepairCode, text: string, offset: number): void {
    this.tokens.edits.push({ offset, length: 0, text });
    this.tokens.repairs.push({ code, detail: text, offset, length: 0 });
  }

  private dropComma(): void {
    if (!this.comma) return;
    const { start } = this.comma;
    this.tokens.edits.push({ offset: start, length: 1, text: '' });
    this.tokens.repairs.push({ code: 'trailingComma', detail: ',', offset: start, length: 1 });
  }

  private unexpected(detail: string, token: Token): undefined {
    return this.refuse(token.kind === 'end' ? 'cutOff' : 'notJson', detail, token);
  }

  private refuse(code: RefusalCode, detail: string, at: Token): undefined {
    this.failure = { code, detail, at };
  }

  private top = (): Level | undefined => this.stack.at(-1);
}
