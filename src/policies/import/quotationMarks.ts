import { decodeEscapes } from './characterEscapes.ts';

/** Quotation marks other than `"`: what they can stand for, and where one string with such marks could be several. */

/** Those that word processors make of `"`: “ ” „ ‟ and the wide one. */
const CURLY = new Set(['\u201c', '\u201d', '\u201e', '\u201f', '\uff02']);

export const isCurly = (character: string | undefined): boolean =>
  character !== undefined && CURLY.has(character);

/** Curly, single and low marks, primes, guillemets, accents, corner brackets: the inside of a class of a regular expression. */
export const MARKS =
  "'`\u00ab\u00b4\u00bb\u02b9-\u02bf\u02ee\u2018-\u201f\u2032-\u2037\u2039\u203a\u275b-\u2760\u2e42\u300c-\u300f\u301d-\u301f\ufe41-\ufe44\uff02\uff07\uff62\uff63";

const MARK = new RegExp(`[${MARKS}]`);

/** Whether a character can be meant as a quotation mark and is not `"`. */
export const isMark = (character: string | undefined): boolean =>
  character !== undefined &&
  (character > '\u007f' || character === "'" || character === '`') &&
  MARK.test(character);

const BESIDE_PUNCTUATION = new RegExp(`[${MARKS}]\\s*[,:\\]}]|[,:[{]\\s*[${MARKS}]`);
const PUNCTUATION_BETWEEN = new RegExp(`["${MARKS}]\\s*[,:]\\s*["${MARKS}]`);

