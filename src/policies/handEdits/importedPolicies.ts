import type { DocumentKind, PolicyDocument } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { type ParseResult, parsePolicy } from '../language/parse.ts';
import { type PlacedValue, rangeTable } from '../language/ranges.ts';
import { setEdits } from './changeEdits.ts';
import type { DocumentEdits, EditEntry } from '../model/documentEdits.ts';
import { type ParsedSlices, parsedSlices } from './slices.ts';

/** Policies from elsewhere, which no choice makes: every statement in them is stored as if written by hand. */

/** A policy from elsewhere: what it is called, what it is, and its JSON. */
export interface PolicyToImport {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly text: string;
  /** What the text says, and where its values are in it, from the person who has parsed it. Both or none. */
  readonly policy?: PolicyDocument;
  readonly places?: readonly PlacedValue[];
}

/**
 * Adds a policy to a draft under a new id, word for word but for its line ends. A text that is no policy changes nothing.
 */
export function addImportedPolicy(
  draft: Draft,
  policy: PolicyToImport,
): { readonly draft: Draft; readonly id: string } {
  const edits = importedPolicyEdits(policy);
  const [id = ''] = unusedImportIds(draft, 1);
  return { draft: edits ? setEdits(draft, id, edits) : draft, id };
}

/** The edits that make a policy's text a document, word for word but for its line ends; nothing where the text is no policy. */
export function importedPolicyEdits(given: PolicyToImport): DocumentEdits | undefined {
  const { title, kind } = given;
  const normalized = given.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const read = readingOf(given, normalized);
  if (!read.ok) return undefined;
  return { own: { title, kind }, ...editsOfWholeText(parsedSlices(normalized, read.policy, read.ranges)) };
}

function readingOf({ text, policy, places }: PolicyToImport, normalized: string): ParseResult {
  if (!policy || !places || text !== normalized) return parsePolicy(normalized);
  return { ok: true, policy, ranges: rangeTable(normalized, () => places) };
}

/** A text as edits that make all of it; statements beyond the keys get others. */
export function editsOfWholeText(sliced: ParsedSlices, keys: readonly string[] = []): DocumentEdits {
  const { head, tail, slices, parsed, envelope } = sliced;
  const entries = slices.map(({ text, lead }, index): EditEntry => {
    const read = parsed[index];
    return { key: keys[index] ?? `hand-${index + 1}`, text, lead, ...(read ? { parsed: read } : {}) };
  });
  return { head, tail, parsed: envelope, entries, removed: [] };
}

/** Adds policies in their order, each under a new id. Takes time in proportion to their number. */
export function addImportedPolicies(
  draft: Draft,
  documents: readonly DocumentEdits[],
): { readonly draft: Draft; readonly ids: readonly string[] } {
  const ids = unusedImportIds(draft, documents.length);
  const added = documents.map((edits, index) => [ids[index] ?? '', edits] as const);
  return { draft: { ...draft, edits: { ...draft.edits, ...Object.fromEntries(added) } }, ids };
}

/** The first ids that no document of a draft has. */
export function unusedImportIds({ edits }: Draft, count: number): readonly string[] {
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number += 1) {
    const id = `own-${number}`;
    if (!edits[id]) ids.push(id);
  }
  return ids;
}

export function renameImportedPolicy(draft: Draft, id: string, title: string): Draft {
  const edits = draft.edits[id];
  return edits?.own ? setEdits(draft, id, { ...edits, own: { ...edits.own, title } }) : draft;
}

/** Removes statements, by their places, from an imported policy; the policy goes with the last one. */
export function removeImportedStatements(draft: Draft, id: string, statements: readonly number[]): Draft {
  const edits = draft.edits[id];
  if (!edits?.own) return draft;
  const entries = edits.entries.filter((_, index) => !statements.includes(index));
  return setEdits(draft, id, entries.length === 0 ? undefined : { ...edits, entries });
}
