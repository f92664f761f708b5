import * as changes from '../handEdits/changeEdits.ts';
import { parsedEdits, parseEnvelope, parseStatement, withParsedEdits } from '../handEdits/parsedEdits.ts';
import * as printing from '../handEdits/printDocument.ts';
import * as writing from '../handEdits/readWritten.ts';
import * as listing from '../handEdits/statementEdits.ts';
import type { PrintedPolicy } from '../language/print.ts';
import type { ComposedDocument, StatementProvenance } from '../model/composedDocument.ts';
import type { DocumentEdits } from '../model/documentEdits.ts';
import type { Draft } from '../model/draft.ts';

/**
 * The functions of the engine for tools that make hand edits themselves, as texts with nothing beside them. Within the engine and
 * the page the person who makes an entry reads its text, once.
 */

/**
 * The person's statement stays, and what is generated now counts as seen. If no statement is generated any more, the statement
 * becomes one that the person added; a removed one that is no longer generated is forgotten.
 */
export const keepStatement = (draft: Draft, id: string, key: string, generated?: ComposedDocument): Draft =>
  changes.keepStatement(withParsedEdits(draft), id, key, generated);

/** Every statement of a document that a person edited, added or removed, in the order of the text, removed ones last. */
export const statementEdits = (generated: ComposedDocument | undefined, edits: DocumentEdits) =>
  listing.statementEdits(generated, parsedEdits(edits));

/** A text that was typed, as edits of the statements that it changes; `undefined` edits where it is what the choices make. */
export const readWritten = (basis: writing.TypingBasis, text: string) =>
  writing.readWritten({ ...basis, edits: parsedEdits(basis.edits) }, text);

/** A document as its text: what a person wrote word for word, the rest as `printPolicy` has it. */
export const printDocument = (document: ComposedDocument): PrintedPolicy =>
  printing.printDocument(withPlaces(document));

function withPlaces(document: ComposedDocument): ComposedDocument {
  const { envelope, provenance } = document;
  const places = envelope && (envelope.places ?? parseEnvelope(envelope).places);
  return {
    ...document,
    provenance: provenance.map(withPlacesOfText),
    ...(envelope && places ? { envelope: { ...envelope, places } } : {}),
  };
}

function withPlacesOfText(provenance: StatementProvenance): StatementProvenance {
  const { written } = provenance;
  if (written?.text === undefined || written.places) return provenance;
  return { ...provenance, written: { ...written, places: parseStatement(written.text).places } };
}
