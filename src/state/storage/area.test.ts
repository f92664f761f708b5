import { describe, expect, it } from 'vitest';
import { openArea, type WriteResult } from './area.ts';
import { Keeper, type NotSaved } from './keeper.ts';

/** A storage that holds nothing and takes nothing, as far as it is not given otherwise. */
const storage = (parts: Partial<Storage> = {}): Storage => ({
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  clear: () => undefined,
  ...parts,
});

const thrown = (name: string) => (): never => {
  throw new DOMException('no', name);
};

/** What a browser may give in place of a storage that works. */
const ways: readonly [what: string, find: () => Storage | null | undefined, WriteResult, NotSaved][] = [
  ['is null', () => null, 'denied', 'denied'],
  ['is missing', () => undefined, 'denied', 'denied'],
  ['is forbidden', thrown('SecurityError'), 'denied', 'denied'],
  ['is full', () => storage({ setItem: thrown('QuotaExceededError') }), 'full', 'full'],
  ['is full, in Firefox', () => storage({ setItem: thrown('NS_ERROR_DOM_QUOTA_REACHED') }), 'full', 'full'],
  ['keeps nothing', () => storage(), 'denied', 'denied'],
  ['keeps another text', () => storage({ getItem: () => 'other' }), 'denied', 'denied'],
];

describe('a storage that', () => {
  it.each(ways)('%s is never said to hold what was written', (_, find, written) => {
    const area = openArea(find);
    expect(area.write('key', 'text')).toBe(written);
    expect(() => area.remove('key')).not.toThrow();
    expect(area.read('key')).not.toBe('text');
    expect(area.keys()).toEqual([]);
  });

  it.each(ways.filter(([what]) => what !== 'keeps another text'))(
    '%s leaves a changed draft not saved, with the reason',
    (_, find, __, why) => {
      const place = {
        area: openArea(find),
        key: 'draft',
        keptAside: 'aside ',
        tab: 't',
        now: () => new Date(0),
      };
      const keeper = new Keeper(place, { seen: place.area.read('draft'), content: 'empty', isShown: true });
      for (const content of ['changed', 'changed again'])
        expect(keeper.save({ content, write: () => content })).toEqual({ state: 'notSaved', why });
    },
  );
});
