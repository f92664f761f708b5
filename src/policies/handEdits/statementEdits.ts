import type { ComposedDocument } from '../model/composedDocument.ts';
import { printStatement } from '../language/print.ts';
import { matchEntriesToStatements } from './matchEntries.ts';
import {
  type DocumentEdits,
  type EditEntry,
  isAdded,
  type RemovedStatement,
} from '../model/documentEdits.ts';
import { printBaseStatement, statementOfEntry } from './entryContent.ts';

/** One statement that a person wrote or took away, beside what the choices make of it. Texts as they stand in the document. */
export interface StatementEdit {
  readonly key: string;
  readonly state: 'edited' | 'added' | 'removed';
  /** The statement's Sid, or its key where it has none. */
  readonly name: string;
  /** What is in force; absent for a removed one. */
  readonly text?: string;
  /** The generated statement when it was edited or removed; absent for an added one. */
  readonly base?: string;
  /** The generated statement now; absent where the choices make none. */
  readonly now?: string;
  /**
   * `changed`: the choices make another statement than the one that was edited or removed. `gone`: they make none with its Sid,
   * content or templates any more.
   */
  readonly conflict?: 'changed' | 'gone';
}

/** Every statement of a document that a person edited, added or removed, in the order of the text, removed ones last. */
export function statementEdits(
  generated: ComposedDocument | undefined,
  edits: DocumentEdits,
): readonly StatementEdit[] {
  const bound = generated ? matchEntriesToStatements(generated, edits) : new Map<EditEntry, number>();
  const written = edits.entries.flatMap((entry) => writtenEdit(generated, entry, bound.get(entry)) ?? []);
  return [...written, ...edits.removed.map((entry) => removedEdit(generated, entry))];
}

function writtenEdit(
  generated: ComposedDocument | undefined,
  entry: EditEntry,
  index: number | undefined,
): StatementEdit | undefined {
  const { key, text, base, parsedBase } = entry;
  if (text === undefined) return undefined;
  const name = statementOfEntry(entry)?.Sid ?? key;
  if (isAdded(entry) || base === undefined) return { key, state: 'added', name, text };
  const before = printBaseStatement({ base, ...(parsedBase ? { parsedBase } : {}) });
  const statement = index === undefined ? undefined : generated?.policy.Statement[index];
  if (!statement) return { key, state: 'edited', name, text, base: before, conflict: 'gone' };
  const now = printStatement(statement);
  return { key, state: 'edited', name, text, base: before, now, ...(now === before ? {} : changed) };
}

function removedEdit(generated: ComposedDocument | undefined, entry: RemovedStatement): StatementEdit {
  const { key } = entry;
  const before = printBaseStatement(entry);
  const index = generated?.provenance.findIndex((entry) => entry.key === key) ?? -1;
  const statement = generated?.policy.Statement[index];
  if (!statement) return { key, state: 'removed', name: key, base: before, conflict: 'gone' };
  const now = printStatement(statement);
  return { key, state: 'removed', name: key, base: before, now, ...(now === before ? {} : changed) };
}

const changed = { conflict: 'changed' } as const;
