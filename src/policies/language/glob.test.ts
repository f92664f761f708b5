import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patternSubsumes } from './subsumes.ts';
import { globMatcher, matchGlob } from './glob.ts';
import { runs } from '../testing/effort.ts';

/** The rule itself: `*` is any text, `?` one character; those at the places in `literal` mean themselves. */
const rule = (pattern: string, literal: ReadonlySet<number> = new Set()): RegExp =>
  new RegExp(
    `^${Array.from(pattern)
      .map((letter, at) => {
        if (literal.has(at)) return /\w/.test(letter) ? letter : `\\${letter}`;
        return { '*': '[^]*', '?': '[^]' }[letter] ?? letter;
      })
      .join('')}$`,
  );

const letters = (more: readonly string[]) =>
  fc.array(fc.constantFrom('a', 'b', ...more), { maxLength: 12 }).map((list) => list.join(''));

it('a pattern matches what the rule says', () => {
  fc.assert(
    fc.property(letters(['*', '*', '?']), letters(['c']), (pattern, text) => {
      const expected = rule(pattern).test(text);
      expect(matchGlob(pattern, text)).toBe(expected);
      expect(globMatcher(pattern)(text)).toBe(expected);
    }),
    { numRuns: runs(2500) },
  );
});

it('a wildcard at a literal place means itself', () => {
  fc.assert(
    fc.property(
      letters(['*', '?']),
      letters(['*', '?']),
      fc.uniqueArray(fc.nat(11)),
      (pattern, text, places) => {
        const literal = new Set(places.filter((place) => place < pattern.length));
        expect(matchGlob(pattern, text, literal)).toBe(rule(pattern, literal).test(text));
      },
    ),
    { numRuns: runs(2500) },
  );
});

/** So long that they are matched in the other way. */
it('long patterns and texts match what the rule says', () => {
  fc.assert(
    fc.property(letters(['*', '?']), letters(['c']), fc.boolean(), (pattern, text, isLiteral) => {
      const [start, end] = ['a?'.repeat(180), '*?'.repeat(20)];
      const [long, given] = [
        `${start}${pattern}${end}`,
        `${'ab'.repeat(180)}${text}${'c'.repeat(isLiteral ? 19 : 21)}`,
      ];
      const literal = new Set(isLiteral ? [361] : []);
      expect(long.length * given.length).toBeGreaterThan(100_000);
      expect(matchGlob(long, given, literal)).toBe(rule(long, literal).test(given));
    }),
    { numRuns: runs(50) },
  );
});

const covered: readonly (readonly [title: string, wide: string, narrow: string])[] = [
  ['a name, by more stars than anybody needs', `s3:${'*e'.repeat(70)}*`, `s3:Get${'e'.repeat(70)}`],
  ['a name, by a pattern as long as nobody needs', `s3:${'?'.repeat(5000)}*`, `s3:${'e'.repeat(5001)}`],
];
it.each(covered)('is covered however long it is: %s', (_title, wide, narrow) => {
  expect(patternSubsumes(wide, narrow)).toBe(true);
  expect(patternSubsumes(wide, `x${narrow}`)).toBe(false);
});

it('patterns that no name in AWS needs end at once, and cover no pattern', () => {
  expect(patternSubsumes('*a'.repeat(4000), `${'a'.repeat(8000)}*`)).toBe(false);
  expect(patternSubsumes(`${'*a'.repeat(20)}*`, 'a'.repeat(2000))).toBe(true);
  const [text, pattern] = [`arn:aws:s3:::${'a'.repeat(1900)}`, `arn:aws:s3:::*${'a'.repeat(950)}b*`];
  const matches = globMatcher(pattern);
  expect(Array.from({ length: 2500 }, () => matches(text)).some(Boolean)).toBe(false);
  const slow = globMatcher(`arn:aws:s3:::*${'a?'.repeat(475)}b*`);
  expect(Array.from({ length: 100 }, () => slow(text)).some(Boolean)).toBe(false);
});
