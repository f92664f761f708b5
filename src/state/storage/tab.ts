import { startsEmptyNoMore } from './emptyPage.ts';
import { edit, notify, useStore } from '../store.ts';
import { Keeper, type Work, type SaveState } from './keeper.ts';
import { describeTime, hasNothing, storedWork } from './storedWork.ts';
import { draftPlace } from './draftPlace.ts';
import type { Saved } from './savedText.ts';
import { useSaving } from './saving.ts';

/** Saves what this tab shows, and hears of what other tabs save. */

const WRITE_DELAY_MS = 250;

let keeper: Keeper | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Saves every change from now on, and gives what saves at once. `restore` shows what is stored and comes with the part that reads it;
 * without it nothing is stored. `content`: what the page began with.
 */
export function startSaving(
  content: string,
  restore: (() => ConstructorParameters<typeof Keeper>[1]) | undefined,
): () => SaveState {
  keeper = new Keeper(draftPlace, restore?.() ?? { seen: null, content, isShown: true });
  tell(keeper.saving);
  useStore.subscribe((now, before) => {
    if (now.draft !== before.draft || now.snapshots !== before.snapshots) scheduleWrite();
  });
  watchOthers();
  scheduleWrite();
  return save;
}

function watchOthers(): void {
  addEventListener('storage', ({ key }) => {
    if (key === null || key === draftPlace.key) lookForOthers();
  });
  // No event says what this window's own console or an extension deletes.
  addEventListener('focus', lookForOthers);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', lookForOthers);
  addEventListener('beforeunload', (event) => {
    const wasSaved = useSaving.getState().saving.state === 'saved';
    const isKnown = () => isDeleted() && !wasSaved;
    if (save().state !== 'saved' && !isKnown() && !hasNothing()) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
    else lookForOthers();
  });
}

/** What other tabs have stored comes here where nothing is lost by it; otherwise the user is asked. */
function lookForOthers(): void {
  withKeeper((keeper, { content }) => {
    const found = keeper.look(content);
    if (found.kind === 'newer') void take(found.text);
  });
}

/** Reading takes a moment, in which the user may have changed something. */
async function take(text: string): Promise<void> {
  const { readSaved } = await import('./readSaved.ts').catch(() => ({ readSaved: undefined }));
  const reading = readSaved?.(text);
  const found = keeper?.look(storedWork().content);
  if (!reading?.ok || found?.kind !== 'newer' || found.text !== text) return;
  showTheirs(reading.saved, text);
  notify({ id: 'otherTab', time: describeTime(reading.saved.savedAt) });
}

/** Shows what another tab has stored, one step of Undo away from what was here. */
export function showTheirs({ draft, snapshots }: Saved, text: string): void {
  edit(() => draft, 'Changed in another tab');
  useStore.setState({ snapshots });
  withKeeper((own, { content }) => own.took(text, content));
}

function scheduleWrite(): void {
  clearTimeout(timer);
  timer = setTimeout(save, WRITE_DELAY_MS);
}

function save(): SaveState {
  clearTimeout(timer);
  withKeeper((own, onScreen) => own.save(onScreen));
  return useSaving.getState().saving;
}

/** What could not be stored in its place is kept aside, if there is room; what the user has deleted is not. */
function leave(): void {
  if (save().state !== 'saved' && !isDeleted() && !hasNothing()) keeper?.keepAsideMine(storedWork());
}

function isDeleted(): boolean {
  const { saving } = useSaving.getState();
  return saving.state === 'notSaved' && saving.why === 'deleted';
}

/** What was stored is deleted: nothing is stored again before something changes. */
export function forget(): void {
  clearTimeout(timer);
  withKeeper((own, { content }) => own.forget(content));
}

/** Uses the keeper, and shows what comes of it. */
export function withKeeper(use: (keeper: Keeper, onScreen: Work) => void): void {
  if (!keeper) return;
  use(keeper, storedWork());
  tell(keeper.saving);
}

function tell(saving: SaveState): void {
  if (saving.state === 'saved' && saving.at !== '') startsEmptyNoMore();
  if (saving !== useSaving.getState().saving) useSaving.setState({ saving });
}
