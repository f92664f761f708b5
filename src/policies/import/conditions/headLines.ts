import { firstIndex } from '../firstIndex.ts';
import { type ConditionRegion, conditionText, otherwiseWords, withCondition } from './conditionRegion.ts';
import { leavesAtEnd } from './leaving.ts';
import { type Line, linesOf, nextBelow } from './sourceLines.ts';

/**
 * Conditions in a notation of which nothing is known but that a line begins with a word of conditions, and that what it decides about is
 * in the line, or below it and indented more: `guard` of Swift, `Case` of Visual Basic, `if` of Lisp. Those that were found by the
 * grammar of their notation are left to it.
 */
export function headLines(text: string, known: readonly ConditionRegion[]): readonly ConditionRegion[] {
  if (!SIGN.test(text)) return [];
  const lines = new HeadLines(text, known);
  return [...lines.regions(), ...lines.attributes()];
}

const WORDS =
  'if|else ?if|elif|elsif|else|unless|guard|let|when|case|switch|select case|match|cond|otherwise|only_?if|not_?if';

const SIGN = new RegExp(
  String.raw`^[^\w\n]*(?:${WORDS})\b|^[^\S\n]*\|[^\S\n]|[#@[](?:cfg|Conditional|Profile)`,
  'im',
);

/** Behind signs such as brackets; a word with a colon or an equals sign is a key or a name. */
const HEAD = new RegExp(
  String.raw`^[^\S\n]*(?:[^\w\s"'#*/|]{1,4}[^\S\n]*){0,3}(?<word>${WORDS})(?![\w.=-]|:[^\S\n]*\S)(?<rest>[^\n]{0,600})`,
  'i',
);

