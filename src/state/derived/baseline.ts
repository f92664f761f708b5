import type { DocumentKind } from '../../policies/language/policy.ts';
import { areOfTwoResources } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';
import {
  combinedOf,
  emptyFormOf,
  isCombined,
  type PrintedDocument,
  publishedFormOf,
  wholeDocumentsOf,
} from './derived.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';
import type { BaselineRef } from '../screen.ts';

export interface Baseline {
  readonly name: string;
  /** Absent when there is nothing to compare with yet. */
  readonly draft: Draft | undefined;
}

/** The draft that Changes compares with, and the name that it is shown under. */
export function resolveBaseline(
  ref: BaselineRef,
  draft: Draft,
  previous: Draft | undefined,
  snapshots: readonly Snapshot[],
): Baseline {
  switch (ref.kind) {
    case 'published':
      return { name: 'AWS guide', draft: publishedFormOf(draft) };
    case 'nothing':
      return { name: 'nothing', draft: emptyFormOf(draft) };
    case 'previous':
      return { name: 'previous version', draft: previous };
    case 'snapshot': {
      const snapshot = snapshots.find((candidate) => candidate.id === ref.id);
      return { name: snapshot ? snapshotLabel(snapshot) : 'deleted snapshot', draft: snapshot?.draft };
    }
    default:
      return ref satisfies never;
  }
}

/** A snapshot among other things that can be compared with; `Snapshot 1` says itself what it is. */
export function snapshotLabel({ name, origin }: Pick<Snapshot, 'name' | 'origin'>): string {
  if (origin === 'own') return `Your own set: ${name}`;
  if (origin === 'sender') return `Sender’s baseline: ${name}`;
  return name.startsWith('Snapshot ') ? name : `Snapshot: ${name}`;
}

/** Whether a baseline can have a document of a kind at all: the guide has no trust policies, boundaries or control policies. */
export const isComparable = (ref: BaselineRef, kind: DocumentKind): boolean =>
  ref.kind !== 'published' || kind === 'identity' || kind === 'vpc-endpoint';

/**
 * What a document was in an earlier draft: the same one, else, where the personas were laid out otherwise, what the same personas
 * had in its place, else the documents of the person's own that are gone now: choices took their place. Empty when
 * there was none.
 */
export function documentsBefore(
  baseline: Draft,
  document: PrintedDocument,
  draft: Draft,
): readonly PrintedDocument[] {
  if (isCombined(document)) return rolesBefore(baseline);
  const earlier = wholeDocumentsOf(baseline).filter(({ kind }) => kind === document.kind);
  const same = earlier.filter((one) => one.id === document.id && !areOfTwoResources(one, document));
  if (same.length > 0) return same;
  const ofPersonas = earlier.filter(({ personas }) => personas.some((id) => document.personas.includes(id)));
  if (ofRoles.has(document.kind) && ofPersonas.length > 0) return ofPersonas;
  return earlier.filter(({ id }) => baseline.edits[id]?.own && !draft.edits[id]);
}

const ofRoles: ReadonlySet<DocumentKind> = new Set(['identity', 'trust']);

/** The combined view of an earlier draft, or its one role's permissions. */
function rolesBefore(baseline: Draft): readonly PrintedDocument[] {
  const view = combinedOf(baseline);
  if (view) return [view];
  return wholeDocumentsOf(baseline).filter(
    ({ kind, personas }) => kind === 'identity' && personas.length > 0,
  );
}

/** The documents that one replaces, by their titles; nothing where it is the same one. */
export const inPlaceOf = (document: PrintedDocument, before: readonly PrintedDocument[]): string =>
  before.some(({ id }) => id === document.id) ? '' : before.map(({ title }) => title).join(', ');

/** Documents that had no counterpart in an earlier draft. */
export const documentsNew = (baseline: Draft, draft: Draft): readonly PrintedDocument[] =>
  wholeDocumentsOf(draft).filter((document) => documentsBefore(baseline, document, draft).length === 0);

/** Documents of an earlier draft that have no counterpart now. */
export function documentsGone(baseline: Draft, draft: Draft): readonly PrintedDocument[] {
  const counterparts = new Set(
    wholeDocumentsOf(draft).flatMap((document) => documentsBefore(baseline, document, draft)),
  );
  return wholeDocumentsOf(baseline).filter((document) => !counterparts.has(document));
}
