import { describe, expect, it, vi } from 'vitest';
import { type ActionChanges, compareActions } from '../../policies/access/actionDiff.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import type { Statement } from '../../policies/language/policy.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { personas } from '../../policies/library/personas/index.ts';
import { exhaustive } from '../../policies/testing/effort.ts';
import { effectInWords } from './draftEffect.ts';

vi.mock('../../policies/access/actionDiff.ts', { spy: true });

it('the effect of a change is computed once, however often it is shown', () => {
  const draft = createDraft({ personas: ['dataScientist'] }, builtIn);
  const less = { ...draft, activities: {} };
  const words = effectInWords(draft, less);
  expect(words).toMatch(/actions removed/);
  vi.mocked(compareActions).mockClear();
  expect(effectInWords(draft, { ...less, accepted: [] })).toBe(words);
  expect(compareActions).not.toHaveBeenCalled();
  expect(effectInWords(less, draft)).toMatch(/actions added/);
});

const roles = personas.filter(({ kind }) => kind === 'identity').map(({ id }) => id);

describe('one role for all personas instead of a role each', () => {
  const pairs = roles.flatMap((one, place) =>
    roles
      .slice(place + 1)
      .filter((_other, index) => exhaustive || one === 'dataScientist' || (place + index) % 20 === 0)
      .map((other) => [one, other] as const),
  );
  // Where one role passes another that becomes the same, the passed role is another.
  it('says that no action is added or removed', () => {
    expect(pairs.length).toBeGreaterThan(roles.length);
    for (const both of pairs) {
      const draft = fillExamples(createDraft({ personas: both, layout: 'perPersona' }, builtIn), builtIn);
      const merged = { ...draft, layout: 'merged' as const };
      const effects = effectInWords(draft, merged) + effectInWords(merged, draft);
      expect(effects, both.join(', ')).not.toMatch(/added|removed|denied/);
    }
  });
});

describe('actions that a pattern covers', () => {
  const list: Statement = { Effect: 'Allow', Action: 'a:List*', Resource: '*' };
  const apps: Statement = { Effect: 'Allow', Action: 'a:listApps', Resource: 'arn:aws:a:::app/*' };
  const none = { added: [], removed: [], rescoped: [], deniedAdded: [], deniedRemoved: [] };
  const onTag = { StringEquals: { 'aws:ResourceTag/team': 'a' } };
  it.each<[what: string, before: Statement[], after: Statement[], changes: Partial<ActionChanges>]>([
    ['none where the pattern is on both sides', [list, apps], [list], {}],
    ['the pattern where only it is new', [apps], [list], { added: ['a:List*'], rescoped: ['a:listApps'] }],
    ['no name where the pattern goes', [list], [apps], { removed: ['a:List*'], rescoped: ['a:listApps'] }],
    [
      'both where the pattern has a condition',
      [apps],
      [{ ...list, Condition: onTag }],
      { added: ['a:List*'], rescoped: ['a:listApps'] },
    ],
    [
      'nothing where a name has what the pattern beside it has',
      [list, { ...apps, Resource: '*' }],
      [list],
      {},
    ],
  ])('tell %s', (_what, before, after, changes) => {
    expect(compareActions({ Statement: before }, { Statement: after })).toEqual({ ...none, ...changes });
  });
});
