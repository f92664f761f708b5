import { expect, it } from 'vitest';
import { countWithNoun, someNames } from './counts.ts';

it.each([
  [0, '0 policies'],
  [1, '1 policy'],
  [1002, '1,002 policies'],
])('%d with its noun is %s', (number, text) => {
  expect(countWithNoun(number, 'policy', 'policies')).toBe(text);
});

it.each([
  [2, 'a, a'],
  [3, 'a, a, a'],
  [4, 'a, a, a, and 1 more'],
  [1003, 'a, a, a, and 1,000 more'],
])('of %d names, three are named: %s', (number, text) => {
  expect(someNames(Array(number).fill('a'), 3)).toBe(text);
});
