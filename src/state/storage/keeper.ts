import { keepAside, type Place, setAside, type SetAsideReason } from './keptAside.ts';
import { comesFrom, nextStamp, noStamp, type Stamp, stampOf } from './stamp.ts';

/**
 * Keeps the draft of one tab under a key that other tabs of the same page write to as well. No text is ever replaced that this tab
 * has not seen: it compares before each write, and where another tab has written meanwhile nothing is written until the user has
 * chosen. What is chosen against is kept aside.
 */

/** Whether what is on screen is kept. The one value that the page shows. */
export type SaveState =
  /** Everything is; `at` is empty while there was nothing to save. */
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'notSaved'; readonly why: NotSaved }
  /** Another tab has saved another draft; `at` says when. */
  | { readonly state: 'conflict'; readonly at: string };

export type NotSaved =
  /** The browser forbids it. */
  | 'denied'
  /** There is no room. */
  | 'full'
  /** Another draft is stored, and there is no room to keep a copy of it. */
  | 'noCopy'
  /** A part of the page is missing, so that it is not known what is stored. */
  | 'notRead'
  /** What was stored has been deleted, and nothing has changed since. */
  | 'deleted';

/** What another tab has left. */
export type OtherTabChange =
  | { readonly kind: 'nothingNew' }
  /** Comes from what is on screen here: can be shown in its place. */
  | { readonly kind: 'newer'; readonly text: string };

/** What a tab keeps: `content` as one text, which is all that is compared, and how it is stored. */
export interface Work {
  readonly content: string;
  write(stamp: Stamp): string;
}

export interface InitialState {
  /** What is stored and what the page made of it; `null` where nothing is. */
  readonly seen: string | null;
  readonly content: string;
  /** Whether the page shows what is stored, and not another draft in its place. */
  readonly isShown: boolean;
  /** Why what is stored must be kept aside before it is replaced. */
  readonly owed?: SetAsideReason;
}

export class Keeper {
  readonly #place: Place;
  #seen: string | null;
  /** What is on screen when nothing has changed since it was stored, read or taken. */
  #content: string;
  /** Of the version that the content comes from, and of one that the user chose it over. */
  #from: Stamp;
  #over: Stamp = noStamp;
  #owed: SetAsideReason | undefined;
  /** What an empty page has. */
  readonly #nothing: string | undefined;
  /** What holds while nothing has changed. */
  #rest: Exclude<SaveState, { readonly state: 'conflict' }>;
  #saving: SaveState;

