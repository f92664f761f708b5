import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinations, pairwise } from './pairwise.ts';

const choices = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 3 }),
  fc.integer({ min: 1, max: 6 }).map((size) => Array.from({ length: size }, (_, value) => value)),
  { minKeys: 2, maxKeys: 6, noNullPrototype: true },
);

describe('pairwise', () => {
  it('lets any two values of different choices meet', () => {
    fc.assert(
      fc.property(choices, (all) => {
        const rows = pairwise(all);
        for (const [one, its] of Object.entries(all))
          for (const [other, values] of Object.entries(all))
            if (one !== other)
              for (const value of its)
                for (const next of values)
                  expect(rows.some((row) => row[one] === value && row[other] === next)).toBe(true);
      }),
    );
  });

  it('has few rows, the same every time, and each of them is a combination', () => {
    const all = {
      persona: [1, 2, 3, 4, 5, 6, 7, 8],
      layout: ['a', 'b'],
      kind: [1, 2, 3],
      filled: [true, false],
    };
    const rows = pairwise(all);
    expect(rows.length).toBeLessThanOrEqual(26);
    expect(rows).toEqual(pairwise(all));
    expect(combinations(all)).toEqual(expect.arrayContaining([...rows]));
    expect(combinations(all)).toHaveLength(96);
  });
});
