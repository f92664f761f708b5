import { describe, expect, it } from 'vitest';
import { createDraft } from '../draft/createDraft.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { personas } from '../library/personas/index.ts';
import { builtIn } from '../library/builtIn.ts';
import { type Draft, noLimits } from '../model/draft.ts';
import { compose } from './compose.ts';
import { fillExamples } from './exampleValues.ts';
import { RecentResults } from './recentResults.ts';
import { draftProblems } from './variablesInUse.ts';

/** What the work of composing grows with: the page composes a draft, and the same with examples for the tests, after every letter. */

const open: Draft = {
  ...createDraft({ personas: personas.map(({ id }) => id), layout: 'perPersona' }, builtIn),
  limits: { ...noLimits, chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })) },
};

const forms = (draft: Draft): readonly Draft[] => [
  draft,
  fillExamples(draft, builtIn),
  fillExamples(draft, builtIn, 'butRoles'),
];

const documentsOf = (draft: Draft) => forms(draft).map((form) => compose(form, builtIn));

describe('forms of a draft that are composed in turns', () => {
  it('keep the documents that a change leaves alone', () => {
    const before = documentsOf(open);
    const [first, ...others] = open.activities['dataScientist']!;
    expect(first).toBeDefined();
    const after = documentsOf({ ...open, activities: { ...open.activities, dataScientist: others } });
    before.forEach((documents, form) => {
      const changed = after[form]!.filter((document) => !documents.includes(document)).map(({ id }) => id);
      expect(changed, `form ${form}`).toEqual(['dataScientist']);
    });
  });
});

/** The draft, and how often a part of it was read. */
function counting(draft: Draft, part: keyof Draft) {
  const reads = { count: 0 };
  const get = (target: Draft, key: string | symbol): unknown => {
    reads.count += Number(key === part);
    return Reflect.get(target, key);
  };
  return { reads, draft: new Proxy(draft, { get }) };
}

describe('guardrails', () => {
  it('are looked up once for all roles', () => {
    const { reads, draft } = counting(open, 'limits');
    const identity = compose(draft, builtIn).filter(({ kind }) => kind === 'identity');
    expect(identity.length).toBeGreaterThan(12);
    expect(reads.count).toBeLessThanOrEqual(6 * guardrails.length);
  });
});

describe('missing values', () => {
  it.each([
    ['of all roles', open],
    [
      'with values of one role',
      { ...open, roles: { trainingRole: { name: '', values: { inputData: ['a/b'] } } } },
    ],
  ])('%s are found without a look at every role for each of them', (_title, given) => {
    const { reads, draft } = counting(given, 'activities');
    expect(draftProblems(draft, builtIn).length).toBeGreaterThan(20);
    expect(reads.count).toBeLessThanOrEqual(3 * personas.length);
  });
});

describe('recent results', () => {
  it('are the last few, found without being made again, and forgotten in the order of their use', () => {
    const recent = new RecentResults<{ readonly key: string }>();
    const made: string[] = [];
    const get = (key: string) =>
      recent.get(
        (last) => last.key === key,
        () => {
          made.push(key);
          return { key };
        },
      ).key;
    expect('abcdefghabcdefghaiabi'.split('').map(get).join('')).toBe('abcdefghabcdefghaiabi');
    expect(made.join('')).toBe('abcdefghib');
  });
});
