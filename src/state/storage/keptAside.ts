import type { StorageArea } from './area.ts';

/** Drafts that are out of use and were not the user's to lose: each is kept under a name of its own, with when and why. */

export type SetAsideReason =
  /** The page could not read it. */
  | 'unreadable'
  /** A newer version of the page made it. */
  | 'newer'
  /** The rules of the organization changed it. */
  | 'preset'
  /** Another draft was saved in its place. */
  | 'replaced'
  /** It was changed in two tabs. */
  | 'other-tab'
  /** An older version of the page saved it. */
  | 'older-page';

export interface KeptAside {
  readonly key: string;
  /** ISO date. */
  readonly at: string;
  readonly why: string;
  readonly text: string;
}

/** More than this are not kept: nothing is thrown away to make room, so that saving stops until the user has deleted some. */
export const MOST_KEPT_ASIDE = 50;

/** The oldest first. `prefix`: what the names of copies begin with. */
export function listKeptAside(area: StorageArea, prefix: string): readonly KeptAside[] {
  return area
    .keys()
    .filter((key) => key.startsWith(prefix))
    .toSorted()
    .flatMap((key) => {
      const text = area.read(key);
      const [at = '', why = ''] = key.slice(prefix.length).split(' ');
      return text === null ? [] : [{ key, at, why, text }];
    });
}

/** Where a tab keeps things. */
export interface Place {
  readonly area: StorageArea;
  /** Of the draft. */
  readonly key: string;
  /** What the names of copies kept aside begin with. */
  readonly keptAside: string;
  /** Of this loading of the page, unlike any other. */
  readonly tab: string;
  now(): Date;
}

/** Keeps a copy. True when there is one from now on, or was before; false when there is no room, and then nothing has changed. */
export function keepAside(place: Place, text: string, why: SetAsideReason): boolean {
  const copies = listKeptAside(place.area, place.keptAside);
  if (copies.some((other) => other.text === text)) return true;
  return (
    copies.length < MOST_KEPT_ASIDE && place.area.write(freeKey(place, why, place.now()), text) === 'written'
  );
}

/** Two tabs never choose the same. */
function freeKey(place: Place, why: SetAsideReason, now: Date): string {
  const key = `${place.keptAside}${now.toISOString()} ${why} ${place.tab}`;
  return place.area.read(key) === null ? key : freeKey(place, why, new Date(now.getTime() + 1));
}

/**
 * Keeps what is under the key of the draft aside. Where there is no room for a copy it is moved, so that the key is empty
 * afterwards. False: it is where it was, and must not be written over.
 */
export function setAside(place: Place, why: SetAsideReason): boolean {
  const { area, key } = place;
  const text = area.read(key);
  if (text === null || keepAside(place, text, why)) return true;
  if (listKeptAside(area, place.keptAside).length >= MOST_KEPT_ASIDE) return false;
  // A storage that does not even take what it holds would not take it back either.
  if (area.write(key, text) !== 'written') return false;
  area.remove(key);
  if (area.write(freeKey(place, why, place.now()), text) === 'written') return true;
  area.write(key, text);
  return false;
}
