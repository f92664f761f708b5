import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchGlob } from '../../language/glob.ts';
import { matchesResource } from '../../language/resourcePattern.ts';
import { Steps } from '../steps.ts';
import { Automaton } from './automaton.ts';
import { arnPattern, ignoreCasePattern, likePattern, type Pattern, resourcePatterns } from './textPattern.ts';
import { shortestText } from './shortestText.ts';
import { lettersOf } from './token.ts';

const letters = (text: string) => lettersOf(text, false, new Map()) ?? [];
const automatonOf = (patterns: readonly (Pattern | undefined)[]) =>
  new Automaton(
    patterns.filter((pattern) => pattern !== undefined),
    'same',
  );
const matches = (pattern: Pattern | undefined, text: string) => {
  const automaton = automatonOf([pattern]);
  return automaton.accepts(automaton.run(text.split('')));
};

const someText = fc.stringMatching(/^[ab:*?]{0,8}$/);
const someValue = fc.stringMatching(/^[ab:]{0,10}$/);
const arn = fc.tuple(fc.constantFrom('arn', 'a*', '*', 'a'), someText).map((parts) => parts.join(':'));
const value = fc.tuple(fc.constant('arn:a'), someValue, someValue).map((parts) => parts.join(':'));

describe('patterns match what the simulator matches', () => {
  it('StringLike', () => {
    fc.assert(
      fc.property(someText, someValue, (pattern, text) => {
        expect(matches(likePattern(letters(pattern)), text)).toBe(matchGlob(pattern, text));
      }),
    );
  });

  it.each([
    ['fields', 'fields'],
    ['short', 'plain'],
  ] as const)('resources, read as %s', (reading, simulated) => {
    fc.assert(
      fc.property(fc.oneof(arn, someText), value, (pattern, text) => {
        fc.pre(text.split(':').length >= 6);
        const found = resourcePatterns(letters(pattern), reading).some((one) => matches(one, text));
        expect(found).toBe(matchesResource(pattern, text, simulated));
      }),
    );
  });

  it('ARNs have six fields each; letters of either case where case does not count', () => {
    expect(matches(arnPattern(letters('arn:aws:s3:*')), 'arn:aws:s3:::a')).toBe(false);
    expect(matches(arnPattern(letters('arn:*:s3:::a*')), 'arn:aws:s3:::a:b')).toBe(true);
    expect(matches(arnPattern(letters('**')), 'x')).toBe(true);
    expect(matches(ignoreCasePattern(letters('aB*')), 'Ab*')).toBe(true);
    expect(matches(ignoreCasePattern(letters('aB*')), 'Abc')).toBe(false);
  });
});

describe('a shortest text', () => {
  const find = (within: readonly string[], without: readonly string[]) =>
    shortestText(
      [
        ...within.map((text) => ({ automaton: automatonOf([likePattern(letters(text))]), within: true })),
        { automaton: automatonOf(without.map((text) => likePattern(letters(text)))), within: false },
      ],
      [],
      new Steps(100_000),
    )?.join('');

  it.each([
    { within: ['s3:Get*'], without: ['s3:GetObject'], found: 's3:Get' },
    { within: ['s3:Get?*'], without: ['s3:Get?'], found: 's3:Getxx' },
    { within: ['a*', '*b'], without: ['a*'], found: undefined },
    { within: ['a*', '*b'], without: ['ab'], found: 'axb' },
    { within: ['*'], without: ['?*'], found: '' },
    { within: ['?*'], without: ['a*', '*a', '*a*', '?', '??'], found: 'xxx' },
    { within: ['*'], without: ['*'], found: undefined },
  ])('in $within and not in $without: $found', ({ within, without, found }) => {
    expect(find(within, without)).toBe(found);
  });

  it('is found where there is one, and satisfies what was asked', () => {
    const lists = fc.array(someText, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(lists, lists, fc.array(someValue, { maxLength: 30 }), (within, without, samples) => {
        const holds = (text: string) =>
          within.every((pattern) => matchGlob(pattern, text)) &&
          !without.some((pattern) => matchGlob(pattern, text));
        const found = find(within, without);
        if (found === undefined) expect(samples.filter(holds)).toEqual([]);
        else expect(holds(found)).toBe(true);
      }),
    );
  });
});
