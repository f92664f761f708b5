import { expect, it } from 'vitest';
import { answersOf, answersSince, readAnswers, storedAnswers } from './guaranteeAnswers.ts';
import type { GuaranteeResult } from './guaranteeResult.ts';

const result = (id: string, state: 'proven' | 'noPolicy' | 'undecided'): GuaranteeResult => ({
  id,
  sentence: id,
  owner: { kind: 'persona', persona: 'trainingRole' },
  answer: state === 'undecided' ? { state, because: { reason: 'steps' } } : { state },
});

const before = [result('a', 'proven'), result('b', 'undecided'), result('constructor', 'proven')];

it('is kept in a link as what is open, how many are proven, and which guarantees there are', () => {
  const answers = answersOf(before);
  expect(answers).toEqual({
    proven: 2,
    open: { 'trainingRole/b': 'undecided' },
    mark: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(readAnswers(JSON.parse(JSON.stringify(storedAnswers(answers))))).toEqual(answers);
});

type Short = readonly [id: string, before: string];
const { mark: _mark, ...ofEarlierVersion } = answersOf(before);

it.each<
  [string, readonly GuaranteeResult[], readonly Short[], number, boolean | undefined, boolean | undefined]
>([
  ['nothing where all are the same', before, [], 0, true, undefined],
  [
    'the answers that are others',
    [result('a', 'noPolicy'), result('b', 'proven'), result('constructor', 'proven')],
    [
      ['a', 'proven'],
      ['b', 'undecided'],
    ],
    0,
    true,
    undefined,
  ],
  [
    'a guarantee that is new as one of which nothing is known',
    [...before, result('c', 'undecided'), result('d', 'proven')],
    [['c', 'provenOrNone']],
    0,
    false,
    false,
  ],
  ['what is gone', [result('a', 'proven'), result('constructor', 'proven')], [], 1, false, false],
  [
    'a guarantee in the place of another as one of which nothing is known',
    [result('a', 'proven'), result('b', 'undecided'), result('c', 'noPolicy')],
    [['c', 'provenOrNone']],
    0,
    false,
    undefined,
  ],
])('names %s', (_, now, changed, gone, same, sameAsEarlier) => {
  const found = answersSince(answersOf(before), now);
  expect(found.changed.map((one) => [one.result.id, one.before])).toEqual(changed);
  expect([found.gone, found.sameGuarantees]).toEqual([gone, same]);
  const earlier = answersSince(ofEarlierVersion, now);
  const open = earlier.changed.map((one) => [one.result.id, one.before]);
  expect(open).toEqual(changed.map(([id, state]) => [id, state === 'proven' ? 'provenOrNone' : state]));
  expect([earlier.gone, earlier.sameGuarantees]).toEqual([gone, sameAsEarlier]);
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
