import { beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../policies/compose/compose.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { draftHistory, undo, useStore } from '../store.ts';
import { importPolicies } from './addImported.ts';

const text = '{"Version":"2012-10-17",\n "Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}';
const one = { title: 'One', kind: 'identity', text } as const;
const two = { title: 'Two', kind: 'trust', text } as const;

beforeEach(() => {
  useStore.setState({ draft: createDraft({ personas: ['trainingRole'] }, builtIn), snapshots: [] });
  draftHistory().clear();
});

describe('taking policies in', () => {
  it('is one step of the history and the point that Changes compares with', async () => {
    const before = useStore.getState().draft;
    expect(await importPolicies([one, two], '14:02')).toEqual({
      ids: ['own-1', 'own-2'],
      tooLarge: [],
      snapshotSaved: true,
    });
    const { draft, snapshots, screen } = useStore.getState();
    expect(
      compose(draft, builtIn)
        .slice(-2)
        .map(({ title, kind }) => [title, kind]),
    ).toEqual([
      ['One', 'identity'],
      ['Two', 'trust'],
    ]);
    expect(snapshots.map(({ name }) => name)).toEqual(['imported 2 policies, 14:02']);
    expect(compose(snapshots[0]!.draft, builtIn).map(({ id }) => id)).toEqual(['own-1', 'own-2']);
    expect(screen.baseline).toEqual({ kind: 'snapshot', id: snapshots[0]!.id });
    expect(screen.documentId).toBe('own-1');
    undo();
    expect(useStore.getState().draft).toBe(before);
  });

  it('says so when no snapshot can be saved any more', async () => {
    const full = Array.from({ length: 50 }, (_, index) => ({
      id: `pin-${index + 1}`,
      name: `point ${index + 1}`,
      draft: createDraft({}, builtIn),
    }));
    useStore.setState({ snapshots: full });
    expect(await importPolicies([one], '14:02')).toEqual({
      ids: ['own-1'],
      tooLarge: [],
      snapshotSaved: false,
    });
  });

  it.each([
    [
      'a statement that is too long',
      `{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"${'a'.repeat(100_001)}"}}`,
    ],
    [
      'too many statements',
      `{"Statement":[${Array(1001).fill('{"Effect":"Allow","Action":"s3:*","Resource":"*"}').join()}]}`,
    ],
    ['no policy', '{}'],
  ])('leaves out what a draft cannot keep: %s', async (_, large) => {
    expect(await importPolicies([{ ...one, title: 'Large', text: large }, two], '14:02')).toEqual({
      ids: ['own-1'],
      tooLarge: ['Large'],
      snapshotSaved: true,
    });
  });

  it('takes ids that are free, and keeps what is there', async () => {
    await importPolicies([one, two], '14:02');
    useStore.setState(({ draft }) => {
      const { 'own-1': _gone, ...edits } = draft.edits;
      return { draft: { ...draft, edits } };
    });
    expect((await importPolicies([one, { ...one, title: 'No', text: '{}' }, two], '14:03'))?.ids).toEqual([
      'own-1',
      'own-3',
    ]);
    expect(Object.values(useStore.getState().draft.edits).map(({ own }) => own?.title)).toEqual([
      'Two',
      'One',
      'Two',
    ]);
  });

  it('changes nothing when it is given up', async () => {
    const before = useStore.getState();
    expect(await importPolicies([one, two], '14:02', { signal: AbortSignal.abort() })).toBeUndefined();
    expect(useStore.getState()).toBe(before);
  });
});
