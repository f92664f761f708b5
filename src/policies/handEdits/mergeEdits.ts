import { type DocumentEdits, type EditEntry, unusedEditKey, isAdded } from '../model/documentEdits.ts';

/**
 * What was written in a document in two places at once, as one: `one` and `theirs` both began as `basis`. Each statement is as
 * the person who changed it has it. `undefined` where both changed the same one, or the same text around the statements.
 */
export function mergeEdits(
  basis: DocumentEdits,
  one: DocumentEdits,
  theirs: DocumentEdits,
): DocumentEdits | undefined {
  const other = withFreeKeys(basis, one, theirs);
  const keys = new Set([basis, one, other].flatMap(keysOf));
  const changed = new Set([...keys].filter((key) => stateOf(other, key) !== stateOf(basis, key)));
  const clash = [...changed].some(
    (key) => stateOf(one, key) !== stateOf(basis, key) && stateOf(one, key) !== stateOf(other, key),
  );
  const envelope = mergeEnvelope(basis, one, other);
  if (clash || !envelope) return undefined;
  return {
    ...(one.own ? { own: one.own } : {}),
    ...envelope,
    entries: mergeEntries(one, other, changed),
    removed: [
      ...one.removed.filter(({ key }) => !changed.has(key)),
      ...other.removed.filter(({ key }) => changed.has(key)),
    ],
  };
}

/** Both may have added statements, and counted them from the same number on. */
function withFreeKeys(basis: DocumentEdits, one: DocumentEdits, other: DocumentEdits): DocumentEdits {
  const allKeys = new Set([basis, one, other].flatMap(keysOf));
  const keysBefore = new Set(keysOf(basis));
  const used = new Set(keysOf(one));
  const entries = other.entries.map((entry) => {
    if (!isAdded(entry) || keysBefore.has(entry.key) || !used.has(entry.key)) return entry;
    const key = unusedEditKey(allKeys);
    allKeys.add(key);
    return { ...entry, key };
  });
  return { ...other, entries };
}

const keysOf = ({ entries, removed }: DocumentEdits): readonly string[] =>
  [...entries, ...removed].map(({ key }) => key);

/** All that was written of a statement; the same for one of which nothing was. The comma before it depends on its place alone. */
function stateOf({ entries, removed }: DocumentEdits, key: string): string {
  const { text, base, lead } = entries.find((entry) => entry.key === key) ?? {};
  return JSON.stringify([text, base, lead?.replace(',', ''), removed.some((entry) => entry.key === key)]);
}

type Envelope = Pick<DocumentEdits, 'head' | 'tail' | 'parsed'>;

function mergeEnvelope(basis: Envelope, one: Envelope, other: Envelope): Envelope | undefined {
  const same = (a: Envelope, b: Envelope) => a.head === b.head && a.tail === b.tail;
  if (!same(one, basis) && !same(other, basis) && !same(one, other)) return undefined;
  const { head, tail, parsed } = same(other, basis) ? one : other;
  return head === undefined || tail === undefined ? {} : { head, tail, ...(parsed ? { parsed } : {}) };
}

/** In the order of `one`. Entries that only `other` has come after their predecessor there. */
function mergeEntries(one: DocumentEdits, other: DocumentEdits, changed: ReadonlySet<string>) {
  const theirs = new Map(other.entries.map((entry) => [entry.key, entry]));
  const merged: EditEntry[] = one.entries.flatMap((entry) => {
    const their = theirs.get(entry.key);
    return changed.has(entry.key) ? (their ?? []) : entry;
  });
  other.entries.forEach((entry, index) => {
    if (!changed.has(entry.key) || merged.some(({ key }) => key === entry.key)) return;
    const before = other.entries[index - 1]?.key;
    merged.splice(merged.findIndex(({ key }) => key === before) + 1, 0, entry);
  });
  return merged;
}