/** `${aws:PrincipalTag/team, 'none'}`: the marks around a policy variable's default value belong there. */
const withoutVariables = (text: string): string =>
  text.includes('${') ? text.replace(/\$\{[^{}"\n]{0,200}\}/g, '') : text;

/** A mark, or a character in another notation that may be one. */
const MAY_HOLD_MARK = new RegExp(`["&\\\\${MARKS}]`);

/** Whether the inside of a string could be more than one string: a mark in it is where one could end or begin. */
export function couldBeSeveralStrings(inside: string): boolean {
  if (!MAY_HOLD_MARK.test(inside)) return false;
  const text = decodeEscapes(withoutVariables(inside));
  return BESIDE_PUNCTUATION.test(text) || PUNCTUATION_BETWEEN.test(text) || endsAndBegins(text);
}

/** Marks that only begin or only end what they quote, by their shape. Guillemets do both, by country, and so do straight ones. */
const LEFT =
  '\u2018\u201a\u201b\u201c\u201e\u201f\u275b\u275d\u275f\u2760\u2e42\u300c\u300e\u301d\ufe41\ufe43\uff62';
const RIGHT = '\u2019\u201d\u275c\u275e\u300d\u300f\u301e\u301f\ufe42\ufe44\uff63';
const GUILLEMETS = '\u00ab\u00bb\u2039\u203a';

/** A letter that has no shape separates, too. */
const APART = `(?:[^\\p{L}\\p{N}"${MARKS}]|\\p{Default_Ignorable_Code_Point})`;
const BLANK = '[\\s\\p{Default_Ignorable_Code_Point}]';
/** A mark, what may separate two entries of a list in any notation, and the next mark. */
const MARK_TO_MARK = new RegExp(
  `(["${MARKS}])(${BLANK}{0,200}(?:(?!${BLANK})${APART}${BLANK}{0,200}){0,5})(?=(["${MARKS}]))`,
  'gu',
);

function endsAndBegins(text: string): boolean {
  for (const { 0: whole, 1: closing = '', 2: between = '', 3: opening = '', index } of text.matchAll(
    MARK_TO_MARK,
  )) {
    const before = text.charAt(index - 1);
    const behind = text.charAt(index + whole.length + 1);
    if (between === '' ? turnsRound(closing, opening) : separates(between, closing, opening, before, behind))
      return true;
  }
  return false;
}

/** Whether marks side by side end one string and begin another. The same mark twice is one that was doubled. */
const turnsRound = (closing: string, opening: string): boolean =>
  closing !== opening &&
  ((isIn(RIGHT, closing) && isIn(LEFT, opening)) ||
    ('\u201c\u2018'.includes(closing) && '\u201e\u201a'.includes(opening)) ||
    (isIn(GUILLEMETS, closing) && isIn(GUILLEMETS, opening)));

/** Whether marks with a separator between them end one string and begin another, and do not quote the separator. */
function separates(
  between: string,
  closing: string,
  opening: string,
  before: string,
  behind: string,
): boolean {
  if (isIn(LEFT, closing) && isIn(RIGHT, opening)) return false;
  if (isIn(RIGHT, closing) && isIn(LEFT, opening)) return true;
  if (/^[*?]+$/.test(between)) return false;
  const ends = isIn(LEFT + RIGHT, closing) || before.trim() !== '';
  const begins = isIn(LEFT + RIGHT, opening) || behind.trim() !== '';
  return ends && begins;
}

const isIn = (marks: string, mark: string): boolean => marks.includes(mark);

const STRING_END = new RegExp(`["${MARKS}]\\s{0,20}(?:[,:\\]}]|$)`);

/** Whether a line holds a mark at which a string could end. */
export const mayEndString = (line: string): boolean => STRING_END.test(line);

/** Nothing but JSON's punctuation, which is left between marks that were doubled. */
export const isOnlyPunctuation = (inside: string): boolean =>
  inside.trim() !== '' && /^[\s,:;[\]{}]+$/.test(inside);

const UNUSUAL_MARK = new RegExp(`^['\`]|(?!['\`])[${MARKS}]|['\`]$`);

/** The first mark in a string by its place, or -1. An apostrophe or a backtick counts where the string begins or ends with it. */
export const indexOfMark = (inside: string): number => inside.search(UNUSUAL_MARK);

/** Whether the marks around a whole value came along as part of it. */
export const isWrappedInMarks = (inside: string): boolean =>
  inside.length > 1 && isQuoting(inside[0]) && isQuoting(inside.at(-1));

const isQuoting = (character: string | undefined): boolean => character === '"' || isMark(character);

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Two strings of a list without a comma between them: side by side, or one of them with nothing in it. A mark may then be doubled, and
 * what is between others is no entry.
 */
export function isOddPair(text: string, one: Stretch, other: Stretch): boolean {
  const isEmpty = ({ start, end }: Stretch) => EMPTY.test(text.slice(start, end));
  return one.end === other.start || isEmpty(one) || isEmpty(other);
}

const EMPTY = new RegExp(`^["${MARKS}]*$`);

export interface MarkedString {
  /** `mixed`: it holds a mark that could end it or not. */
  readonly kind: 'string' | 'unclosed' | 'mixed';
  /** Places of its inside; of one without an end, and of one that is mixed, up to where that shows. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/**
 * The string that a quotation mark of any kind begins, where every mark counts as one: it ends at a mark that JSON's punctuation or the
 * end of the line follows.
 */
export function markedString(text: string, start: number): MarkedString {
  const from = start + widthAt(text, start);
  for (let at = from; ; at += 1) {
    const character = text[at];
    if (character === undefined || character === '\n' || character === '\r')
      return { kind: 'unclosed', from, to: at, end: Math.min(at, text.length) };
    if (character === '\\') at += 1;
    else if (character === '$') at = behindVariable(text, at);
    else if (character === '"' || isMark(character)) {
      const end = at + runAt(text, at);
      if (endsAt(text, end) || (character === '"' && text[start] === '"'))
        return { kind: 'string', from, to: at, end };
      if (!isApostrophe(text, at)) return { kind: 'mixed', from, to: at, end: at + 1 };
    }
  }
}

/** Two single marks may be typed for one double mark: ``x''. */
const runAt = (text: string, at: number): number => (text[at] !== '"' && text[at + 1] === text[at] ? 2 : 1);

/** Of two marks before punctuation the second ends what the first begins. */
function widthAt(text: string, start: number): number {
  const width = runAt(text, start);
  return width === 2 && endsAt(text, start + 2) ? 1 : width;
}

/** Whether what follows is punctuation that may stand behind a string, a comment, or the end of the line. */
const endsAt = (text: string, from: number): boolean => {
  BEHIND_STRING.lastIndex = from;
  return BEHIND_STRING.test(text);
};

const BEHIND_STRING = /[^\S\n]{0,200}(?:[,:\]}\n#]|\/[/*]|$)/y;

const isApostrophe = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}]['\u2019\u02bc][\p{L}\p{N}]$/u.test(text.slice(at - 1, at + 2));

/** The last place of a policy variable that begins here, or this place. */
function behindVariable(text: string, at: number): number {
  VARIABLE.lastIndex = at;
  const found = VARIABLE.exec(text)?.[0];
  return found === undefined ? at : at + found.length - 1;
}

const VARIABLE = /\$\{[^{}"\n]{0,200}\}/y;
