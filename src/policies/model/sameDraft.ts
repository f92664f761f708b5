import type { Draft } from './draft.ts';
import { isSame } from './sameJson.ts';
import { storedDraft } from './storedDraft.ts';

/** Whether two drafts are stored as the same. */
export const isSameDraft = (one: Draft, other: Draft): boolean =>
  isSame(storedDraft(one), storedDraft(other));
