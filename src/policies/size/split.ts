import type { ComposedDocument } from '../model/composedDocument.ts';
import { divideStatement } from './divide.ts';
import { denialsByAllow } from './denialsByAllow.ts';
import { packIntoGroups, packGuarded } from './pack.ts';
import { type Piece, pieceSizes } from './piece.ts';
import type { Quota } from './quotas.ts';

/** How many documents one principal, account or endpoint gets, against the quota for that kind. */
export interface Attachments {
  /** Id of the document before it was split. */
  readonly document: string;
  readonly count: number;
  readonly limit: number;
  readonly state: 'fits' | 'over';
}

export interface Split {
  readonly documents: readonly ComposedDocument[];
  readonly attachments: readonly Attachments[];
  /** Ids of documents with a statement that is over the limit by itself and cannot be divided; they are left whole. */
  readonly tooLarge: readonly string[];
  /** Ids of documents with more parts than may be attached, whose denials do not fit beside what they guard. */
  readonly unguarded: readonly string[];
}

/**
 * Documents within a quota: one that is over the limit becomes the fewest documents that hold its statements, named
 * `…-1`, `…-2`. Together they allow and deny exactly what the one did. Statements stay in their order as far as that
 * costs no document, so that a small change moves few. With more documents than may be attached, every document gets
 * the denials that guard what it allows: no choice of attachments then lets anything through unguarded.
 */
export function split(documents: readonly ComposedDocument[], quota: Quota): Split {
  const results = documents.map((document) => ({ document, ...partsOf(document, quota) }));
  const idsOf = (problem: Problem) =>
    results.filter((result) => result.problem === problem).map(({ document }) => document.id);
  return {
    documents: results.flatMap(({ parts }) => parts),
    attachments: results.map(({ document, parts }) => attachmentsOf(document, parts.length, quota)),
    tooLarge: idsOf('tooLarge'),
    unguarded: idsOf('unguarded'),
  };
}

function attachmentsOf({ id }: ComposedDocument, count: number, { attachments }: Quota): Attachments {
  return { document: id, count, limit: attachments, state: count > attachments ? 'over' : 'fits' };
}

type Problem = 'tooLarge' | 'unguarded';

interface Parts {
  readonly parts: readonly ComposedDocument[];
  readonly problem?: Problem;
}

function partsOf(document: ComposedDocument, quota: Quota): Parts {
  const { envelope, sizeOf } = pieceSizes(quota);
  const whole = piecesOf(document).map((piece) => ({ piece, size: sizeOf(piece) }));
  const capacity = quota.limit - envelope;
  if (whole.reduce((sum, { size }) => sum + size, 0) <= capacity) return { parts: [document] };
  const items = whole.flatMap((item) => divideStatement(item, capacity, sizeOf));
  if (items.some(({ size }) => size > capacity)) return { parts: [document], problem: 'tooLarge' };
  const bins = packIntoGroups(items, capacity);
  if (bins.length <= quota.attachments) return { parts: numbered(document, bins) };
  const guarded = packGuarded(items, capacity, denialsByAllow(items.map(({ piece }) => piece)));
  if (guarded) return { parts: numbered(document, guarded) };
  return { parts: numbered(document, bins), problem: 'unguarded' };
}

const numbered = (document: ComposedDocument, bins: readonly (readonly Piece[])[]) =>
  bins.map((bin, index) => partOf(document, bin, index + 1));

function piecesOf({ policy, provenance }: ComposedDocument): readonly Piece[] {
  return policy.Statement.map((statement, index) => ({
    statement,
    provenance: provenance[index] ?? { sources: [], actions: {} },
  }));
}

function partOf(document: ComposedDocument, pieces: readonly Piece[], number: number): ComposedDocument {
  return {
    ...document,
    id: `${document.id}-${number}`,
    partOf: document.id,
    title: `${document.title} ${number}`,
    policy: { ...document.policy, Statement: pieces.map(({ statement }) => statement) },
    provenance: pieces.map(({ provenance }) => provenance),
  };
}
