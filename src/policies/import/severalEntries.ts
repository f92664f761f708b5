import { decodeEscapes } from './characterEscapes.ts';

/** Entries of lists of which one holds several, without a quotation mark that would show it. */

const NO_WIDTH = '\\p{Default_Ignorable_Code_Point}';
const COMMA = ',;|\uff0c\u3001\u060c\u061b\uff1b';
/** What separates entries, and the blanks behind it. */
const separatedBy = (separators: string, blanks: string, next: string): RegExp =>
  new RegExp(`(?<=[^\\s${NO_WIDTH}])\\s{0,20}[${separators}][\\s${NO_WIDTH}]{${blanks}}${next}`, 'iu');

const WORD = String.raw`[a-z][\w-]{0,62}:[\w*?$]`;

/** Names of actions have neither blanks nor commas. */
const ACTIONS = separatedBy(`\\s${NO_WIDTH}${COMMA}`, '0,20', String.raw`(?:${WORD}|\*)`);
/** Names of objects in Amazon S3 may have both. */
const ARNS = separatedBy(`\\s${NO_WIDTH}${COMMA}`, '0,20', 'arn:');
const WORDS = separatedBy(COMMA, '1,20', WORD);

const patterns: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['Action', [ACTIONS]],
  ['NotAction', [ACTIONS]],
  ['Resource', [ARNS, WORDS]],
  ['NotResource', [ARNS, WORDS]],
  ['Principal', [ARNS]],
  ['NotPrincipal', [ARNS]],
]);

/** Elements whose entries can be several in one. */
export const isListElement = (element: string): boolean => patterns.has(element);

/** Whether an entry of an element could be several, such as `s3:Get*, s3:Put*`. IAM reads it as one. */
export function holdsSeveralEntries(element: string, entry: string): boolean {
  const text = decodeEscapes(entry);
  return patterns.get(element)?.some((pattern) => pattern.test(text)) ?? false;
}

/** An action has none of these anywhere; within another string, each can be meant. */
const STRAY: ReadonlyMap<string, RegExp> = new Map([
  ['Action', /["'`,;]/],
  ['NotAction', /["'`,;]/],
]);

/** Where a string has a mark that came along from around it, such as `s3:*"` or `s3:*,` of YAML; -1 without one. */
export const indexOfStray = (text: string, element: string | undefined): number =>
  text.search((element === undefined ? undefined : STRAY.get(element)) ?? /^"|"$|[^\s,;][,;]$/);
