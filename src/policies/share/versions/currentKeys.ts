import { generate } from '../../compose/compose.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Draft } from '../../model/draft.ts';
import { minifyStatement } from '../../language/print.ts';
import { withoutSid } from '../../handEdits/matchEntries.ts';
import type { DocumentEdits } from '../../model/documentEdits.ts';

/**
 * A draft whose hand edits are stored under the Sids that statements have now. Drafts of version 0.1 have them under Sids that
 * depended on what else was selected. What is stored under a Sid of today stays.
 */
export function withCurrentKeys(draft: Draft, ruleset: Ruleset): Draft {
  if (Object.values(draft.edits).every(({ own }) => own)) return draft;
  const documents = generate({ ...draft, edits: {} }, ruleset);
  const edits = Object.entries(draft.edits).map(([id, entry]) => {
    const document = entry.own ? undefined : documents.find((made) => made.id === id);
    return [id, document ? renamed(entry, document) : entry] as const;
  });
  return { ...draft, edits: Object.fromEntries(edits) };
}

function renamed(edits: DocumentEdits, { policy, provenance }: ComposedDocument): DocumentEdits {
  const current = new Map(provenance.map(({ key }, index) => [key, index]));
  const contentAt = (index: number | undefined) => {
    const statement = index === undefined ? undefined : policy.Statement[index];
    return statement && withoutSid(minifyStatement(statement));
  };
  const former = new Map(provenance.flatMap((made, index) => (made.former ? [[made.former, index]] : [])));
  const used = new Set([...edits.entries, ...edits.removed].map(({ key }) => key));
  const rename = <Entry extends { readonly key: string; readonly base?: string }>(entry: Entry): Entry => {
    const index = former.get(entry.key);
    const key = index === undefined ? undefined : provenance[index]?.key;
    const isOfToday =
      current.has(entry.key) && (entry.base === undefined || withoutSid(entry.base) !== contentAt(index));
    if (key === undefined || isOfToday || used.has(key)) return entry;
    return { ...entry, key };
  };
  return { ...edits, entries: edits.entries.map(rename), removed: edits.removed.map(rename) };
}
