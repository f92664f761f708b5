import type { DocumentKind } from '../policies/document.ts';
import { createDraft, type Draft } from '../policies/draft.ts';
import { addOwnDocument } from '../policies/edits/own.ts';
import { readDraft } from '../policies/readDraft.ts';
import { edit, pin, show, useStore } from './store.ts';

/** Policies from elsewhere become documents of the draft, and the point that Changes compares with. */

export interface Taken {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly text: string;
}

export interface TakenIn {
  /** Ids of the documents, in the order of the policies. */
  readonly ids: readonly string[];
  /** Titles of those that a draft cannot keep: with one of them it could not be read again. */
  readonly tooLarge: readonly string[];
  /** Whether Changes compares with them now: there is room for so many pins only. */
  readonly pinned: boolean;
}

/** One step of the history. `time` is the local time of day, written out, for the name of the baseline. */
export function takeIn(policies: readonly Taken[], time: string): TakenIn {
  const { draft, ids, tooLarge } = withPolicies(useStore.getState().draft, policies);
  if (ids.length === 0) return { ids, tooLarge, pinned: true };
  const count = ids.length === 1 ? 'policy' : `${ids.length} policies`;
  edit(() => draft, `Imported ${count}`);
  const { pins } = useStore.getState();
  pin(`imported ${count}, ${time}`, onlyDocuments(draft, ids));
  const [documentId = null] = ids;
  show({ documentId, view: 'policy', half: 'policy', preview: null });
  return { ids, tooLarge, pinned: useStore.getState().pins !== pins };
}

function withPolicies(
  start: Draft,
  policies: readonly Taken[],
): Omit<TakenIn, 'pinned'> & { readonly draft: Draft } {
  const ids: string[] = [];
  const tooLarge: string[] = [];
  let draft = start;
  for (const policy of policies) {
    const added = addOwnDocument(draft, policy);
    if (added.draft === draft || !readDraft(added.draft).ok) {
      tooLarge.push(policy.title);
      continue;
    }
    draft = added.draft;
    ids.push(added.id);
  }
  return { draft, ids, tooLarge };
}

function onlyDocuments({ name, edits }: Draft, ids: readonly string[]): Draft {
  const kept = Object.entries(edits).filter(([id]) => ids.includes(id));
  return createDraft({ name, edits: Object.fromEntries(kept) });
}
