import type { ComposedDocument, StatementProvenance, WrittenEnvelope } from '../model/composedDocument.ts';
import { listOf, POLICY_VERSION, type Statement } from '../language/policy.ts';
import { matchEntriesToStatements, removedPlaces } from './matchEntries.ts';
import { type DocumentEdits, type EditEntry, isAdded, type ParsedEnvelope } from '../model/documentEdits.ts';
import { envelopeOfEdits, statementOfEntry } from './entryContent.ts';

type Edits = Readonly<Record<string, DocumentEdits>>;

/** Generated documents with what a person wrote in them, and after them the imported policies. */
export function documentsWithEdits(
  generated: readonly ComposedDocument[],
  edits: Edits,
): readonly ComposedDocument[] {
  const imported = Object.entries(edits).flatMap(([id, entry]) => importedDocument(id, entry) ?? []);
  if (Object.keys(edits).length === 0) return generated;
  return [
    ...generated.map((document) => {
      const found = edits[document.id];
      return found && !found.own ? applyEdits(document, found) : document;
    }),
    ...imported,
  ];
}

const importedDocuments = new WeakMap<DocumentEdits, ComposedDocument>();

/** The imported policy that edits hold whole, under an id; the same object for the same edits. Nothing where they only change a generated document. */
export function importedDocument(id: string, edits: DocumentEdits): ComposedDocument | undefined {
  if (!edits.own) return undefined;
  const last = importedDocuments.get(edits);
  if (last?.id === id) return last;
  const policy = { Version: POLICY_VERSION, Statement: [] };
  const document = layEdits({ id, ...edits.own, personas: [], policy, provenance: [] }, edits);
  importedDocuments.set(edits, document);
  return document;
}

/** A statement in its place, from the choices or from a person. */
interface Placed {
  readonly statement: Statement;
  readonly provenance: StatementProvenance;
  /** Place among the generated statements, where it is one of them. */
  readonly index?: number;
}

const editedDocuments = new WeakMap<
  ComposedDocument,
  { readonly edits: DocumentEdits; readonly document: ComposedDocument }
>();

/**
 * A generated document with what a person made of it. Statements stand in the person's order; one that the choices make since
 * then follows the one that it follows among the generated ones. A text that is no statement has no effect: reading a draft
 * refuses it.
 */
export function applyEdits(generated: ComposedDocument, edits: DocumentEdits): ComposedDocument {
  const last = editedDocuments.get(generated);
  if (last?.edits === edits) return last.document;
  const document = layEdits(generated, edits);
  editedDocuments.set(generated, { edits, document });
  return document;
}

function layEdits(generated: ComposedDocument, edits: DocumentEdits): ComposedDocument {
  const bound = matchEntriesToStatements(generated, edits);
  const placed = edits.entries.flatMap((entry) => placeEntry(generated, entry, bound.get(entry)) ?? []);
  const all = withNew(generated, placed, removedPlaces(generated, edits));
  const envelope = envelopeOfEdits(edits);
  const { Version, Id } = envelope?.policy ?? generated.policy;
  return {
    ...generated,
    ...(envelope ? { envelope: writtenEnvelope(envelope) } : {}),
    policy: {
      ...(Version === undefined ? {} : { Version }),
      ...(Id === undefined ? {} : { Id }),
      Statement: all.map(({ statement }) => statement),
    },
    provenance: all.map(({ provenance }) => provenance),
  };
}

const writtenEnvelope = ({ head, tail, places }: ParsedEnvelope): WrittenEnvelope => ({ head, tail, places });

function placeEntry(
  { policy, provenance }: ComposedDocument,
  entry: EditEntry,
  index: number | undefined,
): Placed | undefined {
  const { text, parsed, lead } = entry;
  const generatedFor = index === undefined ? undefined : provenance[index];
  const generated = index === undefined ? undefined : policy.Statement[index];
  const statement = statementOfEntry(entry) ?? generated;
  if (!statement) return undefined;
  const wrote = text !== undefined && statement !== generated;
  const written = {
    ...(wrote ? { text, places: parsed?.places ?? [] } : {}),
    ...(lead === undefined ? {} : { lead }),
  };
  return {
    statement,
    provenance: {
      ...(wrote ? provenanceOfEdited(statement, generatedFor) : (generatedFor ?? noProvenance)),
      key: entry.key,
      ...(Object.keys(written).length > 0 ? { written } : {}),
    },
    ...(index === undefined ? {} : { index }),
  };
}

const noProvenance: StatementProvenance = { sources: [], actions: {} };

/** An action that the choices ask for still serves them; one that a person added serves no one's choice. */
function provenanceOfEdited(
  statement: Statement,
  generated: StatementProvenance = noProvenance,
): StatementProvenance {
  const actions = listOf(statement.Action).map(
    (action) => [action, generated.actions[action] ?? []] as const,
  );
  return { sources: generated.sources, actions: Object.fromEntries(actions) };
}

/** Adds the generated statements that no entry is for, each after its nearest neighbor. */
function withNew(
  { policy, provenance }: ComposedDocument,
  placed: readonly Placed[],
  removed: ReadonlySet<number>,
): readonly Placed[] {
  const all = [...placed];
  const present = new Set(placed.map(({ index }) => index));
  policy.Statement.forEach((statement, index) => {
    const made = provenance[index] ?? noProvenance;
    if (present.has(index) || removed.has(index)) return;
    all.splice(placeFor(all, index), 0, { statement, provenance: made, index });
    present.add(index);
  });
  return all;
}

function placeFor(all: readonly Placed[], index: number): number {
  for (let before = index - 1; before >= 0; before -= 1) {
    const at = all.findIndex((entry) => entry.index === before);
    if (at !== -1) return at + 1;
  }
  return 0;
}

/** Ids of documents that were edited by hand, that the choices no longer make, and that are not imported. */
export function dormantEdits(generated: readonly ComposedDocument[], edits: Edits): readonly string[] {
  const made = new Set(generated.map(({ id }) => id));
  return Object.entries(edits).flatMap(([id, { own, entries, removed }]) =>
    own ||
    made.has(id) ||
    (removed.length === 0 && entries.every((entry) => entry.text === undefined && !isAdded(entry)))
      ? []
      : [id],
  );
}
