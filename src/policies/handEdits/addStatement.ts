import { printStatement } from '../language/print.ts';
import type { Statement } from '../language/policy.ts';
import { noEdits, unusedEditKey } from '../model/documentEdits.ts';
import type { Draft } from '../model/draft.ts';
import { setEdits } from './changeEdits.ts';
import { parseStatement } from './parsedEdits.ts';

/** A statement at the end of a document, as if a person had written it there. */
export function addStatement(draft: Draft, id: string, statement: Statement): Draft {
  const edits = draft.edits[id] ?? noEdits;
  const key = unusedEditKey(edits.entries.map((entry) => entry.key));
  const text = printStatement(statement);
  const entry = { key, text, parsed: parseStatement(text) };
  return setEdits(draft, id, { ...edits, entries: [...edits.entries, entry] });
}
