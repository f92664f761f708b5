import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coversGlob } from '../cover.ts';
import { globMatcher, matchGlob } from './facts.ts';

/** The rule itself: `*` is any text, `?` one character. */
const rule = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`);

const letters = (more: readonly string[]) =>
  fc.array(fc.constantFrom('a', 'b', ...more), { maxLength: 12 }).map((list) => list.join(''));

it('a pattern matches what the rule says', () => {
  fc.assert(
    fc.property(letters(['*', '*', '?']), letters([]), (pattern, text) => {
      const expected = rule(pattern).test(text);
      expect(matchGlob(pattern, text)).toBe(expected);
      expect(globMatcher(pattern)(text)).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

it('patterns that no name in AWS needs end at once, and cover nothing', () => {
  expect(coversGlob('*a'.repeat(4000), 'a'.repeat(8000))).toBe(false);
  expect(coversGlob(`${'*a'.repeat(20)}*`, 'a'.repeat(2000))).toBe(true);
  const [text, pattern] = [`arn:aws:s3:::${'a'.repeat(1900)}`, `arn:aws:s3:::*${'a'.repeat(950)}b*`];
  const matches = globMatcher(pattern);
  expect(Array.from({ length: 2500 }, () => matches(text)).some(Boolean)).toBe(false);
});
