/** A storage of the browser, which may be missing, forbidden, full, or wiped at any time. Nothing here throws. */

export type WriteResult = 'written' | 'full' | 'denied';

export interface StorageArea {
  /** `null` also where nothing can be read. */
  read(key: string): string | null;
  /** Tells whether the text is there from now on. Where it is not, what was there before still is. */
  write(key: string, text: string): WriteResult;
  remove(key: string): void;
  keys(): readonly string[];
  /** Whether the browser lets the page read it at all. */
  isOpen(): boolean;
}

/** `find` is called each time anew, since a browser may forbid a storage that it allowed before. */
export function openArea(find: () => Storage | null | undefined): StorageArea {
  const within = <Result>(use: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      const storage = find();
      return storage ? use(storage) : otherwise;
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => within((storage) => storage.getItem(key), null),
    write(key, text) {
      try {
        const storage = find();
        storage?.setItem(key, text);
        return storage?.getItem(key) === text ? 'written' : 'denied';
      } catch (error) {
        return isFull(error) ? 'full' : 'denied';
      }
    },
    remove: (key) => within((storage) => storage.removeItem(key), undefined),
    keys: () =>
      within((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''), []),
    isOpen: () => within((storage) => [storage.length].length === 1, false),
  };
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);

/** What is kept for all tabs, and for this one. */
export const local = openArea(() => globalThis.localStorage);
export const session = openArea(() => globalThis.sessionStorage);
