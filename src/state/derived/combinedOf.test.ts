import { expect, it, vi } from 'vitest';
import { combinedView } from '../../policies/compose/combinedView.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import * as mergeDocument from '../../policies/compose/mergeDocument.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { printPolicy } from '../../policies/language/print.ts';
import { useStore } from '../store.ts';
import { combinedOf, documentsOf, isCombined, viewsOf } from './derived.ts';

vi.mock('../../policies/compose/mergeDocument.ts', { spy: true });

const personas = builtIn.personas.map(({ id }) => id);
const everyone = fillExamples(createDraft({ personas }, builtIn), builtIn);
const typed = (last: number) => ({
  ...everyone,
  variables: { ...everyone.variables, accountId: [`11112222333${last}`] },
});
const merges = () => vi.mocked(mergeDocument.mergeDocument).mock.calls.map(([{ id }]) => id);

it('all roles are merged for the combined view once it is read, and not after each letter', () => {
  useStore.setState({ ruleset: builtIn });
  for (const last of [1, 2, 3]) {
    const views = viewsOf(typed(last));
    expect(views.filter(isCombined).map(({ id, title }) => [id, title])).toEqual([
      ['combined', 'All roles (combined)'],
    ]);
    expect(views.length).toBe(documentsOf(typed(last)).length + 1);
  }
  expect(merges()).not.toContain('combined');
  const { policy, provenance } = combinedView(typed(3), builtIn)!;
  expect(combinedOf(typed(3))).toMatchObject({ policy, provenance, text: printPolicy(policy).text });
});

it('is the same object while the policies of the roles are', () => {
  const before = combinedOf(typed(4));
  expect(combinedOf({ ...typed(4), trust: { dataScientist: { form: 'samlUsers', options: {} } } })).toBe(
    before,
  );
  expect(combinedOf(typed(5))).not.toBe(before);
});
