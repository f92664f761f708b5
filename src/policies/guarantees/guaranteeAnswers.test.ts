import { expect, it } from 'vitest';
import { answersOf, changedAnswers, readAnswers, storedAnswers } from './guaranteeAnswers.ts';
import type { GuaranteeResult } from './guaranteeResult.ts';

const result = (id: string, state: 'proven' | 'noPolicy' | 'undecided'): GuaranteeResult => ({
  id,
  sentence: id,
  owner: { kind: 'persona', persona: 'trainingRole' },
  answer: state === 'undecided' ? { state, because: { reason: 'steps' } } : { state },
});

const before = [result('a', 'proven'), result('b', 'undecided'), result('constructor', 'proven')];

it('is kept in a link as what is open and how many are proven', () => {
  const answers = answersOf(before);
  expect(answers).toEqual({ proven: 2, open: { 'trainingRole/b': 'undecided' } });
  expect(readAnswers(JSON.parse(JSON.stringify(storedAnswers(answers))))).toEqual(answers);
});

it('names the answers that are others, and only those', () => {
  const answers = answersOf(before);
  expect(changedAnswers(answers, before)).toEqual([]);
  const now = [result('a', 'noPolicy'), result('b', 'proven'), result('constructor', 'proven')];
  expect(changedAnswers(answers, now).map((one) => [one.result.id, one.before])).toEqual([
    ['a', 'proven'],
    ['b', 'undecided'],
  ]);
});

it.each([null, 1, 'x', {}, [], [1], ['1', {}], [-1, {}], [1.5, {}], [1, null]])(
  'of %j there are none',
  (value) => {
    expect(readAnswers(value)).toBeUndefined();
  },
);

it('leaves out what is no answer', () => {
  expect(readAnswers([3, { a: 'proven', b: 'violated', c: 7 }])).toEqual({
    proven: 3,
    open: { b: 'violated' },
  });
});
