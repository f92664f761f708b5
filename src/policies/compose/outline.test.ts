import { expect, it } from 'vitest';
import { examples } from '../library/examples/index.ts';
import { builtIn } from '../library/builtIn.ts';
import { deliver } from './deliver.ts';
import { draftOfExample } from './exampleDraft.ts';
import { outlineOf } from './outline.ts';

const outlines = new Map(
  examples.map((example) => [example.id, outlineOf(draftOfExample(example, builtIn), builtIn)]),
);

it('counts roles, policies and guardrails', () => {
  expect(outlines.get('twoTeams')).toMatchObject({ roles: 4, policies: 8, guardrails: 0 });
  expect(outlines.get('guardrailsAsScp')).toMatchObject({ roles: 0, policies: 2 });
  for (const example of examples)
    expect(outlines.get(example.id)?.policies).toBeGreaterThanOrEqual(
      deliver(draftOfExample(example, builtIn), builtIn).documents.length > 0 ? 1 : 0,
    );
});

it('says who passes which role, roles of one persona together', () => {
  const passes = outlines.get('twoTeams')?.passes;
  expect([...(passes?.get('dataScientist') ?? [])]).toEqual(['notebookRole', 'trainingRole']);
  expect(passes?.has('dataScientist-2')).toBe(false);
});
