import { describe, expect, it } from 'vitest';
import { type Counted, summarize, summaryInWords, type TestSummary } from './summary.ts';

/** States as a count sees them; the others are reasons of tests that were skipped. */
type Given = 'holds' | 'fails' | 'error' | 'unknown' | 'activity' | 'wholeBucket' | 'option' | 'endpoint';

function resultOf(given: Given): Counted {
  if (given === 'holds' || given === 'fails' || given === 'error' || given === 'unknown')
    return { state: given };
  return { state: 'notAsked', why: given };
}
const scenarioOf = (firstFailing: number | undefined) => ({ firstFailing });

describe('the count of tests', () => {
  it.each<[readonly Given[], readonly (number | undefined)[], TestSummary['outcome'], string]>([
    [[], [], 'none', '0 passed'],
    [['holds', 'holds'], [], 'passed', '2 passed'],
    [['holds', 'holds', 'option', 'endpoint'], [undefined], 'passed', '2 passed'],
    [['holds', 'activity', 'wholeBucket'], [], 'partial', '1 passed, 2 skipped'],
    [['activity'], [], 'partial', '0 passed, 1 skipped'],
    [['holds', 'unknown'], [], 'partial', '1 passed, 1 unknown'],
    [['holds'], [3, undefined, 0], 'partial', '1 passed, 2 scenarios fail'],
    [
      ['holds', 'fails', 'error', 'activity'],
      [0],
      'failed',
      '1 passed, 2 failed, 1 skipped, 1 scenario fails',
    ],
    [['option'], [], 'none', '0 passed'],
  ])('of %s with scenarios %s is %s: %s', (given, failing, outcome, text) => {
    const summary = summarize(given.map(resultOf), failing.map(scenarioOf));
    expect(summary.outcome).toBe(outcome);
    expect(summaryInWords(summary)).toBe(text);
  });
});
