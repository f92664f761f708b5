import type { WrittenEnvelope } from '../model/composedDocument.ts';
import { printedBase } from '../handEdits/statementEdits.ts';
import { readEnvelope, readStatement } from '../handEdits/writtenStatement.ts';
import type { Replacing } from './replaceNames.ts';
import { replaceInStatement } from './statementWords.ts';

/**
 * A statement word for word, but for its identifiers. `\u0031` hides a digit from a search: a statement with an escape is written
 * anew. So is one with an account ID as a number, since a placeholder can only stand in a text; conditions take both.
 */
export function statementWithout(text: string, replace: Replacing): string {
  if (!readStatement(text)) return replace(text);
  const plain = hasEscape(text) ? printedBase(text) : text;
  const replaced = replaceInStatement(plain, replace);
  return readStatement(replaced) ? replaced : replaceInStatement(numbersAsTexts(plain), replace);
}

/** What stands around the statements. */
export function envelopeWithout({ head, tail }: WrittenEnvelope, replace: Replacing): WrittenEnvelope {
  const own = hasEscape(head + tail) ? writtenAnew({ head, tail }) : { head, tail };
  return { head: replace(own.head), tail: replace(own.tail) };
}

const hasEscape = (text: string): boolean => text.includes('\\');

function numbersAsTexts(text: string): string {
  const asText = (_key: string, value: unknown) => (typeof value === 'number' ? String(value) : value);
  return JSON.stringify(readStatement(text), asText, 2);
}

const EMPTY_LIST = '[]';

function writtenAnew(envelope: WrittenEnvelope): WrittenEnvelope {
  const text = JSON.stringify({ ...readEnvelope(envelope), Statement: [] }, null, 2);
  const at = text.lastIndexOf(EMPTY_LIST);
  return { head: text.slice(0, at + 1), tail: `\n  ${text.slice(at + 1)}` };
}
