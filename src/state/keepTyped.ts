import { useStore } from './store.ts';
import { useTyping } from './typing.ts';

/** What is typed and not part of the draft yet, kept for a reload of this tab; another tab has its own. */

const KEY = 'policy-builder.typed';

/** Puts back what was typed before a reload, and from now on keeps it when the page is left. `fresh`: the page starts empty. */
export async function startKeeping(fresh: boolean): Promise<void> {
  addEventListener('pagehide', keep);
  const kept = fresh ? null : storage()?.getItem(KEY);
  if (!kept) return;
  // Without the part that reads it, it stays where it is until it is written anew.
  await import('./readTyped.ts').then(({ putBack }) => putBack(kept)).catch(() => undefined);
}

function keep(): void {
  const { draft } = useStore.getState();
  const documents = useTyping.getState();
  try {
    if (Object.keys(documents).length === 0) storage()?.removeItem(KEY);
    else storage()?.setItem(KEY, JSON.stringify({ draft, documents }));
  } catch {
    // More than the browser keeps for a tab: the last text that was a policy is in the draft.
  }
}

function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
