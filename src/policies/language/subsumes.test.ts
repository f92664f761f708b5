import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversAction, patternSubsumes } from './subsumes.ts';
import { globMatcher } from './glob.ts';
import { runs } from '../testing/effort.ts';
import { cpuSeconds } from '../testing/cpuSeconds.ts';

const glob = fc
  .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 7 })
  .map((letters) => letters.join(''));

/** What remains to be matched, in each way that a glob can be read: a `*` also matches nothing. */
type Rests = readonly string[];

function closed(rests: Rests): Rests {
  const found = new Set(rests);
  for (const rest of found) if (rest.startsWith('*')) found.add(rest.slice(1));
  return [...found].toSorted();
}

const after = (rests: Rests, letter: string): Rests =>
  closed(
    rests.flatMap((rest) => {
      if (rest.startsWith('*')) return [rest];
      return rest.startsWith('?') || rest.startsWith(letter) ? [rest.slice(1)] : [];
    }),
  );

/**
 * The shortest text that `narrow` matches and `wide` does not. Every pair of remains that some text leads to is looked at, so
 * that none is missed however long it is. `z` is in no glob: all letters that are in none lead to the same remains.
 */
function textOutside(wide: string, narrow: string): string | undefined {
  const ways = [{ text: '', one: closed([wide]), other: closed([narrow]) }];
  const seen = new Set<string>();
  for (const { text, one, other } of ways) {
    const key = JSON.stringify([one, other]);
    if (seen.has(key)) continue;
    seen.add(key);
    if (other.includes('') && !one.includes('')) return text;
    for (const letter of 'abz')
      ways.push({ text: text + letter, one: after(one, letter), other: after(other, letter) });
  }
  return undefined;
}

/** Every text of up to five letters. */
const texts = (() => {
  const found = [''];
  for (const text of found) if (text.length < 5) for (const letter of 'abz') found.push(text + letter);
  return found;
})();

const table: readonly (readonly [wide: string, narrow: string, covers: boolean])[] = [
  ['logs-*', 'logs-?', true],
  // More stars, or more characters, than are compared.
  ['*a'.repeat(65), `${'*a'.repeat(65)}?`, false],
  [`*${'a'.repeat(4096)}?`, `?${'a'.repeat(4096)}*`, false],
  ['logs-?', 'logs-*', false],
  ['?*', '*?', true],
  ['*?', '?*', true],
  ['**', '*', true],
  ['*b??', 'abbb*', false],
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
    expect(patternSubsumes(wide, narrow)).toBe(covers);
  });

  it('is exact: it covers what matches nothing that the other does not match', () => {
    fc.assert(
      fc.property(glob, glob, (wide, narrow) => {
        const [one, other] = [globMatcher(wide), globMatcher(narrow)];
        const outside = textOutside(wide, narrow);
        expect(patternSubsumes(wide, narrow)).toBe(outside === undefined);
        if (outside === undefined) expect(texts.filter((text) => other(text) && !one(text))).toEqual([]);
        else expect([other(outside), one(outside)]).toEqual([true, false]);
      }),
      { numRuns: runs(3000), examples: [['*b??', 'abbb*']] },
    );
  });

  it('answers soon, whatever the globs are', () => {
    const [many, more] = ['a*'.repeat(63), 'a?'.repeat(1000)];
    const seconds = cpuSeconds(() => {
      for (const one of [many, more, `${many}b`])
        for (const other of [many, more, `*${more}`]) patternSubsumes(one, other);
    });
    expect(seconds).toBeLessThan(60);
  });
});

it('the case of an action does not count', () => {
  expect(coversAction('S3:get*', 's3:GetObject')).toBe(true);
});
