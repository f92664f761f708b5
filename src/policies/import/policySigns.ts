import { MARKS } from './quotationMarks.ts';
import { decodeEscapes } from './characterEscapes.ts';
import { repairedText } from './repairedText.ts';
import type { TextEdit } from './tokens.ts';

/** Where a text looks like a policy, whatever notation it is in: by the elements of statements, their values and where they are. */

export interface PolicySign {
  readonly from: number;
  readonly to: number;
  /** Whether nothing but blank lines and words sets it apart from the one before: both may be of one policy. */
  readonly goesOn: boolean;
}

/** Two elements that are further apart are not of one policy. */
const FAR = 2000;

/**
 * The stretches of a text that look like statements. Prose that names elements is none: an element has its value behind a colon or an equals
 * sign, and is first in its line or behind a bracket or a comma.
 */
export function policySigns(text: string): readonly PolicySign[] {
  const plain = inPlainNotation(text);
  return groupsIn(plain.text)
    .filter(isStatement)
    .flatMap((group) => paragraphsOf(group, plain.text))
    .map((group, index, all) => {
      const telling = group.filter(({ name }) => name !== 'other');
      const [from, to] = [telling[0]?.from ?? 0, telling.at(-1)?.to ?? 0];
      const goesOn = (group[0]?.from ?? 0) - (all[index - 1]?.at(-1)?.to ?? -Infinity) <= FAR;
      return { from: plain.originalOf(from), to: plain.originalOf(to), goesOn };
    });
}

function groupsIn(text: string): readonly (readonly Element[])[] {
  const groups: Element[][] = [];
  for (const element of elementsIn(text)) {
    const last = groups.at(-1);
    if (last && element.from - (last.at(-1)?.to ?? 0) <= FAR) last.push(element);
    else groups.push([element]);
  }
  return groups;
}

/** In longer runs of elements, paragraphs are not separated. */
const MANY = 500;

/** Statements that blank lines set apart; what is none by itself belongs to the one before it. */
function paragraphsOf(group: readonly Element[], text: string): readonly (readonly Element[])[] {
  if (group.length > MANY) return [group];
  const paragraphs: Element[][] = [];
  let end = -1;
  for (const element of group) {
    const last = paragraphs.at(-1);
    if (last && !/\n[^\S\n]*\n/.test(text.slice(end, element.from))) last.push(element);
    else paragraphs.push([element]);
    end = element.to;
  }
  return paragraphs.reduce<Element[][]>((found, paragraph) => {
    const last = found.at(-1);
    if (last && !(isStatement(last) && isStatement(paragraph))) last.push(...paragraph);
    else found.push(paragraph);
    return found;
  }, []);
}

/** What reads as a colon. */
const COLONS = '\u02d0\u0589\u05c3\u2236\ua789\ufe13\ufe55';

const NOTATION = new RegExp(
  [
    String.raw`<\/?[a-zA-Z][^<>\n]{0,300}>`,
    String.raw`\\?\^"`,
    String.raw`&(?:amp;){0,3}#?\w{2,8};`,
    String.raw`\\{1,8}(?:u[0-9a-fA-F]{4}|["'nrt])`,
    '%(?:25){0,3}(?:2[0-9A-Ca-c]|3[ADad]|5[BDbd]|7[BDbd]|0[9ADad])',
    String.raw`[\u0300-\u036f\u20d0-\u20e3\p{Default_Ignorable_Code_Point}]+`,
    String.raw`[\uff01-\uff5e\u{1d400}-\u{1d7ff}]`,
    `[${COLONS}]`,
    `[${MARKS}]`,
  ].join('|'),
  'gu',
);

/** A text without tags, escapes, marks upon letters and styles of letters, and with one kind of quotation mark. */
function inPlainNotation(text: string) {
  const edits = Array.from(
    text.matchAll(NOTATION),
    ({ 0: written, index }): TextEdit => ({ offset: index, length: written.length, text: meant(written) }),
  );
  return repairedText(text, 0, text.length, edits);
}

function meant(written: string): string {
  if (written.startsWith('<')) return BLOCK_TAG.test(written) ? '\n' : '';
  if (written.endsWith('^"')) return '"';
  if (written.startsWith('%')) return String.fromCharCode(Number.parseInt(written.slice(-2), 16));
  const character = written.startsWith('\\') ? escaped(written.replace(/^\\+/, '')) : decodeEscapes(written);
  if (MARK.test(character)) return '"';
  if (COLONS.includes(character)) return ':';
  return IGNORED.test(character) ? '' : character.normalize('NFKC');
}

const BLOCK_TAG = /^<\/?(?:t[dhr]|br|p|div|li|pre)\b/i;

