import { type RepairedText, repairedText } from './repairedText.ts';
import type { TextEdit } from './tokens.ts';

/** A cell of a table with commas that has JSON in it: its quotation marks are doubled. */
const CELL = /(?<=^|[,;\t])"(?=\s*[{[])((?:[^"]|"")*)"(?=[^\S\n]*(?:[,;\t]|\r?$))/gm;

/** Also in the notation of URLs, as IAM’s API gives documents. */
const HOLDS_POLICY = /(?:""|%22)(?:Statement|Effect)(?:""|%22)/;

/**
 * A table whose cells hold policies, with their quotation marks as JSON has them; nothing for another text.
 * Source: https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvText(text: string): RepairedText | undefined {
  if (!/"\s*(?:\[\s*)?[{[]\s*""/.test(text)) return undefined;
  const cells = [...text.matchAll(CELL)].filter(([, json = '']) => HOLDS_POLICY.test(json));
  if (cells.length === 0) return undefined;
  const edits = cells.flatMap(({ 0: cell, 1: json = '', index }): readonly TextEdit[] => [
    { offset: index, length: 1, text: ' ' },
    ...Array.from(json.matchAll(/""/g), (mark) => ({ offset: index + 1 + mark.index, length: 2, text: '"' })),
    { offset: index + cell.length - 1, length: 1, text: ' ' },
  ]);
  return repairedText(text, 0, text.length, edits);
}