/** A guard of Haskell, the first one behind a name, or a branch of ML: `| stage == "prod" = …`, `| Prod -> …`. */
const BRANCH =
  /^(?:[a-z][\w' ]{0,60}(?=[^\S\n]\|[^\S\n]+(?!null|undefined|none|nil)\w))?[^\S\n]*\|[^\S\n]+(?<branch>[^|\n]{1,200}?)[^\S\n]+(?:=|->)(?=[^\S\n]|$)/;

/** Words alone, as in sentences of a page that has its policies indented. */
const SENTENCE =
  /^(?![^\n]*(?<!,)\s+then\b)(?:\s+[`'"“‘*_]{0,2}[a-z][\w’'/:.*-]{0,60}[`'"”’*_,;:.]{0,4}){4,}(?<!\s(?:do|of|begin|with|in))\s*$/i;

/** What opens what a condition decides about, at the end of its line. */
const OPENS = /(?:\s{0,20}(?:[{([:]|\b(?:then|do|begin|of|with|in)\b|%\}|\}\}))+\s*$/i;

/** A line of JSON, which can be indented less than its program, or one that says nothing but that a block begins or ends. */
const JSON_LINE = /^\s*(?:"|[{}()[\],;]+\s*$)/;
const BEGINS = /^\s*begin\s*$/i;

/** The expression beside such a word, in braces or as a value, is a condition of the block that contains it. */
const OF_WHOLE = /^(?:(?:when|unless)\s*(?:\{|=>)|(?:only_?if|not_?if)\s*(?:\{|=>|["']))/i;

/** `if "%STAGE%"=="prod" aws …` of Batch: not the sentence of a page. */
const TEST =
  /^\s+(?:\/i\s+)?(?:not\s+)?(?:"[^"\n]{0,80}"\s*==\s*"[^"\n]{0,80}"|[%!]\S{1,80}|(?:exist|defined)\s+\S{1,80})/i;

interface Head {
  readonly word: string;
  readonly asked: string;
  /** Behind the word, or behind the whole of a branch. */
  readonly rest: string;
}

interface HeadPlace {
  readonly index: number;
  readonly line: Line;
  readonly head: Head;
  readonly words: string;
  /** Where what is indented more ends. */
  readonly end: number;
}

class HeadLines {
  readonly #text: string;
  readonly #known: readonly ConditionRegion[];
  readonly #lines: readonly Line[];
  /** For each line the next one that is indented less, and at most as much. */
  readonly #less: readonly number[];
  readonly #atMost: readonly number[];
  /** Of lines with a branch. */
  readonly #branches: readonly number[];
  /** Conditions before, by the indentation of their lines. */
  readonly #before = new Map<number, readonly string[]>();

  constructor(text: string, known: readonly ConditionRegion[]) {
    this.#text = text;
    this.#known = known.toSorted((one, other) => one.from - other.from);
    this.#lines = linesOf(text).filter(({ from, to }) => !JSON_LINE.test(text.slice(from, to)));
    this.#less = nextBelow(this.#lines);
    this.#atMost = nextBelow(this.#lines, 0);
    this.#branches = this.#lines.flatMap(({ from, to }, index) =>
      BRANCH.test(text.slice(from, to)) ? [index] : [],
    );
  }

  regions(): readonly ConditionRegion[] {
    return this.#lines.flatMap((line, index) => {
      const head = headIn(this.#text.slice(line.from, line.to));
      const before = this.#before.get(line.indent) ?? [];
      for (const indent of this.#before.keys()) if (indent >= line.indent) this.#before.delete(indent);
      if (!head) return [];
      const place = { index, line, head, words: wordsOf(head), end: this.#endOf(index) };
      if (OF_WHOLE.test(head.word + head.rest)) return this.#whole(place);
      const isFurther = /^(?:el|otherwise)/i.test(head.word);
      if (isFurther && before.length === 0 && /^:/.test(head.rest)) return [];
      this.#before.set(line.indent, withCondition(isFurther ? before : [], place.words));
      return this.#isKnown(place) ? [] : this.#decided(place, isFurther ? before : []);
    });
  }

  /** An attribute in front of something that is there only under its condition. */
  attributes(): readonly ConditionRegion[] {
    return Array.from(this.#text.matchAll(ATTRIBUTE)).flatMap(({ 0: written, 1: asked = '', index }) => {
      const item = firstIndex(this.#lines, ({ from }) => from >= index + written.length);
      const from = this.#startOf(item);
      return [{ from, to: this.#startOf(this.#atMost[item]), words: conditionText(asked) }];
    });
  }

  /** Where the line with an index begins; without one, the end of the text. */
  #startOf(index: number | undefined): number {
    return this.#lines[index ?? this.#lines.length]?.from ?? this.#text.length;
  }

  #endOf(index: number): number {
    const branch = firstIndex(this.#branches, (at) => at >= index);
    const other = this.#branches[branch] === index ? (this.#branches[branch + 1] ?? Infinity) : Infinity;
    const next = Math.min(other, this.#atMost[index] ?? this.#lines.length);
    const below = this.#lines[next ?? index];
    const begins = next === index + 1 && below && BEGINS.test(this.#text.slice(below.from, below.to));
    return this.#startOf(begins ? this.#atMost[index + 1] : next);
  }

  /** Whether the grammar of its notation was read: then something begins in the line that ends where its block does, or branches have its words. */
  #isKnown({ line, head, end }: HeadPlace): boolean {
    const last = this.#text.slice(line.to, end).trim() === '' ? line.to : end;
    const subject = CHOICE.test(head.word) ? `${conditionText(head.asked)}: ` : undefined;
    for (let at = firstIndex(this.#known, ({ from }) => from >= line.from); ; at += 1) {
      const region = this.#known[at];
      if (!region || region.from > (subject === undefined ? line.to + 1 : end)) return false;
      if (subject !== undefined && region.words.startsWith(subject)) return true;
      // It begins and ends in the line.
      if (region.to < line.to && ENDS.test(this.#text.slice(region.to, region.to + 20))) return true;
      if (region.from <= line.to + 1 && CLOSES.test(this.#text.slice(region.to, last))) return true;
    }
  }

  #decided(
    { index, line, head, words, end }: HeadPlace,
    before: readonly string[],
  ): readonly ConditionRegion[] {
    const own = /^(?:else|otherwise)$/i.test(head.word) ? undefined : words;
    const isGuard = /^(?:guard|let)$/i.test(head.word);
    const [met, notMet] = [otherwiseWords(before, own), otherwiseWords([words])];
    const from = line.to - head.rest.length + decidedFrom(head);
    const body = { from, to: Math.max(end, line.to), words: isGuard ? notMet : met };
    const leaves = own === undefined ? undefined : leavesAtEnd(this.#text, from, lastOf(this.#text, body));
    const rest = { from: body.to, to: this.#startOf(this.#less[index]), words: isGuard ? words : notMet };
    return [body, ...(leaves ? [{ ...rest, ...leaves }] : [])].filter(
      (region) => region.words !== '' && region.from < region.to,
    );
  }

  /** What is in the same block as the condition. */
  #whole({ index, line, head, end }: HeadPlace): readonly ConditionRegion[] {
    const written = this.#text.slice(line.to - head.rest.length, Math.max(line.to, end));
    // Branches of a value, and a block that has the policy itself.
    if (/->|\bStatement\b/.test(written)) return [];
    const asked = conditionText(written.replace(/^\s*(?:\{|=>)?/, '').replace(/[\s})\],;]*$/, ''));
    const words = /^(?:unless|not)/i.test(head.word) ? otherwiseWords([asked]) : asked;
    let above = index - 1;
    while (above >= 0 && (this.#lines[above]?.indent ?? 0) >= line.indent) above -= 1;
    return [{ from: above < 0 ? 0 : this.#startOf(above), to: this.#startOf(this.#less[index]), words }];
  }
}

/** Sources: https://doc.rust-lang.org/reference/conditional-compilation.html, https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/context/annotation/Profile.html */
const ATTRIBUTE =
  /^[^\S\n]*(?:#\[cfg|@(?:Profile|Conditional\w{0,60})|\[Conditional)\(([^\n]{1,300})\)\]?[^\S\n]*\n/gm;

function headIn(line: string): Head | undefined {
  const branch = BRANCH.exec(line);
  if (branch) return { word: '|', asked: branch.groups?.branch ?? '', rest: line.slice(branch[0].length) };
  const { word, rest } = HEAD.exec(line)?.groups ?? {};
  if (word === undefined || rest === undefined) return undefined;
  const isOther = /^let$/i.test(word)
    ? !/^(?:(?!\b(?:if|then|match)\b)[^])*\belse\s*\{/.test(rest)
    : /^(?:match|when|case|select case)$/i.test(word) && /^(?:[(,]|\s+WHEN\b)/.test(rest);
  return isOther || SENTENCE.test(rest)
    ? undefined
    : { word, asked: CHOICE.test(word) ? rest.replace(OPENS, '') : askedIn(rest), rest };
}

const askedIn = (rest: string): string =>
  TEST.exec(rest)?.[0] ?? rest.replace(/\s(?:then|else)\b[^]*$/i, '').replace(OPENS, '');

/** Of these the value or the kind of the choice is named as well. */
const NAMED = /^(?:case|switch|select case|match|cond|let)$/i;

/** What ends a block in one line, or begins its other branch. */
const ENDS =
  /^\s{0,10}(?:\}|[;)]?\s{0,5}(?:\{\{-?|\{%-?|<%-?|%\{)?\s{0,5}(?:fi|end|endif|else|elif|elsif)\b)/i;

/** What is left of a block behind what was found in it. */
const CLOSES = /^[^\w$"'#@]{0,500}$/;

/** What has branches. */
const CHOICE = /^(?:case|switch|select case|match|when)$/i;

function wordsOf({ word, asked }: Head): string {
  const words = conditionText(asked);
  if (NAMED.test(word)) return `${word} ${words}`.trim();
  return /^(?:unless|not_?if)$/i.test(word) ? otherwiseWords([words]) : words;
}

/** Where in the rest of a line begins what is done: at its end, where that is below. */
function decidedFrom({ word, rest }: Head): number {
  const behind = word === '|' ? /^/.exec(rest) : (/\s(?:then|else)\b/i.exec(rest) ?? TEST.exec(rest));
  return behind ? behind.index + behind[0].length : rest.length;
}

/** The end of what is done, without what closes it. */
const lastOf = (text: string, { from, to }: ConditionRegion): number =>
  to - (/[\s});]*$/.exec(text.slice(Math.max(from, to - 100), to))?.[0].length ?? 0);
