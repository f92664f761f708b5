import type { Draft } from '../../policies/model/draft.ts';
import { storedDraft } from '../../policies/model/storedDraft.ts';
import { session } from '../storage/area.ts';
import { keys } from '../storage/keys.ts';
import { loadComposing } from '../derived/composing.ts';
import { useStore } from '../store.ts';
import { type Typed, useTyping } from './typedTexts.ts';

/** What is typed and not part of the draft yet, kept for a reload of this tab; another tab has its own. */

/** Puts back what was typed before a reload, and from now on keeps it when the page is left. `fresh`: the page starts empty. */
export async function startKeeping(fresh: boolean): Promise<void> {
  addEventListener('pagehide', keep);
  const stored = fresh ? null : session.read(keys.typed);
  if (!stored) return;
  // Without the part that reads it, it stays where it is until it is written anew.
  await Promise.all([import('./readTyped.ts'), loadComposing()])
    .then(([{ restoreTyped }]) => restoreTyped(stored))
    .catch(() => undefined);
}

let deleted: unknown;

/** What was kept is deleted: it is not kept again before something else is typed. */
export function forgetSavedTyping(): void {
  deleted = useTyping.getState();
}

const stored = (draft: Draft, documents: Readonly<Record<string, Typed>>) => ({
  draft: storedDraft(draft),
  documents: Object.fromEntries(
    Object.entries(documents).map(([id, typed]) => [id, { ...typed, basis: storedDraft(typed.basis) }]),
  ),
});

function keep(): void {
  const { draft } = useStore.getState();
  const documents = useTyping.getState();
  if (documents === deleted) return;
  if (Object.keys(documents).length === 0) session.remove(keys.typed);
  // Where there is more than the browser keeps for a tab, the last text that was a policy is in the draft.
  else session.write(keys.typed, JSON.stringify(stored(draft, documents)));
}
