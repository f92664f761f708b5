import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../testing/effort.ts';
import { Steps } from '../steps.ts';
import { Automaton } from './automaton.ts';
import { areApart } from './patternStarts.ts';
import { shortestText } from './shortestText.ts';
import { arnPattern, ignoreCasePattern, likePattern, type Pattern } from './textPattern.ts';
import { lettersOf } from './token.ts';

const field = fc
  .array(fc.constantFrom('a', 'A', 'b', '*', '?', '${k}'), { maxLength: 3 })
  .map((all) => all.join(''));
const text = fc.array(field, { minLength: 1, maxLength: 7 }).map((fields) => fields.join(':'));
const read = (written: string, compile: (typeof compilers)[number]): readonly Pattern[] => {
  const letters = lettersOf(written, true, new Map());
  const pattern = letters && compile(letters);
  return pattern ? [pattern] : [];
};
const compilers = [likePattern, arnPattern, ignoreCasePattern] as const;
const patterns = fc
  .array(fc.tuple(text, fc.constantFrom(...compilers)), { minLength: 1, maxLength: 3 })
  .map((all) => all.flatMap(([written, compile]) => read(written, compile)));

it('law: patterns that are found to be different match no common text, for any value of variables', () => {
  const counts = { apart: 0, together: 0 };
  fc.assert(
    fc.property(patterns, patterns, (one, other) => {
      const constraints = [one, other].map((list) => ({
        automaton: new Automaton(list, 'any'),
        within: true,
      }));
      const shared = shortestText(constraints, [], new Steps(1_000_000));
      const apart = areApart([one, other]);
      if (apart) expect(shared).toBeUndefined();
      counts[apart ? 'apart' : 'together'] += 1;
    }),
    { numRuns: runs(2000) },
  );
  expect(counts.apart).toBeGreaterThan(runs(2000) / 10);
  expect(counts.together).toBeGreaterThan(runs(2000) / 10);
});
