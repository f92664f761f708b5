import { beforeEach, describe, expect, it } from 'vitest';
import { reviewStateOf } from '../../policies/access/review/reviewMarks.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { snapshotLimits } from '../../policies/share/snapshotNames.ts';
import { readWorkspace, writeWorkspace } from '../../policies/share/workspace.ts';
import { edit, type LinkNotice, redo, saveSnapshot, shownNotices, undo, useStore } from '../store.ts';
import { supportOfLength } from './makeLink.ts';
import {
  compareWithSnapshot,
  deleteSnapshot,
  undeleteSnapshot,
  renameSnapshot,
  restoreSnapshot,
} from './snapshotActions.ts';
import { MOST_REVIEW_MARKS } from '../../policies/model/reviewMark.ts';
import { goBack, marksLeftOut, mySetBeside, replaceWithShared } from './replaceDraft.ts';
import { openWorkspace } from './workspaceFile.ts';

const own = createDraft({ personas: ['dataScientist'] }, builtIn);
const other = createDraft({ personas: ['notebookRole'], name: 'shared' }, builtIn);

const state = () => useStore.getState();
const snapshotNames = () => state().snapshots.map(({ name }) => name);
const notice = (): LinkNotice | undefined => state().notices.find((entry) => entry.id === 'link');

function start(draft: Draft): void {
  useStore.setState({ draft, snapshots: [], notices: [] });
  useStore.temporal.getState().clear();
}

beforeEach(() => start(own));

describe('a draft from elsewhere', () => {
  it('takes the place of the own one, which is pinned and one undo away, and opens in the review', () => {
    const taken = replaceWithShared(other, 'Opened', 'link');
    expect(taken).toMatchObject({ state: 'opened', snapshot: { draft: own } });
    expect(state().draft).toBe(other);
    expect(snapshotNames()).toEqual([expect.stringMatching(/^Before the link, /)]);
    expect(state().screen).toMatchObject({ view: 'review', half: 'review', baseline: { kind: 'published' } });
    expect(state().snapshots[0]?.origin).toBe('own');
    undo();
    expect(state().draft).toBe(own);
  });

  it('is no longer said to be on screen once it is undone, and again once that is redone', () => {
    openWorkspace(
      readWorkspace(writeWorkspace({ draft: other, pins: [], savedAt: '', dataDate: '' }), builtIn),
    );
    const isSaid = () => shownNotices(state()).some(({ id }) => id === 'link');
    expect([isSaid(), notice()?.replaced]).toEqual([true, own]);
    undo();
    expect(isSaid()).toBe(false);
    redo();
    expect(isSaid()).toBe(true);
    undo();
    edit((draft) => ({ ...draft, name: 'mine' }), 'Renamed');
    expect([notice(), state().snapshots.map(({ origin }) => origin)]).toEqual([undefined, [undefined]]);
  });

  it('leads back to the first own draft, however many others came after it', () => {
    replaceWithShared(other, 'Opened', 'link');
    replaceWithShared({ ...other, name: 'third' }, 'Opened', 'link');
    expect(state().snapshots.map(({ origin }) => origin)).toEqual(['own', undefined]);
    goBack();
    expect(state().draft).toBe(own);
    expect(state().snapshots.map(({ origin }) => origin)).toEqual([undefined, undefined]);
    undo();
    expect(state().draft.name).toBe('third');
  });

  it('brings what its sender reviewed as claims, and is the same set without them', () => {
    const mark = { against: 'guide', group: 'write/notebookRole', fingerprint: '0123456789abcdef' };
    const sent = { ...other, reviewed: [mark] };
    replaceWithShared(sent, 'Opened', 'link');
    expect(state().draft.reviewed).toEqual([{ ...mark, claimed: true }]);
    expect(reviewStateOf(state().draft, 'guide', { id: mark.group, ...mark })).toBe('claimed');
    expect(replaceWithShared(other, 'Opened', 'link')).toEqual({ state: 'same', marks: 0, leftOut: 0 });
  });

  it('that is the own one brings back what a reviewer marked in it: as claims, once, in one step that can be undone', () => {
    const mark = (group: string) => ({ against: 'guide', group, fingerprint: '0123456789abcdef' });
    const mine = { ...own, reviewed: [mark('write')] };
    start(mine);
    const sent = { ...own, reviewed: [mark('write'), mark('read'), mark('list')] };
    expect(replaceWithShared(sent, 'Opened', 'link')).toEqual({ state: 'same', marks: 2, leftOut: 0 });
    const stateOf = (group: string) => reviewStateOf(state().draft, 'guide', { ...mark(group), id: group });
    expect(['write', 'read', 'list'].map(stateOf)).toEqual(['reviewed', 'claimed', 'claimed']);
    expect(replaceWithShared(sent, 'Opened', 'link')).toEqual({ state: 'same', marks: 0, leftOut: 0 });
    undo();
    expect(state().draft).toBe(mine);
  });

  it('counts the marks that have no room beside the reader’s, and changes nothing where none has room', () => {
    const mark = (group: string) => ({ against: 'guide', group, fingerprint: '0123456789abcdef' });
    const marks = (count: number) => Array.from({ length: count }, (_, index) => mark(`own-${index}`));
    const back = { ...own, reviewed: [mark('read'), mark('list')] };
    start({ ...own, reviewed: marks(MOST_REVIEW_MARKS - 1) });
    expect(replaceWithShared(back, 'Opened', 'link')).toEqual({ state: 'same', marks: 1, leftOut: 1 });
    const full = { ...own, reviewed: marks(MOST_REVIEW_MARKS) };
    start(full);
    expect(replaceWithShared(back, 'Opened', 'link')).toEqual({ state: 'same', marks: 0, leftOut: 2 });
    expect(state().draft).toBe(full);
    expect(marksLeftOut(2)).toContain('2 marks were not added');
    expect(marksLeftOut(0)).toBe('');
  });

  it('saves no snapshot where there was nothing of one’s own', () => {
    start(createDraft({}, builtIn));
    expect(replaceWithShared(other, 'Opened', 'link')).toMatchObject({
      state: 'opened',
      snapshot: undefined,
    });
    expect(state().snapshots).toEqual([]);
  });

  it('that is the own one changes nothing', () => {
    expect(replaceWithShared(structuredClone(own), 'Opened', 'link')).toEqual({
      state: 'same',
      marks: 0,
      leftOut: 0,
    });
    expect(state()).toMatchObject({ draft: own, snapshots: [] });
  });

  it('is compared with the point that holds the own draft already, and saves no second one', () => {
    saveSnapshot('mine');
    expect(replaceWithShared(other, 'Opened', 'link')).toMatchObject({ snapshot: { name: 'mine' } });
    expect(snapshotNames()).toEqual(['mine']);
  });

  it('has the own set beside it until that is back, also where a snapshot held the own set already', () => {
    saveSnapshot('mine', structuredClone(own));
    replaceWithShared(other, 'Opened', 'link');
    const beside = () => mySetBeside(state().draft, state().snapshots)?.name;
    expect(beside()).toBe('mine');
    undo();
    expect(beside()).toBeUndefined();
    redo();
    expect(beside()).toBe('mine');
  });

  it('that the rules of an organisation make the own one changes nothing', () => {
    useStore.setState({ enforce: (draft) => ({ ...draft, name: own.name }) });
    expect(replaceWithShared({ ...own, name: 'elsewhere' }, 'Opened', 'link')).toEqual({
      state: 'same',
      marks: 0,
      leftOut: 0,
    });
    useStore.setState({ enforce: (draft) => draft });
    expect(replaceWithShared({ ...own, name: 'elsewhere' }, 'Opened', 'link')).toMatchObject({
      state: 'opened',
    });
  });

  it('is not opened where the own one could not be kept', () => {
    for (let number = 0; number < snapshotLimits.snapshots; number += 1) {
      useStore.setState({ draft: { ...own, name: `draft ${number}` } });
      saveSnapshot(`${number}`);
    }
    useStore.setState({ draft: own });
    expect(replaceWithShared(other, 'Opened', 'link')).toEqual({ state: 'full' });
    expect(state().draft).toBe(own);
    expect(state().snapshots).toHaveLength(snapshotLimits.snapshots);
  });
});

