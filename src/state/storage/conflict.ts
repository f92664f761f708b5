import { notify } from '../store.ts';
import { saveStoredFile } from './storedFile.ts';
import { readSaved } from './savedText.ts';
import { showTheirs, withKeeper } from './tab.ts';

/** What the user chooses when the draft was changed in another tab. Whatever is not chosen is kept aside. */

/** Shows what the other tab has stored. What was here is one step of Undo away as well. */
export function takeTheirs(): void {
  withKeeper((keeper, work) => {
    const { theirs } = keeper;
    if (theirs === null) return;
    const reading = readSaved(theirs);
    const isKept = keeper.keepAsideMine(work);
    // What this page cannot read, a newer version of it can.
    if (!reading.ok) return notify({ id: 'otherTabUnread' });
    showTheirs(reading.saved, theirs);
    notify({
      id: 'tookOther',
      note: isKept
        ? 'Your version is kept in the stored data.'
        : 'There wasn’t enough space to keep your version.',
    });
  });
}

/** Stores what is here. What the other tab has stored is kept aside or, where there is no room for it, saved as a file. */
export function keepMine(): void {
  withKeeper((keeper, work) => {
    const { theirs } = keeper;
    if (keeper.overrule(work) !== 'noRoom') return;
    saveStoredFile(theirs ?? '', 'other-version');
    keeper.overrule(work, true);
  });
}

/** Stores the draft although it has not changed: what was stored is gone. */
export const saveAgain = (): void => withKeeper((keeper, onScreen) => keeper.saveAgain(onScreen));
