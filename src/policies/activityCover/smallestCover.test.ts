import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fewerPrefixes, nameForm, pathForm } from './fewerPrefixes.ts';
import { smallestCover } from './smallestCover.ts';

const piece = (set: string, cost: number) => ({ set, cost });

it.each<[groups: readonly (readonly number[])[], pieces: readonly number[]]>([
  [[], []],
  [[[0]], [0]],
  [
    [
      [0, 1],
      [1, 2],
    ],
    [1],
  ],
  [
    [[0], [1], [2]],
    [0, 1, 2],
  ],
  // The greedy choice takes the largest first, and then two more.
  [
    [
      [0, 2],
      [0, 2, 2],
      [0, 3],
      [1, 2],
      [1, 2, 2],
      [1, 4],
    ],
    [0, 1],
  ],
  [[[], [2]], [2]],
])('of groups %j the pieces are %j', (groups, expected) => {
  const found = smallestCover(
    ['a', 'b', 'c', 'd', 'e'].map((set) => piece(set, 10)),
    groups,
  );
  expect(found.pieces.toSorted((one, other) => one - other)).toEqual(expected);
  expect(found.isExact).toBe(true);
});

it('takes one piece of a set only', () => {
  const pieces = [piece('a', 10), piece('a', 10), piece('a', 11), piece('b', 30)];
  expect(
    smallestCover(pieces, [
      [0, 2],
      [1, 2],
    ]).pieces,
  ).toEqual([2]);
  expect(
    smallestCover(pieces, [
      [0, 2, 3],
      [1, 3],
    ]).pieces,
  ).toContain(3);
});

it('is not exact where the search was given up', () => {
  // Ten groups for nine sets, and a piece that covers all of them and leaves no other of its set.
  const small = Array.from({ length: 10 }, () =>
    Array.from({ length: 9 }, (_, set) => piece(`${set}`, 1)),
  ).flat();
  const groups = Array.from({ length: 10 }, (_, group) => [
    ...Array.from({ length: 9 }, (_one, set) => group * 9 + set),
    small.length,
  ]);
  expect(smallestCover([...small, piece('0', 5)], groups)).toEqual({
    pieces: [small.length],
    isExact: false,
  });
});

it('covers what can be covered, and costs no more than any other way', () => {
  const groups = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 4 }), { maxLength: 6 });
  const costs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(groups, costs, (of, cost) => {
      const pieces = cost.map((one, index) => piece(`${index}`, one));
      const sum = (places: readonly number[]) => places.reduce((all, place) => all + (cost[place] ?? 0), 0);
      const covers = (places: readonly number[]) =>
        of.every((group) => group.length === 0 || group.some((one) => places.includes(one)));
      const ways = Array.from({ length: 64 }, (_, bits) =>
        [0, 1, 2, 3, 4, 5].filter((one) => bits & (1 << one)),
      );
      const found = smallestCover(pieces, of);
      expect(covers(found.pieces)).toBe(true);
      expect(sum(found.pieces)).toBe(Math.min(...ways.filter(covers).map(sum)));
    }),
  );
});

it.each<[texts: readonly string[], prefixes: readonly string[]]>([
  [['b/x', 'b/x/y'], ['b/x']],
  [['b', 'b/x'], ['b']],
  [
    ['b/x', 'b/xy'],
    ['b/x', 'b/xy'],
  ],
  [['b/1/a', 'b/1/b', 'b/1/c', 'b/1/d', 'b/1/e', 'b/1/f'], ['b/1']],
  [['b/1/a', 'b/2/b', 'b/3/c', 'b/4/d', 'b/5/e', 'b/6/f'], ['b']],
])('folders %j are %j', (texts, prefixes) => {
  expect([...new Set(fewerPrefixes(texts, pathForm).values())]).toEqual(prefixes);
});

it.each<[texts: readonly string[], prefixes: readonly string[]]>([
  [['churn-', 'churn-xgb-'], ['churn-']],
  [
    ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6', 'b'],
    ['a-', 'b'],
  ],
])('names %j are %j', (texts, prefixes) => {
  expect([...new Set(fewerPrefixes(texts, nameForm).values())]).toEqual(prefixes);
});
