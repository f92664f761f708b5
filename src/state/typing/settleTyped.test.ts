import { beforeEach, expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { documentsOf } from '../derived/derived.ts';
import { useStore } from '../store.ts';
import { useTyping } from './typedTexts.ts';
import { restoreSnapshot } from '../share/snapshotActions.ts';
import { replaceWithShared } from '../share/replaceDraft.ts';

const own = createDraft({ personas: ['dataScientist'] }, builtIn);
const shared = createDraft({ personas: ['notebookRole'] }, builtIn);
const [document] = documentsOf(own);
const type = (text: string) =>
  useTyping.setState({ [document?.id ?? '']: { basis: own, text, problem: null } });

beforeEach(() => {
  useStore.setState({ draft: own, snapshots: [], notices: [] });
  useTyping.setState({}, true);
});

it('a draft from elsewhere waits for text that is typed and is no policy yet', () => {
  type('{');
  expect(replaceWithShared(shared, 'Opened', 'link')).toEqual({ state: 'typing' });
  restoreSnapshot({ id: 'p', name: 'p', draft: shared });
  expect(useStore.getState()).toMatchObject({ draft: own, notices: [{ id: 'link' }] });
});

it('text that is a policy becomes part of the own draft, which is kept, and not of the other', () => {
  type((document?.text ?? '').replace('"Allow"', '"Deny"'));
  const taken = replaceWithShared(shared, 'Opened', 'link');
  expect(taken).toMatchObject({ state: 'opened', snapshot: { draft: { edits: expect.anything() } } });
  expect(taken.state === 'opened' && Object.keys(taken.snapshot?.draft.edits ?? {})).toHaveLength(1);
  expect(useStore.getState().draft.edits).toEqual({});
});
