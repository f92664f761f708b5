import { countWithNoun } from '../../policies/language/counts.ts';
import type { InitialState } from './keeper.ts';
import { keys } from './keys.ts';
import { keepAside, type Place, setAside, type SetAsideReason } from './keptAside.ts';
import { describeTime, isEmpty, storedWork } from './storedWork.ts';
import { readSaved, type Saved, type SavedReading } from './savedText.ts';
import { type TakenOver, takeOver } from './takeOverOldKeys.ts';
import { notify, useStore } from '../store.ts';

/** What is stored becomes the draft of the page. A first visit does without this part. */

export { readSaved } from './savedText.ts';

/** Shows the stored draft and says so. What cannot be shown as it is is kept aside; where that fails, it is owed. */
export function restoreStored(place: Place, fresh: boolean): InitialState {
  const taken = takeOver(place, keys);
  if (taken === 'keptAside') notify({ id: 'olderPage' });
  const seen = place.area.read(place.key);
  if (seen === null || fresh) {
    const isShown = seen === null;
    return { seen, content: storedWork().content, isShown, ...(isShown ? {} : { owed: 'replaced' }) };
  }
  const reading = readSaved(seen);
  const why = reading.ok ? restore(reading.saved) : reading.why;
  const isKept = why !== undefined && (reading.ok ? keepAside(place, seen, why) : setAside(place, why));
  notifyRestored(reading, why, seen, whereabouts(isKept), taken);
  return {
    seen: place.area.read(place.key),
    content: storedWork().content,
    isShown: reading.ok,
    ...(why === undefined || isKept ? {} : { owed: why }),
  };
}

/** Gives why the stored text must be kept as well: not all of it is shown. */
function restore({ draft, snapshots, leftOut }: Saved): SetAsideReason | undefined {
  const isPartial = leftOut > 0 ? 'unreadable' : undefined;
  if (isEmpty(draft) && snapshots.length === 0) return isPartial;
  useStore.setState({ draft, snapshots });
  useStore.temporal.getState().clear();
  return useStore.getState().enforce(draft) === draft ? isPartial : 'preset';
}

const whereabouts = (isKept: boolean): string =>
  isKept ? 'The saved draft is kept in the stored data.' : 'The saved draft isn’t changed.';

function notifyRestored(
  reading: SavedReading,
  why: SetAsideReason | undefined,
  stored: string,
  where: string,
  taken: TakenOver,
): void {
  if (!reading.ok)
    return notify({ id: reading.why === 'newer' ? 'newerDraft' : 'setAside', note: where, stored });
  const { draft, snapshots, savedAt, leftOut } = reading.saved;
  if (isEmpty(draft) && snapshots.length === 0 && leftOut === 0) return;
  const time = describeTime(savedAt);
  const lost = leftOut > 0 && `${countWithNoun(leftOut, 'snapshot', 'snapshots')} couldn’t be read.`;
  const note = [taken === 'shown' && fromOlder, lost, why !== undefined && where].filter(Boolean).join(' ');
  if (why === undefined) return notify({ id: 'restored', time, note });
  notify({ id: 'restoredInPart', time, note, stored, isUnderPreset: why === 'preset' });
}

const fromOlder =
  'It was saved by an older version and shared by every copy of this page on this host. From now on, only this copy uses it.';
