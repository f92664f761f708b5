import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from './valueCandidates.ts';
import { addressSet, dateSet, numberSet } from './pointSets.ts';
import type { PointSet } from './valueSet.ts';

const number = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', '.5', '.05'))
  .map((two) => two.join(''));
const comparison = fc.constantFrom(
  'Equals',
  'LessThan',
  'LessThanEquals',
  'GreaterThan',
  'GreaterThanEquals',
);
const block = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 28, max: 32 }))
  .map((two) => `10.0.0.${two[0]}/${two[1]}`);

const has = (sets: readonly (PointSet | undefined)[], value: string, signs: readonly boolean[]) =>
  sets.every((set, at) => set?.has(value) === signs[at]);
const near = (sets: readonly (PointSet | undefined)[]) => sets.flatMap((set) => set?.near ?? []);

describe('a few candidates decide for every value', () => {
  it('of numbers', () => {
    const sets = fc.array(
      fc.tuple(comparison, fc.array(number, { minLength: 1, maxLength: 2 }), fc.boolean()),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(sets, fc.integer({ min: -4000, max: 4000 }), (described, sample) => {
        const made = described.map(([name, values]) => numberSet(name, values));
        const signs = described.map(([, , sign]) => sign);
        if (has(made, String(sample / 1000), signs))
          expect(candidatesOf('number', near(made)).some((one) => has(made, one, signs))).toBe(true);
      }),
    );
  });

  it('of addresses', () => {
    const sets = fc.array(fc.tuple(fc.array(block, { minLength: 1, maxLength: 2 }), fc.boolean()), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(sets, fc.integer({ min: 0, max: 40 }), (described, last) => {
        const made = described.map(([values]) => addressSet(values));
        const signs = described.map(([, sign]) => sign);
        if (has(made, `10.0.0.${last}`, signs))
          expect(candidatesOf('address', near(made)).some((one) => has(made, one, signs))).toBe(true);
      }),
    );
  });

  it('dates in both forms are one line; a year is no number of seconds', () => {
    const set = dateSet('LessThan', ['1970-01-01T00:00:10Z']);
    expect([set?.has('9.9'), set?.has('10')]).toEqual([true, false]);
    expect(dateSet('GreaterThan', ['2026'])?.has('2027')).toBe(false);
    expect(dateSet('GreaterThanEquals', ['1767225600'])?.near).toEqual(dateSet('Equals', ['2026'])?.near);
  });
});
