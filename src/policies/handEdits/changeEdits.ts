import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { minifyStatement } from '../language/print.ts';
import { matchEntriesToStatements } from './matchEntries.ts';
import { type DocumentEdits, type EditEntry, unusedEditKey, isAdded } from '../model/documentEdits.ts';
import { isAsGenerated } from '../model/isAsGenerated.ts';

/** Changes of what was written by hand, as pure functions on drafts. A key that is not there leaves the draft as it was. */

export function setEdits(draft: Draft, id: string, edits: DocumentEdits | undefined): Draft {
  const { [id]: _replaced, ...others } = draft.edits;
  return { ...draft, edits: edits ? { ...others, [id]: edits } : others };
}

/** What the choices make takes the place of what a person wrote or removed; a statement that was added goes. */
export function resetStatement(draft: Draft, id: string, key: string, generated?: ComposedDocument): Draft {
  const edits = draft.edits[id];
  if (!edits) return draft;
  const entries = edits.entries.flatMap((entry): readonly EditEntry[] => {
    if (entry.key !== key) return [entry];
    return isAdded(entry) || entry.base === undefined ? [] : [{ key }];
  });
  const removed = edits.removed.filter((entry) => entry.key !== key);
  const next = { ...edits, entries, removed };
  return setEdits(draft, id, isAsGenerated(next, generated) ? undefined : next);
}

/**
 * The person's statement stays, and what the choices make now counts as known. Where they make none any more, the statement
 * becomes one that the person added; a removed one that they no longer make is forgotten.
 */
export function keepStatement(draft: Draft, id: string, key: string, generated?: ComposedDocument): Draft {
  const edits = draft.edits[id];
  if (!edits) return draft;
  const bound = generated ? matchEntriesToStatements(generated, edits) : undefined;
  const entries = edits.entries.map((entry): EditEntry => {
    if (entry.key !== key || entry.text === undefined) return entry;
    const now = generatedAt(generated, bound?.get(entry));
    if (now) return { ...entry, ...now };
    const { base: _base, parsedBase: _parsed, from: _from, ...rest } = entry;
    return { ...rest, key: unusedEditKey(edits.entries.map((other) => other.key)) };
  });
  const removed = edits.removed.flatMap((entry) => {
    if (entry.key !== key) return [entry];
    const place = generated?.provenance.findIndex((made) => made.key === key);
    return generatedAt(generated, place) ?? [];
  });
  return setEdits(draft, id, { ...edits, entries, removed });
}

function generatedAt(generated: ComposedDocument | undefined, index = -1) {
  const statement = generated?.policy.Statement[index];
  const key = generated?.provenance[index]?.key;
  if (!statement || key === undefined) return undefined;
  const base = minifyStatement(statement);
  return { key, base, parsedBase: { text: base, statement } };
}
