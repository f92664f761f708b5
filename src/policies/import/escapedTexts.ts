import { type RepairedText, repairedText } from './repairedText.ts';
import type { TextEdit } from './tokens.ts';

/** How a language writes a quotation mark in a text in double quotation marks. */
interface Notation {
  /** Whether any text begins so. */
  readonly begins: RegExp;
  /** A text in double quotation marks that is assigned, given to a call or to an option of a command, and begins as JSON. */
  readonly literal: RegExp;
  /** It holds a policy, as a whole. */
  readonly holds: RegExp;
  /** What stands for other signs than quotation marks, by a number or a value: what it means, the language says. */
  readonly other?: RegExp;
  /** What stands for a sign, which is its last character. */
  readonly escape: RegExp;
}

/** What the program puts together from several texts is none. */
const notations: readonly Notation[] = [
  {
    begins: /"\s*\{\s*\\"/,
    literal:
      /"(?<=(?:[=(,]|\breturn|--[\w-]{1,60}[ =])\s{0,200}")(?=\s{0,200}\{\s{0,200}\\")((?:[^"\\]|\\[^])*)"(?!\s{0,200}[+%.])/g,
    holds: /\\"(?:Statement|Effect)\\"[^]*\}\s*$/,
    other: /(?<!\\)(?:\\\\)*\\[^"'\\/nrt$`\r\n]/,
    escape: /\\([^])/g,
  },
  // Visual Basic, and texts of C# as they are.
  {
    begins: /"\s*\{\s*""/,
    literal:
      /"(?<=(?:[=(,]|\breturn)\s{0,200}@?")(?=\s{0,200}\{\s{0,200}"")((?:[^"]|"")*)"(?!\s{0,200}[+%.&])/gi,
    holds: /""(?:Statement|Effect)""[^]*\}\s*$/,
    escape: /"(")/g,
  },
];

/** A program or a script whose texts hold policies, with their quotation marks as JSON has them; nothing for another text. */
export function escapedText(text: string): RepairedText | undefined {
  if (/^\s*[[{"]/.test(text)) return undefined;
  const edits = notations.flatMap((notation) => (notation.begins.test(text) ? editsOf(text, notation) : []));
  return edits.length === 0 ? undefined : repairedText(text, 0, text.length, edits);
}

const editsOf = (text: string, { literal, holds, other, escape }: Notation): readonly TextEdit[] =>
  Array.from(text.matchAll(literal))
    .filter(({ 1: json = '' }) => holds.test(json) && !other?.test(json))
    .flatMap(({ 0: written, 1: json = '', index }): readonly TextEdit[] => [
      { offset: index, length: 1, text: ' ' },
      ...Array.from(json.matchAll(escape), ({ 1: sign = '', index: at }) => ({
        offset: index + 1 + at,
        length: 2,
        text: meant(sign),
      })),
      { offset: index + written.length - 1, length: 1, text: ' ' },
    ]);

/** A line that goes on, and breaks of lines, are blanks between the parts of JSON. */
const meant = (sign: string): string => (/[nrt\n]/.test(sign) ? ' ' : sign);
