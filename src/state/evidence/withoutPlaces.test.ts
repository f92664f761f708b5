import { expect, it } from 'vitest';
import { runTests } from '../../policies/accessTests/runTests.ts';
import { compose } from '../../policies/compose/compose.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { addImportedPolicy } from '../../policies/handEdits/importedPolicies.ts';
import { withParsedEdits } from '../../policies/handEdits/parsedEdits.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { withoutPlaces } from './withoutPlaces.ts';

const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
const entries = [{ key: 'hand-1', text: '{"Effect":"Deny","Action":"sagemaker:*","Resource":"*"}' }];
const chosen = fillExamples(
  createDraft({ personas: ['dataScientist', 'notebookRole'], layout: 'merged' }, builtIn),
  builtIn,
);
const edited = withParsedEdits({ ...chosen, edits: { merged: { entries, removed: [] } } });
const { draft } = addImportedPolicy(edited, { title: 'X', kind: 'service-control', text });
const filled = { draft, documents: compose(draft, builtIn) };

it('leaves out places alone, and every test has the same result', () => {
  const asked = withoutPlaces({
    place: 'x',
    kind: 'tests',
    tests: filled,
    scenarios: filled,
    preset: null,
  });
  const posted = asked.kind === 'tests' ? structuredClone(asked.tests) : filled;
  const placed = (value: unknown) => JSON.stringify(value).match(/"places":\[\{/g)?.length ?? 0;
  // What is around the statements of the imported policy has a handful.
  expect([placed(filled), placed(posted)]).toEqual([6, 2]);
  expect(compose(posted.draft, builtIn).map(({ policy }) => policy)).toEqual(
    filled.documents.map(({ policy }) => policy),
  );
  const states = (of: typeof filled) =>
    runTests(of.draft, of.documents, builtIn).map(({ proof, state }) => [proof.title, state]);
  expect(states(filled).some(([, state]) => state === 'fails')).toBe(true);
  expect(states(posted)).toEqual(states(filled));
});

it('posts a draft without hand edits as it is', () => {
  const plain = { draft: chosen, documents: compose(chosen, builtIn) };
  const asked = withoutPlaces({ place: 'x', kind: 'tests', tests: plain, scenarios: plain, preset: null });
  expect(asked.kind === 'tests' && asked.tests.documents).toBe(plain.documents);
});
