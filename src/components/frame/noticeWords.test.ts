import { beforeEach, describe, expect, it, vi } from 'vitest';
import { edit, notify, type PlainNotice, useStore } from '../../state/store.ts';
import { wordsOf } from './noticeWords.ts';

vi.mock('../../state/storage/autosave.ts', () => ({ saveAndReload: () => undefined }));
vi.mock('../../state/offline/offline.ts', () => ({ takeUpdate: () => undefined }));

beforeEach(() => useStore.setState({ notices: [] }));

describe('a notice whose move reloads the page', () => {
  it.each<PlainNotice['id']>(['updateReady', 'redeployed', 'partMissing', 'presetUnreachable', 'presetKept'])(
    '%s stays when the reload is refused',
    (id) => {
      const notice: PlainNotice = { id };
      notify(notice);
      for (const { run } of wordsOf(notice, false).moves) run();
      expect(useStore.getState().notices).toEqual([notice]);
    },
  );
});

it.each<[PlainNotice['id'], string]>([
  ['setAside', 'so a new draft was started. Kept.'],
  ['newerDraft', 'newer version'],
])('%s says what became of the stored draft', (id, words) => {
  expect(wordsOf({ id, note: 'Kept.' }, true).text).toContain(words);
});

it.each<PlainNotice['id']>(['otherTab', 'tookOther'])(
  '%s, which offers Undo, goes with the next change',
  (id) => {
    notify({ id });
    edit((draft) => ({ ...draft, name: 'another' }), 'Renamed');
    expect(useStore.getState().notices).toEqual([]);
    edit((draft) => ({ ...draft, name: 'ml-platform' }), 'Renamed');
  },
);
