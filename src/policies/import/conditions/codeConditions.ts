import { caseConditions } from './caseConditions.ts';
import { type Body, CodeExtents, type Head } from './codeExtents.ts';
import { type ConditionRegion, conditionText, otherwiseWords, withCondition } from './conditionRegion.ts';
import { expressionIn, isCommand } from './expressionWords.ts';
import { askedIn, leftBehind, suffixConditions } from './suffixConditions.ts';

/** Conditions of programs with brackets: `if`, `else`, `switch`, a choice with `?`, and what comes behind `&&`. */
export function codeConditions(text: string): readonly ConditionRegion[] {
  return SIGN.test(text) ? new CodeConditions(text).regions() : [];
}

const SIGN =
  /\b(?:if|unless|switch|when|match)\b|\s\?[\s[({]|&&|\|\||\?\?|\?:|\b(?:and|or|andalso|orelse)\b/i;

class CodeConditions {
  readonly #code: CodeExtents;
  readonly #found: ConditionRegion[] = [];
  /** Words of the conditions before an `else`, by the index of its token. */
  readonly #before = new Map<number, readonly string[]>();

  constructor(text: string) {
    this.#code = new CodeExtents(text);
  }

  regions(): readonly ConditionRegion[] {
    for (const [index, { sign, from }] of this.#code.tokens.entries()) {
      if (this.#code.isSpent) {
        this.#add(from, this.#code.text.length, 'conditions that are too long to analyze');
        break;
      }
      if (sign === 'if' || sign === 'unless') this.#if(index);
      else if (sign === 'else') this.#else(index);
      else if (sign === 'switch' || sign === 'when' || sign === 'match')
        this.#found.push(...caseConditions(this.#code, index));
      else if (sign === '?') this.#choice(index);
      else if (AND.test(sign) || OR.test(sign)) this.#and(index, sign);
    }
    return this.#found;
  }

  #add(from: number, to: number, words: string): void {
    if (words !== '' && from < to) this.#found.push({ from, to, words });
  }

  /** Whether nothing but a bracket or the word before it is in front of a word in its line. */
  #isFirst(at: number): boolean {
    const before = this.#code.slice(Math.max(0, at - NEAR), at);
    return /(?:^|\n)[^\S\n]*(?:[})\]]*[^\S\n]*else[^\S\n]*)?$|(?:[;{=(,:?&|>%@[]|\b(?:return|yield|php))[^\S\n]*$/.test(
      before,
    );
  }

  #if(index: number): void {
    const token = this.#code.token(index);
    if (!token) return;
    if (!this.#isFirst(token.from)) return this.#suffix(index);
    const head = this.#head(index);
    // With nothing behind its brackets, it is about what is in front of it.
    const isEmpty = head?.from === head?.to && this.#code.text.startsWith(';', head?.to);
    if (!head || isEmpty) return this.#suffix(index);
    const before = this.#before.get(index) ?? [];
    this.#add(head.from, head.to, otherwiseWords(before, head.words));
    this.#expectElse(head.next, withCondition(before, head.words));
    this.#found.push(...leftBehind(this.#code, head, otherwiseWords([head.words])));
  }

  /** The condition of an `if`, and the extent of what it decides about. */
  #head(index: number): Head | undefined {
    const open = this.#code.nextTo(index);
    const bracket = open === undefined ? undefined : this.#code.token(open);
    const token = this.#code.token(index);
    if (!bracket || !token || open === undefined) return undefined;
    const isWrapped = bracket.sign === '(' && this.#code.slice(token.to, bracket.from).trim() === '';
    if (!isWrapped) return this.#unwrapped(index);
    const close = bracket.partner === undefined ? undefined : this.#code.token(bracket.partner);
    if (!close || bracket.partner === undefined) return undefined;
    const words = askedIn(this.#code, index, bracket.to, close.from);
    const body = this.#body(bracket.partner, close.to);
    return body ? { ...body, words } : this.#unwrapped(index);
  }

  /** `if a {`, on one line. */
  #unwrapped(index: number): Head | undefined {
    const start = this.#code.token(index)?.to ?? 0;
    for (let at = index + 1; ; at += 1) {
      const one = at > index + NEAR ? undefined : this.#code.token(at);
      if (!one || ['\n', '}', ')', ']', 'else'].includes(one.sign)) return undefined;
      // In Go, a statement can be in front of the condition.
      if (one.sign === ';' && !this.#code.slice(start, one.from).includes(':=')) return undefined;
      const isBlock =
        one.sign === '{' &&
        (this.#isElse(one.partner) || BEGINS_BLOCK.test(this.#code.slice(one.from, one.from + 200)));
      // Behind `then`, it is a value.
      if (isBlock && !/\bthen\s*$/.test(this.#code.slice(start, one.from)))
        return { ...this.#braces(at), words: askedIn(this.#code, index, start, one.from) };
      if (one.partner !== undefined && one.partner > at) at = one.partner;
    }
  }

  /** Whether `else` is directly behind a token. */
  #isElse(index: number | undefined): boolean {
    const close = index === undefined ? undefined : this.#code.token(index);
    const next = this.#code.token((index ?? 0) + 1);
    return (
      close !== undefined && next?.sign === 'else' && this.#code.slice(close.to, next.from).trim() === ''
    );
  }

  /** What nothing closes goes on to the end of what it is in. */
  #braces(open: number): Body {
    const close = this.#code.token(open)?.partner ?? this.#code.closingOf(open);
    const [from, to] = [this.#code.token(open)?.to ?? 0, this.#code.startOf(close)];
    return { from, to, next: close + 1 };
  }

  /** Behind a condition: what is in braces, or one statement. Nothing behind which Python has a colon. */
  #body(close: number, from: number): Body | undefined {
    const next = this.#code.nextTo(close);
    const token = next === undefined ? undefined : this.#code.token(next);
    const isNext = token && this.#code.slice(from, token.from).trim() === '';
    if (isNext && token.sign === ':') return undefined;
    if (isNext && token.sign === '{' && next !== undefined) return this.#braces(next);
    if (GOES_ON.test(this.#code.slice(from, from + 40))) return undefined;
    const line = this.#code.token(close + 1);
    const isBelow = line?.sign === '\n' && this.#code.slice(from, line.from).trim() === '';
    const end = this.#code.endOf(close + (isBelow ? 2 : 1), [';', '\n', 'else']);
    const last = this.#code.token(end);
    return { from, to: last?.from ?? this.#code.text.length, next: last?.sign === 'else' ? end : end + 1 };
  }

  #expectElse(index: number, before: readonly string[]): void {
    const at = this.#code.nextTo(index - 1);
    if (at !== undefined && this.#code.token(at)?.sign === 'else') this.#before.set(at, before);
  }

  #else(index: number): void {
    const before = this.#before.get(index);
    const token = this.#code.token(index);
    if (!before || !token) return;
    const next = this.#code.token(index + 1);
    if (next?.sign === 'if' && this.#code.slice(token.to, next.from).trim() === '') {
      this.#before.set(index + 1, before);
      return;
    }
    const body = this.#body(index, token.to);
    if (body) this.#add(body.from, body.to, otherwiseWords(before));
  }

  #suffix(index: number): void {
    this.#found.push(...suffixConditions(this.#code, index));
  }

  #choice(index: number): void {
    const token = this.#code.token(index);
    const colon = this.#colonOf(index);
    const between = colon === undefined ? undefined : this.#code.token(colon);
    if (!token || !between || colon === undefined) return;
    const words = this.#wordsBefore(index, [',', ';', ':']);
    if (words === '') return;
    this.#add(token.to, between.from, words);
    const end = this.#code.startOf(this.#code.endOf(colon + 1, [',', ';', '\n']));
    this.#add(between.to, end, otherwiseWords([words]));
  }

  /** The colon of a choice: those of others in it are passed over. */
  #colonOf(index: number): number | undefined {
    let depth = 0;
    for (let at = index + 1; ; at += 1) {
      at = this.#code.endOf(at, [':', '?', ',', ';']);
      const sign = this.#code.token(at)?.sign;
      if (sign === '?') depth += 1;
      else if (sign !== ':') return undefined;
      else if (depth === 0) return at;
      else depth -= 1;
    }
  }

  /** What comes behind `&&`, and otherwise, behind `||`. */
  #and(index: number, sign: string): void {
    const token = this.#code.token(index);
    const isAnd = AND.test(sign);
    const tested = IS_WORD.test(sign) ? this.#testBefore(index) : undefined;
    const isWord = IS_WORD.test(sign) && tested === undefined;
    if (!token || (isWord && !VALUE.test(this.#code.slice(token.to, token.to + NEAR)))) return;
    const words = tested ?? this.#wordsBefore(index, isAnd ? [...ENDS, '&&', '||'] : [...ENDS, '||']);
    if (words === '' || (isWord && !this.#isExpression(index))) return;
    const next = this.#code.endOf(index + 1, isAnd ? [...ENDS, ...ORS] : ENDS);
    const [from, to] = [token.to, this.#code.startOf(next)];
    const [own, other] = isAnd ? [words, otherwiseWords([words])] : [otherwiseWords([words]), words];
    const left = leftBehind(this.#code, { from, to, next }, other);
    this.#found.push(...left);
    if (left.length === 0 && (IS_WORD.test(sign) || !isCommand(words))) this.#add(from, to, own);
  }

  /** The test of fish in front of `; and`. Source: https://fishshell.com/docs/current/cmds/and.html */
  #testBefore(index: number): string | undefined {
    const before = this.#code.token(index - 1);
    const token = this.#code.token(index);
    if (before?.sign !== ';' || !token || this.#code.slice(before.to, token.from).trim() !== '')
      return undefined;
    const from = this.#code.beginning(index - 1, [';', '\n']);
    const words = conditionText(this.#code.slice(Math.max(from, before.from - LONGEST), before.from));
    return IN_FISH.test(words) ? words : undefined;
  }

  /** A word such as `and` is in a sentence, unless something is assigned, returned, or in brackets. */
  #isExpression(index: number): boolean {
    const at = this.#code.token(index)?.from ?? 0;
    const from = this.#code.beginning(index, [',', ';', '\n']);
    const before = this.#code.slice(Math.max(0, from - 1, at - LONGEST), at);
    return /^[([,]|^\s*\$|^[^"']*(?:=|\breturn\b|\byield\b)/.test(before);
  }

  /** What is in front of a sign in its expression, without what the expression is assigned to. */
  #wordsBefore(index: number, ends: readonly string[]): string {
    const at = this.#code.token(index)?.from ?? 0;
    return conditionText(
      expressionIn(this.#code.slice(Math.max(this.#code.beginning(index, ends), at - LONGEST), at)),
    );
  }
}

const IN_FISH = /^(?:not\s+)?(?:\[|test|string\s+match|contains|set\s+-q|(?:command|type)\s+-q|status)\s/;

const ENDS = [',', ';', ':', '?', '\n'];

const ORS = ['||', '??', '?:', 'or', '-or', 'orelse', 'OrElse'];

const AND = /^(?:&&|-?and|andalso)$/i;
const OR = /^(?:\|\||\?\?|\?:|-?or|orelse)$/i;
const IS_WORD = /^(?:and|or)$/;

/** A block with its first statement in the next line, or behind it, which no set or block of Ruby begins so. */
const BEGINS_BLOCK = /^\{[^\S\n]*(?:(?:\/\/[^\n]*)?\n|(?!\||["'`\d[]|[\w$.]+\s*[:,}])\S)/;

/** The beginning of a policy as a text, a dictionary, or what a call makes. */
const VALUE =
  /^\s*\(?\s*(?:[rfbRFB]{0,2}["'`]|\[|\{|<<|<!|new\s|(?:return|next|exit|continue|break)\b|\w[\w.]{0,80}\()/;

/** So much is looked at in front of a word. */
const NEAR = 200;

/** Of an expression in front of a sign. */
const LONGEST = 2000;

/** Behind brackets: the condition goes on. */
const GOES_ON = /^\s*(?:(?:and|or|is|in|not)\b|[=!<>&|+*/%.-])/;
