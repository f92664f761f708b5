import { useChecks } from '../checks/findingsStore.ts';
import { loadComposing } from '../derived/composing.ts';
import { useStore } from '../store.ts';
import { contentEntries } from './contentEntries.ts';
import type { Entry } from './searchEntry.ts';

/** What is on the page now, as entries of the palette; the library is loaded for it. */
export async function searchContent(): Promise<readonly Entry[]> {
  await loadComposing();
  return contentEntries(useStore.getState(), useChecks.getState().byDocument);
}