  constructor(place: Place, { seen, content, isShown, owed }: InitialState) {
    this.#place = place;
    this.#seen = seen;
    this.#content = content;
    this.#from = isShown && seen !== null ? readStamp(seen) : noStamp;
    this.#owed = seen === null ? undefined : owed;
    this.#nothing = seen === null || !isShown ? content : undefined;
    this.#rest = { state: 'saved', at: isShown ? this.#from.savedAt : '' };
    if (this.#owed !== undefined && this.#owed !== 'replaced')
      this.#rest = { state: 'notSaved', why: 'noCopy' };
    if (!place.area.isOpen()) this.#rest = { state: 'notSaved', why: 'denied' };
    this.#saving = this.#rest;
  }

  get saving(): SaveState {
    return this.#saving;
  }

  /** What the other tab has stored, in a conflict. */
  get theirs(): string | null {
    return this.#saving.state === 'conflict' ? this.#place.area.read(this.#place.key) : null;
  }

  /** Stores what is on screen, unless it is stored or another tab has written. Gives what `saving` is from then on. */
  save(work: Work): SaveState {
    const found = this.#compare(work.content);
    if (found === 'conflict') return this.#conflict();
    if (work.content !== this.#content) return this.#write(work);
    if (!this.#place.area.isOpen()) return this.#failed('denied');
    this.#saving = this.#rest;
    return this.#saving;
  }

  /** Stores what is on screen although it has not changed: what was stored is gone. */
  saveAgain(work: Work): SaveState {
    return this.#compare(work.content) === 'conflict' ? this.#conflict() : this.#write(work);
  }

  /** Looks for what other tabs have done since. */
  look(content: string): OtherTabChange {
    const found = this.#compare(content);
    if (found === 'conflict') this.#conflict();
    const text = found === 'newer' ? this.#place.area.read(this.#place.key) : null;
    return text === null ? { kind: 'nothingNew' } : { kind: 'newer', text };
  }

  /** The page shows what another tab has stored; `content` is what became of it here. */
  took(text: string, content: string): SaveState {
    this.#seen = text;
    this.#content = content;
    this.#from = readStamp(text);
    this.#over = noStamp;
    return this.#saved(this.#from.savedAt);
  }

  /** Whether what is on screen is kept aside from now on, or is stored. For a draft that gives way, or a page that is left. */
  keepAsideMine(work: Work): boolean {
    if (work.content === this.#content && this.#saving.state === 'saved') return true;
    // The same content gives the same text, which is kept once.
    return keepAside(this.#place, work.write(this.#from), 'other-tab');
  }

  /**
   * Stores what is on screen in place of what another tab has stored, which is kept aside. Where there is no room for that nothing
   * happens, unless the user has it elsewhere: `isElsewhere`.
   */
  overrule(work: Work, isElsewhere = false): SaveState | 'noRoom' {
    const theirs = this.#place.area.read(this.#place.key);
    if (theirs === null) return this.#write(work);
    if (!isElsewhere && !keepAside(this.#place, theirs, 'other-tab')) return 'noRoom';
    this.#seen = theirs;
    this.#over = readStamp(theirs);
    return this.#write(work);
  }

  /** Everything that was stored has been deleted: nothing is stored again before something changes. */
  forget(content: string): SaveState {
    this.#content = content;
    return this.#gone();
  }

  #compare(content: string): 'same' | 'newer' | 'conflict' {
    const { area, key } = this.#place;
    const stored = area.read(key);
    if (stored === this.#seen) return 'same';
    if (stored === null) {
      if (area.isOpen()) this.#gone();
      return 'same';
    }
    // What this page is to replace anyway is kept aside first, whatever it is by then.
    if (this.#owed !== undefined) {
      this.#seen = stored;
      return 'same';
    }
    const { content: theirs, stamp } = readContent(stored);
    if (theirs === content) {
      this.took(stored, content);
      return 'same';
    }
    return this.#hasNothingToLose(content, stamp) ? 'newer' : 'conflict';
  }

  /** Whether what is on screen may give way to a version: that version comes from it, or nothing was ever made here. */
  #hasNothingToLose(content: string, version: Stamp): boolean {
    if (content !== this.#content) return false;
    const isStored = this.#rest.state === 'saved' || this.#rest.why !== 'deleted';
    return content === this.#nothing || (isStored && comesFrom(version, this.#from));
  }

  #write(work: Work): SaveState {
    const { area, key, tab, now } = this.#place;
    if (this.#owed !== undefined) {
      if (!setAside(this.#place, this.#owed)) return this.#failed('noCopy');
      this.#owed = undefined;
      this.#seen = area.read(key);
    }
    const stamp = nextStamp(this.#from, this.#over, tab, now());
    const text = work.write(stamp);
    const written = area.write(key, text);
    if (written !== 'written') return this.#failed(written);
    this.#seen = text;
    this.#content = work.content;
    this.#from = stamp;
    this.#over = noStamp;
    return this.#saved(stamp.savedAt);
  }

  #gone(): SaveState {
    this.#seen = null;
    this.#owed = undefined;
    this.#rest = { state: 'notSaved', why: 'deleted' };
    return this.#failed('deleted');
  }

  #saved(at: string): SaveState {
    this.#rest = { state: 'saved', at };
    this.#saving = this.#rest;
    return this.#saving;
  }

  #failed(why: NotSaved): SaveState {
    this.#saving = { state: 'notSaved', why };
    return this.#saving;
  }

  #conflict(): SaveState {
    const stored = this.#place.area.read(this.#place.key);
    this.#saving = { state: 'conflict', at: stored === null ? '' : readStamp(stored).savedAt };
    return this.#saving;
  }
}

/** The stamp and the content of a stored text, as `contentOf` writes it; of a text that is none, no content. */
export function readContent(text: string): { readonly stamp: Stamp; readonly content: string | null } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return { stamp: noStamp, content: null };
    const record: Readonly<Record<string, unknown>> = { ...value };
    return { stamp: stampOf(record), content: contentOf(record['draft'], record['pins']) };
  } catch {
    return { stamp: noStamp, content: null };
  }
}

const readStamp = (text: string): Stamp => readContent(text).stamp;

/** What is compared: the draft and its snapshot. */
export const contentOf = (draft: unknown, snapshots: unknown): string => JSON.stringify([draft, snapshots]);