describe('a file', () => {
  const saved = writeWorkspace({
    draft: other,
    pins: [{ id: 'pin-1', name: 'theirs', draft: own }],
    savedAt: '2026-11-02T10:00:00Z',
    dataDate: '2026-09-26',
  });

  it('opens with its points beside the own draft', () => {
    expect(openWorkspace(readWorkspace(saved, builtIn))).toBeUndefined();
    expect(state().draft).toEqual(other);
    expect(snapshotNames()).toContain('theirs');
    expect(notice()?.text).toContain('created with IAM data 2026-09-26');
    expect(notice()?.moves.map(({ label }) => label)).toEqual(['Back to mine']);
    notice()?.moves[0]?.run();
    expect(state().draft).toEqual(own);
    expect(notice()).toBeUndefined();
  });

  it.each([
    ['a policy', '{"Version":"2012-10-17","Statement":[]}', 'isn’t a saved draft'],
    ['a later version', saved.replace('"version": 1', '"version": 2'), 'newer version'],
    ['a broken draft', saved.replace('"merged"', '"sideways"'), 'a valid draft'],
  ])('that is %s is refused, and nothing is lost', (_name, text, reason) => {
    expect(openWorkspace(readWorkspace(text, builtIn))).toContain(reason);
    expect(state()).toMatchObject({ draft: own, snapshots: [], notices: [] });
  });
});

describe('snapshot', () => {
  beforeEach(() => saveSnapshot('first'));
  const first = () => state().snapshots[0]!;

  it('have names of their own', () => {
    saveSnapshot('First');
    saveSnapshot('second');
    expect(snapshotNames()).toEqual(['first', 'First (2)', 'second']);
    renameSnapshot(first().id, 'SECOND');
    expect(snapshotNames()).toEqual(['first', 'First (2)', 'second']);
  });

  it('are renamed, but never to nothing', () => {
    renameSnapshot(first().id, '  before review ');
    renameSnapshot(first().id, '   ');
    expect(snapshotNames()).toEqual(['before review']);
  });

  it('are deleted and put back in their place; nothing is compared with one that is gone', () => {
    saveSnapshot('second');
    const gone = first();
    compareWithSnapshot(gone.id);
    deleteSnapshot(gone.id);
    expect(snapshotNames()).toEqual(['second']);
    expect(state().screen.baseline).toEqual({ kind: 'published' });
    undeleteSnapshot(gone, 0);
    undeleteSnapshot(gone, 0);
    expect(snapshotNames()).toEqual(['first', 'second']);
  });

  it('become the draft in one step that can be undone', () => {
    useStore.setState({ draft: other });
    restoreSnapshot(first());
    expect(state().draft).toBe(own);
    undo();
    expect(state().draft).toBe(other);
  });
});

it.each([
  [2_000, 'everywhere'],
  [2_001, 'mostly'],
  [8_000, 'mostly'],
  [8_001, 'file'],
])('a link of %i characters gets %s', (length, reach) => {
  expect(supportOfLength(length)).toBe(reach);
});
