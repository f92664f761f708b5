import { expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { guaranteeLimits, type UserGuarantee } from '../../policies/model/draft.ts';
import { readDraft } from '../../policies/share/readDraft.ts';
import { nextGuaranteeId, putGuarantee, removeGuarantee } from './guaranteeEdits.ts';

const empty = createDraft({ personas: ['trainingRole'] }, builtIn);
const one: UserGuarantee = {
  id: 'guarantee-1',
  persona: '',
  title: 'No one reads payroll.',
  must: 'never',
  actions: ['s3:GetObject'],
  resources: ['arn:aws:s3:::payroll/*'],
  condition: { StringEquals: { 'aws:PrincipalTag/team': ['ml'] } },
};

it('is added, changed in its place, and gone without a trace', () => {
  const added = putGuarantee(putGuarantee(empty, one), {
    ...one,
    id: nextGuaranteeId(putGuarantee(empty, one)),
  });
  expect(added.guarantees?.map(({ id }) => id)).toEqual(['guarantee-1', 'guarantee-2']);
  expect(putGuarantee(added, { ...one, title: 'x' }).guarantees?.map(({ title }) => title)).toEqual([
    'x',
    one.title,
  ]);
  expect(removeGuarantee(removeGuarantee(added, 'guarantee-1'), 'guarantee-2')).toEqual(empty);
});

it('travels with the draft, and drafts of older versions have none', () => {
  const draft = putGuarantee(empty, one);
  expect(readDraft(JSON.parse(JSON.stringify(draft)), builtIn)).toEqual({ ok: true, draft });
  const older = readDraft({ ...JSON.parse(JSON.stringify(draft)), version: 4 }, builtIn);
  expect(older).toEqual({ ok: true, draft: empty });
});

it.each([
  ['a text that is too long', { ...one, title: 'x'.repeat(guaranteeLimits.text + 1) }],
  ['too many actions', { ...one, actions: Array<string>(guaranteeLimits.entries + 1).fill('s3:*') }],
  ['an operator that is none', { ...one, condition: { 'a b': { k: ['v'] } } }],
  ['a name of every object', { ...one, condition: { constructor: { k: ['v'] } } }],
])('is not added with %s, and no draft with it opens', (_, guarantee) => {
  expect(putGuarantee(empty, guarantee)).toBe(empty);
  const stored: unknown = JSON.parse(JSON.stringify({ ...empty, guarantees: [guarantee] }));
  expect(readDraft(stored, builtIn).ok).toBe(false);
});

it('one too many leaves the draft as it was', () => {
  const guarantees = Array.from({ length: guaranteeLimits.guarantees }, (__, index) => ({
    ...one,
    id: `guarantee-${index}`,
  }));
  const full = { ...empty, guarantees };
  expect(putGuarantee(full, { ...one, id: 'another' })).toBe(full);
});
