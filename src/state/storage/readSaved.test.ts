import { beforeEach, describe, expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { restoreStored } from './readSaved.ts';
import type { StorageArea } from './area.ts';
import { keys } from './keys.ts';
import { useStore } from '../store.ts';

const texts = new Map<string, string>();
const area: StorageArea = {
  read: (key) => texts.get(key) ?? null,
  write: (key, text) => {
    texts.set(key, text);
    return 'written';
  },
  remove: (key) => void texts.delete(key),
  keys: () => [...texts.keys()],
  isOpen: () => true,
};
const place = { area, key: keys.draft, keptAside: keys.keptAside, tab: 't', now: () => new Date(0) };

const keptAside = () => [...texts].filter(([key]) => key.startsWith(keys.keptAside)).map(([, text]) => text);
const reported = () => useStore.getState().notices;

beforeEach(() => {
  texts.clear();
  useStore.setState({ draft: createDraft({}, builtIn), snapshots: [], notices: [] });
});

const draft = createDraft({ personas: ['dataScientist'] }, builtIn);

describe('a stored draft that cannot be shown', () => {
  it.each([
    ['broken', '{"draft": {', 'setAside'],
    ['no JSON at all', 'x'.repeat(100_000), 'setAside'],
    ['of no draft', '[]', 'setAside'],
    ['hostile', '{"draft":{"version":1,"__proto__":{"polluted":1},"personas":"<img src=x>"}}', 'setAside'],
    ['made by a newer version', '{"draft":{"version":99}}', 'newerDraft'],
  ])(
    'because it is %s is kept aside as it was, which is reported, and the page starts empty',
    (_, stored, id) => {
      texts.set(keys.draft, stored);
      const beginning = restoreStored(place, false);
      expect(beginning).toMatchObject({ isShown: false });
      expect(keptAside()).toEqual([stored]);
      expect(reported()).toEqual([{ id, note: 'The saved draft is kept in the stored data.', stored }]);
      expect(useStore.getState().draft.personas).toEqual([]);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  it('because an empty page was asked for stays until another is saved', () => {
    const stored = JSON.stringify({ savedAt: '2026-01-02T03:04:05Z', draft, pins: [] });
    texts.set(keys.draft, stored);
    expect(restoreStored(place, true)).toMatchObject({ seen: stored, isShown: false, owed: 'replaced' });
    expect(keptAside()).toEqual([]);
    expect(useStore.getState().draft.personas).toEqual([]);
  });
});

it('a stored draft that can be read is shown, which is reported', () => {
  const stored = JSON.stringify({ savedAt: '2026-01-02T03:04:05Z', draft, pins: [] });
  texts.set(keys.draft, stored);
  expect(restoreStored(place, false)).toMatchObject({ seen: stored, isShown: true });
  expect(useStore.getState().draft).toEqual(draft);
  expect(reported()).toMatchObject([{ id: 'restored' }]);
  expect(keptAside()).toEqual([]);
});
