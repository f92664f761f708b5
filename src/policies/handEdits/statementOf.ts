import type { Statement } from '../language/policy.ts';
import type { EditEntry } from '../model/documentEdits.ts';
import { textReader } from './textReader.ts';

const parsedStatements = new WeakMap<EditEntry, { readonly statement: Statement | undefined }>();

/** The statement that an entry holds, or nothing where its text is none or is not there. */
export function statementOf(entry: EditEntry): Statement | undefined {
  if (entry.text === undefined) return undefined;
  const hit = parsedStatements.get(entry) ?? { statement: textReader().statement(entry.text) };
  parsedStatements.set(entry, hit);
  return hit.statement;
}

/** Spares reading an entry whose statement is known from the whole that it was cut from. */
export function knowStatement(entry: EditEntry, statement: Statement | undefined): void {
  parsedStatements.set(entry, { statement });
}
