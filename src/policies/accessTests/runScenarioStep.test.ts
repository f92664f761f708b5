import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { scenarios } from '../library/accessTests/scenarios/index.ts';
import type { Draft } from '../model/draft.ts';
import { eachTestResult, runScenarios } from './runTests.ts';
import type { ScenarioResult } from './testResult.ts';
import { causeInWords, scenarioInWords } from './testWords.ts';

const role = '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>';
const notebookOnly = ['dataScientist', 'notebookRole', 'trainingRole'];

function passes(partial: Partial<Draft>, fill: 'all' | 'butRoles' = 'butRoles') {
  const draft = fillExamples(createDraft(partial, builtIn), builtIn, fill);
  const results = runScenarios(draft, compose(draft, builtIn), builtIn);
  const step = results
    .find(({ scenario }) => scenario.id === 'deployModel')
    ?.steps.find(({ proof }) => proof.action === 'iam:PassRole' && proof.resource === role);
  return { results, step };
}

const isBroken = ({ firstFailing }: ScenarioResult): boolean => firstFailing !== undefined;

it.each([
  ['fails, where the role is neither created nor given', notebookOnly, 'butRoles', 'fails'],
  ['is allowed, where it is given', notebookOnly, 'all', 'holds'],
  ['is allowed, where it is created', [...notebookOnly, 'hostingRole'], 'butRoles', 'holds'],
] as const)('a call that passes a role %s', (_, personas, fill, state) => {
  const { results, step } = passes({ personas: [...personas] }, fill);
  expect(step?.state).toBe(state);
  expect(results.some(isBroken)).toBe(state === 'fails');
});

const causeOf = (partial: Partial<Draft>) => {
  const { step } = passes(partial);
  return step?.state === 'fails' ? causeInWords(step, builtIn) : 'it does not fail';
};

it('says what is missing where the call would be allowed with it', () => {
  expect(causeOf({ personas: notebookOnly })).toBe(
    '“Inference execution role” isn’t selected, and no valid ARN of an existing role is entered. Select it in step 1, or enter the ARN in step 3.',
  );
  const activities = { notebookRole: [chooseActivity('runJobs', builtIn)] };
  expect(causeOf({ personas: notebookOnly, activities })).toBeUndefined();
});

it.each([
  [['persona', 'persona'], 'skipped, because none of its roles is selected'],
  [['persona', 'activity'], 'all 2 calls skipped'],
] as const)('a scenario whose calls are skipped because of %j: %s', (reasons, words) => {
  const [result] = passes({ personas: ['featureReader'] }).results;
  const [skipped] = result?.steps ?? [];
  if (!result || skipped?.state !== 'notAsked') throw new Error('nothing is skipped');
  const steps = reasons.map((why) => ({ ...skipped, why }));
  expect(scenarioInWords({ ...result, steps })).toBe(words);
});

it('only calls on missing roles fail for any one persona as it is selected by default', () => {
  expect(scenarios.length).toBeGreaterThan(5);
  const failed = builtIn.personas.flatMap(({ id }) => {
    const draft = fillExamples(createDraft({ personas: [id] }, builtIn), builtIn, 'butRoles');
    const documents = compose(draft, builtIn);
    return [
      ...runScenarios(draft, documents, builtIn).flatMap(({ steps }) => steps),
      ...eachTestResult(draft, documents, builtIn),
    ]
      .filter((result) => result.state === 'fails' && result.cause !== 'missingRole')
      .map(({ proof }) => `${id}: ${proof.title}`);
  });
  expect(failed).toEqual([]);
});
