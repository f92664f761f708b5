import { expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { guaranteesInWords, summarizeGuarantees } from './guaranteeSummary.ts';
import { missingFields, undecidedInWords } from './guaranteeWords.ts';

const of = (...states: readonly ('proven' | 'violated' | 'undecided' | 'noPolicy')[]) =>
  summarizeGuarantees(states.map((state) => ({ answer: { state } })));

it.each([
  [of(), 'none', '0 proven'],
  [of('proven', 'proven'), 'proven', '2 proven'],
  [of('proven', 'undecided'), 'partial', '1 proven, 1 undecided'],
  [of('noPolicy'), 'partial', '0 proven, 1 not computed'],
  [of(...Array<'proven'>(1444).fill('proven'), 'undecided'), 'partial', '1,444 proven, 1 undecided'],
  [of('proven', 'undecided', 'violated'), 'violated', '1 proven, 1 violated, 1 undecided'],
])('only what is proven in full is proven: %j', (summary, outcome, words) => {
  expect([summary.outcome, guaranteesInWords(summary)]).toEqual([outcome, words]);
});

it('names the fields that an undecided answer waits for, each once', () => {
  const because = {
    reason: 'missingValue',
    names: ['INPUT_BUCKET_NAME', 'INPUT_PREFIX', 'NO_FIELD'],
  } as const;
  expect(missingFields(because, builtIn).map(({ id }) => id)).toEqual(['inputData']);
  expect(undecidedInWords(because, builtIn)).toBe('It depends on missing values: Input data, <NO_FIELD>.');
});
