import type { ComposedDocument } from '../model/composedDocument.ts';
import { minifyStatement } from '../language/print.ts';
import { type DocumentEdits, type EditEntry, isAdded } from '../model/documentEdits.ts';
import { statementOfEntry } from './entryContent.ts';

/**
 * Which generated statement each entry is for, by its place among them. The Sid decides; where the choices gave the
 * statement another one, its content does, and for an edited Allow the templates that it came from. An edited Deny without its
 * statement stays beside what the choices make: taking a new denial away for an old edit would let something through.
 */
export function matchEntriesToStatements(
  generated: ComposedDocument,
  edits: DocumentEdits,
): ReadonlyMap<EditEntry, number> {
  const bound = new Map<EditEntry, number>();
  const free = new Map(generated.provenance.map(({ key }, index) => [index, key ?? '']));
  const entries = edits.entries.filter((entry) => !isAdded(entry));
  const take = (entry: EditEntry, index: number | undefined) => {
    if (index === undefined) return;
    bound.set(entry, index);
    free.delete(index);
  };
  const byKey = new Map([...free].map(([index, key]) => [key, index]));
  for (const entry of entries) take(entry, byKey.get(entry.key));
  for (const index of removedPlaces(generated, edits)) free.delete(index);
  for (const entry of entries) if (!bound.has(entry)) take(entry, sameContent(generated, entry, free.keys()));
  for (const entry of entries)
    if (!bound.has(entry)) take(entry, sameTemplates(generated, entry, free.keys()));
  return bound;
}

/** Places of the generated statements that a person removed: by their Sid, or by their content where they have another one now. */
export function removedPlaces(generated: ComposedDocument, { removed }: DocumentEdits): ReadonlySet<number> {
  if (removed.length === 0) return new Set();
  const byKey = new Map(generated.provenance.map(({ key }, index) => [key ?? '', index]));
  const all = [...generated.policy.Statement.keys()];
  const places = removed.map((entry) => byKey.get(entry.key) ?? sameContent(generated, entry, all));
  return new Set(places.filter((place) => place !== undefined));
}

function sameContent(
  { policy }: ComposedDocument,
  { base }: Pick<EditEntry, 'base'>,
  free: Iterable<number>,
) {
  if (base === undefined) return undefined;
  const wanted = withoutSid(base);
  return [...free].find((index) => {
    const statement = policy.Statement[index];
    return statement !== undefined && withoutSid(minifyStatement(statement)) === wanted;
  });
}

/** A generated statement always begins with its Sid. */
export const withoutSid = (minified: string): string => minified.replace(/^\{"Sid":"[0-9A-Za-z]*",/, '{');

function sameTemplates({ policy, provenance }: ComposedDocument, entry: EditEntry, free: Iterable<number>) {
  const from = new Set(entry.from);
  if (statementOfEntry(entry)?.Effect !== 'Allow') return undefined;
  return [...free].find(
    (index) =>
      policy.Statement[index]?.Effect === 'Allow' &&
      provenance[index]?.sources.some(({ template }) => from.has(template)),
  );
}
