import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversAction, coversGlob } from './cover.ts';
import { globMatcher } from './glob.ts';

/** Every text of up to six letters, one of which (`z`) stands in no pattern. */
const texts = (() => {
  const found = [''];
  for (let from = 0, length = 1; length <= 6; length += 1) {
    const to = found.length;
    for (; from < to; from += 1) for (const letter of 'abz') found.push(`${found[from]}${letter}`);
  }
  return found;
})();

const glob = fc
  .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 5 })
  .map((letters) => letters.join(''));

const table: readonly (readonly [wide: string, narrow: string, covers: boolean])[] = [
  ['logs-*', 'logs-?', true],
  ['logs-?', 'logs-*', false],
  ['?*', '*?', true],
  ['*?', '?*', true],
  ['**', '*', true],
  ['*a*', '*a?*', true],
  ['*a?*', '*a*', false],
  ['??*', '*', false],
  ['a*b', 'a*b*b', true],
  ['${v}*', '${v}a', true],
  ['?', '${v}', false],
  ['*', '${v}', true],
  ['a${w}', 'a${v}', false],
  ['<NAME>-?', '<NAME>-x', true],
];

describe('coversGlob', () => {
  it.each(table)('%s over %s: %s', (wide, narrow, covers) => {
    expect(coversGlob(wide, narrow)).toBe(covers);
  });

  it('is exact: it covers what matches nothing that the other does not match', () => {
    fc.assert(
      fc.property(glob, glob, (wide, narrow) => {
        const [one, other] = [globMatcher(wide), globMatcher(narrow)];
        const is = texts.every((text) => !other(text) || one(text));
        expect(coversGlob(wide, narrow)).toBe(is);
      }),
      { numRuns: 3000 },
    );
  });

  it('answers soon, whatever the globs are', () => {
    const [many, more] = ['a*'.repeat(63), 'a?'.repeat(1000)];
    const start = performance.now();
    for (const one of [many, more, `${many}b`])
      for (const other of [many, more, `*${more}`]) coversGlob(one, other);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

it('the case of an action does not count', () => {
  expect(coversAction('S3:get*', 's3:GetObject')).toBe(true);
});
