import { type Body, CodeExtents, type Head } from './codeExtents.ts';
import { type ConditionRegion, conditionText, otherwiseWords, withCondition } from './conditionRegion.ts';

/** Conditions of programs with brackets: `if`, `else`, `switch`, a choice with `?`, and what comes behind `&&`. */
export function codeConditions(text: string): readonly ConditionRegion[] {
  return SIGN.test(text) ? new CodeConditions(text).regions() : [];
}

const SIGN = /\b(?:if|switch)\b|\s\?[\s[({]|&&|\|\|/;

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
        this.#add(from, this.#code.text.length, 'conditions that are too long to follow');
        break;
      }
      if (sign === 'if') this.#if(index);
      else if (sign === 'else') this.#else(index);
      else if (sign === 'switch') this.#switch(index);
      else if (sign === '?') this.#choice(index);
      else if (sign === '&&' || sign === '||') this.#and(index, sign);
    }
    return this.#found;
  }

  #add(from: number, to: number, words: string): void {
    if (words !== '' && from < to) this.#found.push({ from, to, words });
  }

  /** Whether nothing but a bracket or the word before it is in front of a word in its line. */
  #isFirst(at: number): boolean {
    const before = this.#code.slice(Math.max(0, at - NEAR), at);
    return /(?:^|\n)[^\S\n]*(?:[})\]]*[^\S\n]*else[^\S\n]*)?$|(?:[;{=(,:?&|>%]|\b(?:return|yield|php))[^\S\n]*$/.test(
      before,
    );
  }

  #if(index: number): void {
    const token = this.#code.token(index);
    if (!token) return;
    if (!this.#isFirst(token.from)) return this.#suffix(index);
    const head = this.#head(index);
    if (!head) return;
    const before = this.#before.get(index) ?? [];
    this.#add(head.from, head.to, otherwiseWords(before, head.words));
    this.#expectElse(head.next, withCondition(before, head.words));
    if (RETURNS.test(this.#code.slice(Math.max(head.from, head.to - NEAR), head.to)))
      this.#leaves(head, otherwiseWords([head.words]));
  }

  /** What follows a `return` in the same block is done only otherwise. */
  #leaves({ to, next }: Head, words: string): void {
    const end = this.#code.token(this.#code.closingOf(next))?.from ?? this.#code.text.length;
    this.#add(to, end, words);
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
    const words = conditionText(this.#code.slice(bracket.to, close.from));
    const body = this.#body(bracket.partner, close.to);
    return body ? { ...body, words } : this.#unwrapped(index);
  }

  /** `if a {`, on one line. */
  #unwrapped(index: number): Head | undefined {
    const start = this.#code.token(index)?.to ?? 0;
    for (let at = index + 1; ; at += 1) {
      const one = at > index + NEAR ? undefined : this.#code.token(at);
      if (!one || ['\n', '}', ')', ']'].includes(one.sign)) return undefined;
      // In Go, a statement can be in front of the condition.
      if (one.sign === ';' && !this.#code.slice(start, one.from).includes(':=')) return undefined;
      if (
        one.sign === '{' &&
        one.partner !== undefined &&
        /^\{[^\S\n]*(?:\/\/[^\n]*)?\n/.test(this.#code.slice(one.from, one.from + 200))
      )
        return { ...this.#braces(at, one.partner), words: conditionText(this.#code.slice(start, one.from)) };
      if (one.partner !== undefined && one.partner > at) at = one.partner;
    }
  }

  #braces(open: number, close: number): Body {
    const [from, to] = [this.#code.token(open)?.to ?? 0, this.#code.token(close)?.from ?? 0];
    return { from, to, next: close + 1 };
  }

  /** Behind a condition: what is in braces, or one statement. Nothing behind which Python has a colon. */
  #body(close: number, from: number): Body | undefined {
    const next = this.#code.nextTo(close);
    const token = next === undefined ? undefined : this.#code.token(next);
    const isNext = token && this.#code.slice(from, token.from).trim() === '';
    if (isNext && token.sign === ':') return undefined;
    if (isNext && token.sign === '{' && next !== undefined)
      return token.partner === undefined ? undefined : this.#braces(next, token.partner);
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

  /** `value if condition else other`. */
  #suffix(index: number): void {
    const token = this.#code.token(index);
    const otherwise = this.#code.endOf(index + 1, ['else', ',', ';', '\n']);
    const other = this.#code.token(otherwise);
    if (!token || other?.sign !== 'else') return;
    const words = conditionText(this.#code.slice(token.to, other.from));
    const end =
      this.#code.token(this.#code.endOf(otherwise + 1, [',', ';', '\n']))?.from ?? this.#code.text.length;
    this.#add(this.#code.beginning(index, [',', ';', '\n', '=']), token.from, words);
    this.#add(other.to, end, otherwiseWords([words]));
  }

  #switch(index: number): void {
    const open = this.#code.nextTo(index);
    const head = open === undefined ? undefined : this.#code.token(open);
    if (head?.sign !== '(' || head.partner === undefined) return;
    const subject = conditionText(this.#code.slice(head.to, this.#code.token(head.partner)?.from ?? head.to));
    const block = this.#code.nextTo(head.partner);
    const braces = block === undefined ? undefined : this.#code.token(block);
    if (block === undefined || braces?.sign !== '{' || braces.partner === undefined) return;
    this.#cases(block, braces.partner, subject);
  }

  #cases(open: number, close: number, subject: string): void {
    let labels: string[] = [];
    for (let at = open + 1; at < close; at += 1) {
      const token = this.#code.token(at);
      if (token && 'case default'.split(' ').includes(token.sign)) {
        const colon = this.#code.endOf(at + 1, [':']);
        const end = this.#code.endOf(colon + 1, ['case', 'default']);
        const [from, to] = [
          this.#code.token(colon)?.to ?? 0,
          this.#code.token(Math.min(end, close))?.from ?? 0,
        ];
        if (labels.length < 20)
          labels.push(this.#code.slice(token.from, this.#code.token(colon)?.from ?? token.to).trim());
        this.#add(from, to, `${subject}: ${labels.join(', ')}`);
        if (this.#code.slice(from, to).trim() !== '') labels = [];
        at = end - 1;
      } else if (token?.partner !== undefined && token.partner > at) at = token.partner;
    }
  }

  #choice(index: number): void {
    const token = this.#code.token(index);
    const colon = this.#colonOf(index);
    const between = colon === undefined ? undefined : this.#code.token(colon);
    if (!token || !between || colon === undefined) return;
    const words = this.#wordsBefore(index, [',', ';', ':']);
    if (words === '') return;
    this.#add(token.to, between.from, words);
    const end =
      this.#code.token(this.#code.endOf(colon + 1, [',', ';', '\n']))?.from ?? this.#code.text.length;
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
    const words = this.#wordsBefore(index, [',', ';', ':', '?', '&&', '||', '\n']);
    if (!token || words === '' || isCommand(words)) return;
    const end =
      this.#code.token(this.#code.endOf(index + 1, [',', ';', '\n', '?', ':']))?.from ??
      this.#code.text.length;
    this.#add(token.to, end, sign === '&&' ? words : otherwiseWords([words]));
  }

  /** What is in front of a sign in its expression, without what the expression is assigned to. */
  #wordsBefore(index: number, ends: readonly string[]): string {
    const at = this.#code.token(index)?.from ?? 0;
    const written = this.#code.slice(Math.max(this.#code.beginning(index, ends), at - LONGEST), at);
    return conditionText(written.replace(/^[^]*(?:(?<![=!<>])=(?!=)>?|\breturn\b|\byield\b)/, ''));
  }
}

/** So much is looked at in front of a word, and at the end of a block. */
const NEAR = 200;

/** Of an expression in front of a sign. */
const LONGEST = 2000;

/** At the end of a block that leaves what it is in. */
const RETURNS = /(?:^|[;{\n])\s*(?:return|continue)\b[^;{}\n]{0,100};?\s*$/;

/** Behind brackets: the condition goes on. */
const GOES_ON = /^\s*(?:(?:and|or|is|in|not)\b|[=!<>&|+*/%.-])/;

/** A command of a shell, which is done first and tests nothing. */
const isCommand = (words: string): boolean =>
  !/^(?:\[|test\s)/.test(words) && /^[\w./$-]+\s+[^\s=!<>&|?]/.test(words);
