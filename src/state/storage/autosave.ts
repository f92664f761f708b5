import { loadComposing } from '../derived/composing.ts';
import { markEntry } from './emptyPage.ts';
import { local } from './area.ts';
import type { SaveState } from './keeper.ts';
import { OLD_KEYS } from './keys.ts';
import { hasNothing, storedWork } from './storedWork.ts';
import { draftPlace } from './draftPlace.ts';
import { useSaving } from './saving.ts';
import { notify } from '../store.ts';

/** Keeps the draft in this browser, and says when it does not. Broken or newer content is set aside, reported, and never stops the page. */

/** Saves at once; comes with the part of the page that saves. */
let save: (() => SaveState) | undefined;

/**
 * Restores the last draft unless an empty page was asked for, then saves every change. Where a part that this needs does not load,
 * nothing is saved either: the stored draft stays as it is. A page without a stored draft does not wait for it.
 */
export async function startAutosave(fresh: boolean): Promise<void> {
  const hasStored = local.keys().some((key) => key === draftPlace.key || key.startsWith(OLD_KEYS));
  const { content } = storedWork();
  const started = Promise.all([import('./tab.ts'), hasStored ? readerOfSaved() : undefined]).then(
    ([tab, reader]) => {
      save = tab.startSaving(content, reader && (() => reader.restoreStored(draftPlace, fresh)));
    },
    () => {
      useSaving.setState({ saving: { state: 'notSaved', why: 'notRead' } });
      notify({ id: 'partMissing' });
    },
  );
  if (hasStored) await started;
}

/** A draft is read with the whole library. */
const readerOfSaved = () =>
  Promise.all([import('./readSaved.ts'), loadComposing()]).then(([reader]) => reader);

/** Stores the draft at once. Tells whether nothing would be lost if the page were left now; if not, the page says why. */
export const writeNow = (): boolean => save?.().state === 'saved' || hasNothing();

/** Reloads the page with its draft; stays when that cannot be kept, which the page then says. */
export function saveAndReload(): void {
  if (writeNow()) location.reload();
}

/** Shows the page anew, without a draft. The stored one stays, and is kept aside once another is saved. */
export function startEmpty(): void {
  save?.();
  markEntry({ startsEmpty: true });
  location.reload();
}
