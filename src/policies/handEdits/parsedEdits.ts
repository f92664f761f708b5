import { parsePolicy } from '../language/parse.ts';
import { POLICY_VERSION, type PolicyDocument, type Statement } from '../language/policy.ts';
import type { WrittenEnvelope } from '../model/composedDocument.ts';
import {
  type DocumentEdits,
  type EditEntry,
  opensList,
  type ParsedBase,
  type ParsedEnvelope,
  type ParsedStatement,
} from '../model/documentEdits.ts';
import type { Draft } from '../model/draft.ts';
import { envelopePlaces, placesByStatement } from './slices.ts';

/** Reads what a person wrote. A person who puts a text into an entry puts what it says beside it. */

/** A single statement from its text: `{…}, {…}` and `{…}]` are none. */
export function parseStatement(text: string): ParsedStatement {
  const before = `{"Version":"${POLICY_VERSION}","Statement":[`;
  const read = parsePolicy(`${before}${text}]}`);
  const [statement, ...others] = read.ok ? read.policy.Statement : [];
  if (!read.ok || !statement || others.length > 0) return { text, places: [] };
  const [places = []] = placesByStatement(read.ranges, [before.length]);
  return { text, statement, places };
}

/** Version and Id as a written envelope has them. */
export function parseEnvelope({ head, tail }: WrittenEnvelope): ParsedEnvelope {
  const list = opensList(head) ? '' : '[]';
  const read = parsePolicy(head + list + tail);
  if (!read.ok || read.policy.Statement.length > 0) return { head, tail, places: [] };
  const { Statement: _none, ...policy } = read.policy;
  return { head, tail, policy, places: envelopePlaces(read.ranges, head.length, list.length) };
}

export const readStatement = (text: string): Statement | undefined => parseStatement(text).statement;

export const readEnvelope = (envelope: WrittenEnvelope): Omit<PolicyDocument, 'Statement'> | undefined =>
  parseEnvelope(envelope).policy;

/** The draft with what its texts say beside them: the same draft where it is there. */
export function withParsedEdits(draft: Draft): Draft {
  const edits = Object.entries(draft.edits).map(([id, one]) => [id, parsedEdits(one)] as const);
  if (edits.every(([id, one]) => one === draft.edits[id])) return draft;
  return { ...draft, edits: Object.fromEntries(edits) };
}

/** Hand edits with what their texts say beside them: the same edits where it is there. */
export function parsedEdits(edits: DocumentEdits): DocumentEdits {
  const { head, tail, parsed } = edits;
  const entries = edits.entries.map(parsedEntry);
  const removed = edits.removed.map(withParsedBase);
  const isWritten = head !== undefined && tail !== undefined;
  const isRead = !isWritten || (parsed?.head === head && parsed.tail === tail);
  const same = <Item>(all: readonly Item[], others: readonly Item[]) =>
    all.every((one, index) => one === others[index]);
  if (isRead && same(entries, edits.entries) && same(removed, edits.removed)) return edits;
  return { ...edits, ...(isRead ? {} : { parsed: parseEnvelope({ head, tail }) }), entries, removed };
}

function parsedEntry(entry: EditEntry): EditEntry {
  const { text, parsed } = entry;
  const withBase = withParsedBase(entry);
  return text === undefined || parsed?.text === text
    ? withBase
    : { ...withBase, parsed: parseStatement(text) };
}

function withParsedBase<Entry extends { readonly base?: string; readonly parsedBase?: ParsedBase }>(
  entry: Entry,
): Entry {
  const { base, parsedBase } = entry;
  return base === undefined || parsedBase?.text === base ? entry : { ...entry, parsedBase: parseBase(base) };
}

/** The statement that was generated then. */
export function parseBase(text: string): ParsedBase {
  const { places: _unused, ...base } = parseStatement(text);
  return base;
}
