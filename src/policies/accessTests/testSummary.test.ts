import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { createDraft } from '../draft/createDraft.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { builtIn } from '../library/builtIn.ts';
import { runScenarios } from './runTests.ts';
import { type CountedResult, summarize, summaryInWords, type TestSummary } from './testSummary.ts';
import { scenarioInWords } from './testWords.ts';

/** States as a count sees them; the others are reasons of tests that were skipped. */
type Given =
  | 'holds'
  | 'fails'
  | 'error'
  | 'unknown'
  | 'activity'
  | 'wholeBucket'
  | 'option'
  | 'endpoint'
  | 'optionalActivity';

function resultOf(given: Given): CountedResult {
  if (given === 'holds' || given === 'fails' || given === 'error' || given === 'unknown')
    return { state: given };
  return { state: 'notAsked', why: given };
}
const scenarioOf = (stop: 'fails' | 'unknown' | undefined) => ({
  firstFailing: stop === undefined ? undefined : 1,
  steps: [resultOf('holds'), resultOf(stop ?? 'holds')],
});

describe('the count of tests', () => {
  it.each<[readonly Given[], readonly ('fails' | 'unknown' | undefined)[], TestSummary['outcome'], string]>([
    [[], [], 'none', '0 passed'],
    [['holds', 'holds'], [], 'passed', '2 passed'],
    [['holds', 'holds', 'option', 'endpoint'], [undefined], 'passed', '2 passed'],
    [['holds', 'activity', 'wholeBucket'], [], 'partial', '1 passed, 2 skipped'],
    [['activity'], [], 'partial', '0 passed, 1 skipped'],
    [['holds', 'optionalActivity'], [], 'passed', '1 passed'],
    [['holds', 'unknown'], [], 'partial', '1 passed, 1 unknown'],
    [['holds'], ['fails', undefined, 'fails'], 'partial', '1 passed, 2 scenarios fail'],
    [['holds'], ['unknown', undefined], 'partial', '1 passed, 1 scenario unknown'],
    [
      ['holds'],
      ['unknown', 'fails', 'unknown'],
      'partial',
      '1 passed, 1 scenario fails, 2 scenarios unknown',
    ],
    [
      ['holds', 'fails', 'error', 'activity'],
      ['fails'],
      'failed',
      '1 passed, 2 failed, 1 skipped, 1 scenario fails',
    ],
    [['option'], [], 'none', '0 passed'],
    [Array<Given>(1002).fill('holds'), [], 'passed', '1,002 passed'],
  ])('of %s with scenarios %s is %s: %s', (given, failing, outcome, text) => {
    const summary = summarize(given.map(resultOf), failing.map(scenarioOf));
    expect(summary.outcome).toBe(outcome);
    expect(summaryInWords(summary)).toBe(text);
  });
});

describe('a scenario with a call of which nothing can be said', () => {
  const deny = (Action: string, Resource: string) => ({ Effect: 'Deny', Action, Resource });
  const unclear = deny('sagemaker:CreateTrainingJob', 'arn:aws:sagemaker:*:training-job/*');
  const resultWith = (denied: readonly object[]) => {
    const draft = fillExamples(createDraft({ personas: ['notebookRole', 'trainingRole'] }, builtIn), builtIn);
    const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }, ...denied];
    const text = JSON.stringify({ Version: '2012-10-17', Statement });
    const limited = addImportedPolicy(draft, { title: 'x', kind: 'service-control', text }).draft;
    return runScenarios(limited, compose(limited, builtIn), builtIn).filter(
      ({ scenario }) => scenario.id === 'trainInVpc',
    );
  };

  it('is unknown, and counted as that', () => {
    const tasks = resultWith([unclear]);
    expect(tasks.map(scenarioInWords).join()).toMatch(/^unknown from call/);
    expect(summaryInWords(summarize([], tasks))).toBe('0 passed, 1 scenario unknown');
  });

  it('fails where a call behind it surely does', () => {
    const tasks = resultWith([unclear, deny('s3:PutObject', '*')]);
    expect(tasks.map(scenarioInWords).join()).toMatch(/^fails at call/);
    expect(summaryInWords(summarize([], tasks))).toBe('0 passed, 1 scenario fails');
  });
});
