import type { Statement } from '../language/policy.ts';
import { printStatement } from '../language/print.ts';
import type { DocumentEdits, EditEntry, ParsedEnvelope, RemovedStatement } from '../model/documentEdits.ts';

/** The statement that an entry holds, or nothing where its text is none or is not there. */
export function statementOfEntry({ text, parsed }: EditEntry): Statement | undefined {
  if (text === undefined) return undefined;
  return readFrom(parsed, parsed?.text === text).statement;
}

/** What a person wrote around the statements, and what it says; nothing where they wrote nothing there. */
export function envelopeOfEdits({ head, tail, parsed }: DocumentEdits): ParsedEnvelope | undefined {
  if (head === undefined || tail === undefined) return undefined;
  return readFrom(parsed, parsed?.head === head && parsed.tail === tail);
}

/** The generated statement that was edited or removed, as it is in a document. */
export function printBaseStatement({
  base,
  parsedBase,
}: Pick<RemovedStatement, 'base' | 'parsedBase'>): string {
  const { statement } = readFrom(parsedBase, parsedBase?.text === base);
  return statement ? printStatement(statement) : base;
}

/** To leave out what no one has read would be to give the access that it takes away. */
function readFrom<Parsed>(parsed: Parsed | undefined, isOfText: boolean): Parsed {
  if (parsed === undefined || !isOfText) throw new Error('a text written by hand was not read');
  return parsed;
}
