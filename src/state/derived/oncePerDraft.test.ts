import { describe, expect, it } from 'vitest';
import { compose, generate } from '../../policies/compose/compose.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { draftProblems, variablesInUse } from '../../policies/compose/variablesInUse.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { addImportedPolicy } from '../../policies/handEdits/importedPolicies.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { personas } from '../../policies/library/personas/index.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { useStore } from '../store.ts';
import {
  combinedOf,
  deliveredOf,
  documentsOf,
  emptyFormOf,
  generatedOf,
  problemsOf,
  publishedFormOf,
  variablesOf,
  viewsOf,
  wholeDocumentsOf,
} from './derived.ts';
import { besidePolicies } from './oncePerDraft.ts';
import { withValuesOf } from './shownValues.ts';
import { additions } from './testing/draftAdditions.ts';

const filled = fillExamples(createDraft({ personas: personas.map(({ id }) => id) }, builtIn), builtIn);
const text = '{"Version":"2012-10-17","Statement":[]}';
const { draft: base } = addImportedPolicy(filled, { title: 'Imported', kind: 'identity', text });
const prod = { name: 'prod', values: { accountId: '999988887777' } };

/** A draft with everything that can be in one, and each field with the letters that were typed into it. */
const typed = (letters: string): Draft => ({
  ...base,
  accepted: [{ ...additions.suppression, reason: letters }],
  proofs: [{ ...additions.test, title: letters, context: {} }],
  guarantees: [{ ...additions.guarantee, title: letters }],
  environments: [{ name: 'test', values: { region: letters } }, prod],
  reviewed: [{ ...additions.review, fingerprint: letters }],
  roles: {},
});

const before = typed('Becaus');
const after = typed('Because');

/** After a letter in one of the fields that are beside the policies. */
const keystrokes = besidePolicies.map((key) => [key, { ...before, [key]: after[key] } as Draft] as const);

describe('what is beside the policies', () => {
  it.each([
    ['compose', compose],
    ['generate', generate],
    ['deliver', deliver],
    ['draftProblems', draftProblems],
    ['variablesInUse', variablesInUse],
  ])('is never read by %s', (_name, compute) => {
    const read = new Set<string>();
    const watched = new Proxy(before, {
      get: (draft, key) => {
        read.add(String(key));
        return Reflect.get(draft, key);
      },
    });
    compute(watched, builtIn);
    expect(besidePolicies.filter((key) => read.has(key))).toEqual([]);
    expect(read).toContain('variables');
  });

  it('is everything that policies are not made of', () => {
    const read = new Set<string>();
    const watched = new Proxy(before, {
      get: (draft, key) => {
        read.add(String(key));
        return Reflect.get(draft, key);
      },
    });
    deliver(watched, builtIn);
    const others = Object.keys(before).filter((key) => !read.has(key));
    expect(new Set<string>(besidePolicies)).toEqual(new Set(others));
  });
});

const results: readonly (readonly [string, (draft: Draft) => unknown])[] = [
  ['documentsOf', documentsOf],
  ['wholeDocumentsOf', wholeDocumentsOf],
  ['combinedOf', combinedOf],
  ['viewsOf', viewsOf],
  ['deliveredOf', deliveredOf],
  ['generatedOf', generatedOf],
  ['problemsOf', problemsOf],
  ['variablesOf', variablesOf],
  ['publishedFormOf', publishedFormOf],
  ['emptyFormOf', emptyFormOf],
  ['documents of the published form', (draft) => wholeDocumentsOf(publishedFormOf(draft))],
  ['documents of no policy', (draft) => wholeDocumentsOf(emptyFormOf(draft))],
  ['documents of an environment', (draft) => documentsOf(withValuesOf(draft, prod))],
];

describe('a letter that is typed into what is beside the policies', () => {
  it.each(keystrokes)('%s: computes nothing of the policies anew', (_key, draft) => {
    useStore.setState({ ruleset: builtIn });
    for (const [name, resultOf] of results) expect(resultOf(draft), name).toBe(resultOf(before));
  });

  it('is distinguished from one that changes a policy', () => {
    const moved = { ...before, variables: { ...before.variables, accountId: ['123412341234'] } };
    expect(documentsOf(moved)).not.toBe(documentsOf(before));
    expect(documentsOf(moved)).not.toEqual(documentsOf(before));
  });
});
