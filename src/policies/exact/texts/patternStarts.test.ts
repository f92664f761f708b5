import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/effort.ts';
import { compareExact } from '../compareExact.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
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

describe('many statements about other resources', () => {
  const policyOf = (count: number, below: string): PolicyDocument => ({
    Version: '2012-10-17',
    Statement: Array.from(
      { length: count },
      (_, at): Statement => ({
        Effect: 'Allow',
        Action: [`s3:Get${at}*`, 's3:ListBucket', 's3:GetObject'],
        Resource: [`arn:aws:s3:::bucket-${at}/${below}*`, `arn:aws:sagemaker:*:111122223333:job/${at}-*`],
        Condition: { StringEquals: { 'aws:PrincipalTag/team': `t${at}` } },
      }),
    ),
  });

  it('take few steps: that 200 of them allow less than 200 others is proven', () => {
    const [before, after] = [policyOf(200, ''), policyOf(200, 'p/')];
    expect(compareExact([before], [after])).toMatchObject({
      newAccess: { kind: 'none', proven: true },
      removedAccess: { kind: 'some' },
    });
  });
});