const escaped = (letter: string): string =>
  letter.startsWith('u') ? decodeEscapes(`\\${letter}`) : /["']/.test(letter) ? letter : '\n';

const MARK = new RegExp(`^[${MARKS}]$`);
const IGNORED = /^[\u0300-\u036f\u20d0-\u20e3\p{Default_Ignorable_Code_Point}]/u;

type Name =
  | 'effect'
  | 'action'
  | 'actions'
  | 'resource'
  | 'resources'
  | 'principal'
  | 'statement'
  | 'data'
  /** It says only where a policy or a statement begins. */
  | 'other';

interface Element {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
  /** Whether its place alone shows that it is no word of prose: first in its line, or behind a bracket. */
  readonly isFirst: boolean;
}

const SPACE = String.raw`[\s+]{0,200}`;
/** What may be before a value: spaces, marks, brackets, the beginning of the next line, and the call of a function. */
const BEFORE = String.raw`[\s+"'\`[({>|*\u2022\u2502\d.:#\-]{0,200}(?:[A-Za-z][\w.]{0,60}\([\s"'\`]{0,20})?`;
const KEY = new RegExp(
  String.raw`(?<![\w\-./$])["'\`]{0,3}(?:(effect)|(?:not[_-]?)?(?:(actions?)|(resources?)|(principal)s?)|(statements?)|(version|sid))["'\`]{0,3}(?=${SPACE}(?:[:=]|\{))|` +
    String.raw`\b(data)\s{1,20}"aws_iam_policy_document"`,
  'gim',
);

const value = (pattern: string): RegExp =>
  new RegExp(String.raw`${SPACE}(?::{1,2}|=>?|(?=\{))(?:${pattern})`, 'iy');

const values: Readonly<Record<Name, RegExp>> = {
  effect: value(
    String.raw`[\s+"'\`]{0,20}(?:[\w.]{1,60}[._])?(?:allow|deny)(?:["'\`]|[^\S\n]*(?:$|[\n\r,;})\]#]|//|\+\w))`,
  ),
  action: value(String.raw`${BEFORE}(?:\*|[a-z][a-z0-9-]{1,60}:[a-z*?])`),
  actions: value(String.raw`${BEFORE}(?:\*|[a-z][a-z0-9-]{1,60}:[a-z*?])`),
  resource: value(String.raw`${BEFORE}(?:\*|arn:|\$\{|!\w|<|[\w.\[\]"]{1,120}\.arn\b)`),
  resources: value(String.raw`${BEFORE}(?:\*|arn:|\$\{|!\w|<|[\w.\[\]"]{1,120}\.arn\b)`),
  principal: value(String.raw`${BEFORE}(?:\*|aws\b|service\b|federated\b|canonicaluser\b|arn:|type\b)`),
  statement: value(String.raw`[^\S\n]*(?:[[{(]|\r?\n|$)`),
  data: /(?:)/y,
  other: value(''),
};

function elementsIn(text: string): readonly Element[] {
  const found: Element[] = [];
  for (const match of text.matchAll(KEY)) {
    const name = nameOf(match);
    const place = placeOf(text, match.index);
    const end = place === 'prose' ? -1 : endAfter(values[name], text, match.index + match[0].length);
    if (end === -1) continue;
    const isInList = match.index < (found.at(-1)?.to ?? 0);
    const to = /^(?:action|resource)/.test(name) && !isInList ? endAfter(LIST, text, end) : end;
    found.push({ name, from: match.index, to, isFirst: place === 'first' });
  }
  return found;
}

/** The rest of a name, and the names that follow it: a list of them may be long. */
const LIST =
  /[\w*?:/.${}-]{0,200}(?:[\s"'`,>|+\u2022-]{1,40}(?:[a-z][\w-]{0,60}:[\w*?:/.${}-]{1,200}|\*)){0,2000}/iy;

/** Where a pattern ends that begins at a place, or -1. */
function endAfter(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function nameOf([, effect, actions, resources, principal, statement, other]: RegExpExecArray): Name {
  if (effect) return 'effect';
  if (actions) return actions.length === 7 ? 'actions' : 'action';
  if (resources) return resources.length === 9 ? 'resources' : 'resource';
  if (principal) return 'principal';
  return statement ? 'statement' : other ? 'other' : 'data';
}

/** Where a line begins for its writer: behind its number, the place in its file, the time, the mark of a quotation, a list or a change. */
const FIRST = new RegExp(
  String.raw`(?:^|[\n\r])(?:[^\s"'{}[\]]{1,100}[:|-]\d{1,6}[:|-]|[^\s"'{}]{0,60}\d[^\s"'{}]{0,60}(?:[^\S\n]+[[(]?[A-Z]{3,8}[\])]?:?)?|[^\S\n]*[A-Za-z]{1,4}>)?[\s>|+*#/"'\p{Nd}.:)\u2022\u2502;~-]{0,80}$`,
  'u',
);

function placeOf(text: string, at: number): 'first' | 'further' | 'prose' {
  const before = text.slice(Math.max(0, at - 200), at);
  if (/[{[(][\s+]*$/.test(before) || FIRST.test(at <= 200 ? before : `\u0000${before}`)) return 'first';
  return /[,;}\]"'][\s+]*$/.test(before) ? 'further' : 'prose';
}

/** An effect with something it is about; or, in notations where `Allow` goes without saying, actions with resources. */
function isStatement(group: readonly Element[]): boolean {
  const has = (...names: readonly Name[]) => group.some(({ name }) => names.includes(name));
  if (!group.some(({ isFirst }) => isFirst)) return false;
  if (has('data')) return true;
  if (has('effect')) return has('action', 'actions', 'resource', 'resources', 'principal', 'statement');
  return has('actions') && has('resources', 'statement') ? true : has('action') && has('statement');
}
