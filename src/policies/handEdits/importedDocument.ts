import type { DocumentKind, PolicyDocument } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { type ParseResult, parsePolicy } from '../language/parse.ts';
import { type PlacedValue, rangeTable } from '../language/ranges.ts';
import { setEdits } from './changeEdits.ts';
import type { DocumentEdits, EditEntry } from '../model/documentEdits.ts';
import { type ParsedSlices, parsedSlices } from './slices.ts';

/** Documents that no choice makes: taken in from elsewhere, every statement in them written by hand. */

/** A policy from elsewhere: what it is called, what it is, and its JSON. */
export interface OwnPolicy {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly text: string;
  /** What the text says, and where its values are in it, from whoever has parsed it. Both or none. */
  readonly policy?: PolicyDocument;
  readonly places?: readonly PlacedValue[];
}

/**
 * A document of the person's own, word for word but for its line ends, under an id of its own. The text must be a policy:
 * another one changes nothing.
 */
export function addOwnDocument(
  draft: Draft,
  policy: OwnPolicy,
): { readonly draft: Draft; readonly id: string } {
  const edits = ownEdits(policy);
  const [id = ''] = freeIds(draft, 1);
  return { draft: edits ? setEdits(draft, id, edits) : draft, id };
}

/** The edits that make a policy's text a document, word for word but for its line ends; nothing where the text is no policy. */
export function ownEdits(given: OwnPolicy): DocumentEdits | undefined {
  const { title, kind } = given;
  const own = given.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const read = readingOf(given, own);
  if (!read.ok) return undefined;
  return { own: { title, kind }, ...wholeDocument(parsedSlices(own, read.policy, read.ranges)) };
}

function readingOf({ text, policy, places }: OwnPolicy, own: string): ParseResult {
  if (!policy || !places || text !== own) return parsePolicy(own);
  return { ok: true, policy, ranges: rangeTable(own, () => places) };
}

/** A text as edits that make all of it; statements beyond the keys get others. */
export function wholeDocument(sliced: ParsedSlices, keys: readonly string[] = []): DocumentEdits {
  const { head, tail, slices, parsed, envelope } = sliced;
  const entries = slices.map(({ text, lead }, index): EditEntry => {
    const read = parsed[index];
    return { key: keys[index] ?? `hand-${index + 1}`, text, lead, ...(read ? { parsed: read } : {}) };
  });
  return { head, tail, parsed: envelope, entries, removed: [] };
}

/** Documents of the person's own, each under an id of its own, in their order: takes time in proportion to their number. */
export function addOwnEdits(
  draft: Draft,
  documents: readonly DocumentEdits[],
): { readonly draft: Draft; readonly ids: readonly string[] } {
  const ids = freeIds(draft, documents.length);
  const added = documents.map((edits, index) => [ids[index] ?? '', edits] as const);
  return { draft: { ...draft, edits: { ...draft.edits, ...Object.fromEntries(added) } }, ids };
}

/** The first ids that no document of a draft has. */
export function freeIds({ edits }: Draft, count: number): readonly string[] {
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number += 1) {
    const id = `own-${number}`;
    if (!edits[id]) ids.push(id);
  }
  return ids;
}

export function renameOwnDocument(draft: Draft, id: string, title: string): Draft {
  const edits = draft.edits[id];
  return edits?.own ? setEdits(draft, id, { ...edits, own: { ...edits.own, title } }) : draft;
}

/** Takes statements, by their places, out of a document of the person's own; the document goes with the last one. */
export function removeOwnStatements(draft: Draft, id: string, statements: readonly number[]): Draft {
  const edits = draft.edits[id];
  if (!edits?.own) return draft;
  const entries = edits.entries.filter((_, index) => !statements.includes(index));
  return setEdits(draft, id, entries.length === 0 ? undefined : { ...edits, entries });
}
