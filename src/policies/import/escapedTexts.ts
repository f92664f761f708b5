import { type RepairedText, repairedText } from './repairedText.ts';
import type { TextEdit } from './tokens.ts';

/** A text in double quotation marks that is assigned, given to a call or to an option of a command, and holds a policy. */
const LITERAL =
  /"(?<=(?:[=(,]|\breturn|--[\w-]{1,60}[ =])\s{0,200}")(?=\s{0,200}\{\s{0,200}\\")((?:[^"\\]|\\[^])*)"(?!\s{0,200}[+%.])/g;

/**
 * A program or a script whose texts hold policies with a backslash before each quotation mark, with these as JSON has them; nothing for
 * another text. What the program puts together from several texts is none.
 */
export function escapedText(text: string): RepairedText | undefined {
  if (/^\s*[[{"]/.test(text) || !/"\s*\{\s*\\"/.test(text)) return undefined;
  const literals = [...text.matchAll(LITERAL)].filter(
    ([, json = '']) => /\\"(?:Statement|Effect)\\"[^]*\}\s*$/.test(json) && !OTHER_ESCAPE.test(json),
  );
  if (literals.length === 0) return undefined;
  const edits = literals.flatMap(({ 0: literal, 1: json = '', index }): readonly TextEdit[] => [
    { offset: index, length: 1, text: ' ' },
    ...Array.from(json.matchAll(/\\([^])/g), ({ 1: sign = '', index: at }) => ({
      offset: index + 1 + at,
      length: 2,
      text: meant(sign),
    })),
    { offset: index + literal.length - 1, length: 1, text: ' ' },
  ]);
  return repairedText(text, 0, text.length, edits);
}

/** Signs by their numbers, and values that Swift puts in: what they mean, the language says. */
const OTHER_ESCAPE = /(?<!\\)(?:\\\\)*\\[^"'\\/nrt$`\r\n]/;

/** A line that goes on, and breaks of lines, are blanks between the parts of JSON. */
const meant = (sign: string): string => (/[nrt\n]/.test(sign) ? ' ' : sign);
