import { local } from './storage/area.ts';
import type { Saving } from './storage/keeper.ts';
import { OLD_KEYS } from './storage/keys.ts';
import { hasNothing, isEmpty, kept } from './storage/onScreen.ts';
import { place } from './storage/place.ts';
import { useSaving } from './storage/saving.ts';
import { notify, show, useStore } from './store.ts';

/** Keeps the draft in this browser, and says when it does not. Broken or newer content is set aside, reported, and never stops the page. */

const NEW_PAGE = '#new';

/** Saves at once; comes with the part of the page that saves. */
let save: (() => Saving) | undefined;

/**
 * Restores the last draft unless an empty page was asked for, then saves every change. Where a part that this needs does not load,
 * nothing is saved either: the stored draft stays as it is. A page without a stored draft does not wait for it.
 */
export async function startAutosave(fresh: boolean): Promise<void> {
  const hasStored = local.keys().some((key) => key === place.key || key.startsWith(OLD_KEYS));
  const { content } = kept();
  const started = Promise.all([
    import('./storage/tab.ts'),
    hasStored ? import('./readSaved.ts') : undefined,
  ]).then(
    ([tab, reader]) => {
      save = tab.startSaving(content, reader && (() => reader.restoreStored(place, fresh)));
    },
    () => {
      useSaving.setState({ saving: { state: 'notSaved', why: 'notRead' } });
      notify({ id: 'partMissing' });
    },
  );
  if (hasStored) await started;
  if (isEmpty(useStore.getState().draft)) show({ seek: 'first' });
}

/** Stores the draft at once. Tells whether nothing would be lost if the page were left now; if not, the page says why. */
export const writeNow = (): boolean => save?.().state === 'saved' || hasNothing();

/** Reloads the page with its draft; stays when that cannot be kept, which the page then says. */
export function reloadKept(): void {
  if (writeNow()) location.reload();
}

/**
 * Whether the page is to start empty: `#new` asks for that. The address loses it at once; the entry of the browser's history keeps it
 * until something is saved, so that what was made on the empty page is there after a reload.
 */
export function startsEmpty(): boolean {
  if (location.hash === NEW_PAGE) markEntry({ startsEmpty: true });
  return isMarked();
}

/** A `#new` that came while this page was open stays: it is for the page after the next reload. */
export function startsEmptyNoMore(): void {
  if (isMarked()) history.replaceState(null, '');
}

function isMarked(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'startsEmpty' in state;
}

/** Shows the page anew, without a draft. The stored one stays, and is kept aside once another is saved. */
export function startEmpty(): void {
  save?.();
  markEntry({ startsEmpty: true });
  location.reload();
}

function markEntry(state: { readonly startsEmpty: true }): void {
  const address = location.hash === NEW_PAGE ? location.pathname + location.search : undefined;
  history.replaceState(state, '', address);
}
