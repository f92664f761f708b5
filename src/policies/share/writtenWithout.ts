import type { WrittenEnvelope } from '../model/composedDocument.ts';
import { parseEnvelope, parseStatement } from '../handEdits/parsedEdits.ts';
import { printStatement } from '../language/print.ts';
import type { ParsedBase, ParsedEnvelope, ParsedStatement } from '../model/documentEdits.ts';
import type { IdentifierReplacer } from './replaceNames.ts';
import { replaceInStatement } from './statementWords.ts';

/**
 * A statement word for word, but for its identifiers. `\u0031` hides a digit from a search: a statement with an escape is written
 * anew. So is one with an account ID as a number, since a placeholder can only stand in a text; conditions take both.
 */
export function statementWithout(written: ParsedBase, replace: IdentifierReplacer): ParsedStatement {
  if (!written.statement) return parseStatement(replace(written.text));
  const plain = hasEscape(written.text) ? parseStatement(printStatement(written.statement)) : written;
  const read = parseStatement(replaceInStatement(plain.text, replace));
  return read.statement ? read : parseStatement(replaceInStatement(numbersAsTexts(plain), replace));
}

/** The text around the statements. */
export function envelopeWithout(envelope: ParsedEnvelope, replace: IdentifierReplacer): ParsedEnvelope {
  const { head, tail } = hasEscape(envelope.head + envelope.tail) ? writtenAnew(envelope) : envelope;
  return parseEnvelope({ head: replace(head), tail: replace(tail) });
}

const hasEscape = (text: string): boolean => text.includes('\\');

function numbersAsTexts({ statement }: ParsedBase): string {
  const asText = (_key: string, value: unknown) => (typeof value === 'number' ? String(value) : value);
  return JSON.stringify(statement, asText, 2);
}

const EMPTY_LIST = '[]';

function writtenAnew({ policy }: ParsedEnvelope): WrittenEnvelope {
  const text = JSON.stringify({ ...policy, Statement: [] }, null, 2);
  const at = text.lastIndexOf(EMPTY_LIST);
  return { head: text.slice(0, at + 1), tail: `\n  ${text.slice(at + 1)}` };
}
