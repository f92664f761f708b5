import type { StorageArea } from './area.ts';
import { type StorageKeys, OLD_KEYS, OLD_SCHEME } from './keys.ts';
import { keepAside, type Place } from './keptAside.ts';

/**
 * Takes over what older versions of the page kept under names without a path, which every copy of the page on a host shared. The first
 * copy that is opened takes it; from then on it belongs to that one alone. A tab that still runs an older version may write it again:
 * then it is taken over at the next start.
 */

const OLD = {
  draft: `${OLD_KEYS}draft`,
  tried: `${OLD_KEYS}draft.tried`,
  setAside: `${OLD_KEYS}draft.set-aside`,
  buildWidth: `${OLD_KEYS}build-width`,
  /** Copied and left, since it may not be this page's alone. */
  scheme: OLD_SCHEME,
} as const;

/** The draft that is shown came from an older version of the page, or one of those was kept aside. */
export type TakenOver = 'shown' | 'keptAside' | 'nothing';

/** What cannot be moved for lack of room stays where it is, and is tried again at the next start. */
export function takeOver(place: Place, keys: StorageKeys): TakenOver {
  const { area } = place;
  copy(area, OLD.scheme, keys.scheme);
  move(area, OLD.buildWidth, keys.buildWidth);
  const earlier = area.read(OLD.setAside);
  if (earlier !== null && keepAside(place, earlier, 'older-page')) area.remove(OLD.setAside);
  const drafts = [takeDraft(place, OLD.tried, keys.tried), takeDraft(place, OLD.draft, keys.draft)] as const;
  return place.key === keys.tried ? drafts[0] : drafts[1];
}

/** Of two drafts the one that was saved last is shown, and the other is kept aside. */
function takeDraft(place: Place, from: string, key: string): TakenOver {
  const { area } = place;
  const old = area.read(from);
  const current = area.read(key);
  if (old === null) return 'nothing';
  if (current === null) return move(area, from, key) ? 'shown' : 'nothing';
  if (current === old) {
    area.remove(from);
    return 'nothing';
  }
  const isLater = savedAt(old) > savedAt(current);
  if (!keepAside(place, isLater ? current : old, isLater ? 'replaced' : 'older-page')) return 'nothing';
  if (!isLater) {
    area.remove(from);
    return 'keptAside';
  }
  if (area.write(key, old) !== 'written') return 'nothing';
  area.remove(from);
  return 'shown';
}

/** Copies before it removes; where there is no room for both, the other way round, and back if need be. */
function move(area: StorageArea, from: string, to: string): boolean {
  const text = area.read(from);
  if (text === null) return true;
  if (copy(area, from, to)) {
    area.remove(from);
    return true;
  }
  if (area.write(from, text) !== 'written') return false;
  area.remove(from);
  if (area.write(to, text) === 'written') return true;
  area.write(from, text);
  return false;
}

/** Whether there is something under the other name afterwards. What is there stays. */
function copy(area: StorageArea, from: string, to: string): boolean {
  const text = area.read(from);
  if (text === null || area.read(to) !== null) return true;
  return area.write(to, text) === 'written';
}

function savedAt(text: string): number {
  const date = /"savedAt":"([^"]*)"/.exec(text)?.[1];
  return date === undefined ? 0 : Date.parse(date) || 0;
}
