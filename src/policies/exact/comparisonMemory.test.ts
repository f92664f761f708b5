import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { runs } from '../testing/effort.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { comparePermissions } from './compare.ts';
import { memoryOf } from './comparisonMemory.ts';
import { policyWithVariables, smallPolicy } from './testing/smallPolicies.ts';

const catalog = await testCatalog();
/** A catalog of which no comparison knows anything. */
const unused = () => ({ ...catalog });

it('law: what was compared before changes no answer', () => {
  const used = unused();
  let different = 0;
  fc.assert(
    fc.property(
      fc.oneof(smallPolicy, policyWithVariables),
      fc.oneof(smallPolicy, policyWithVariables),
      (before, after) => {
        const alone = comparePermissions([before], [after], unused());
        expect(comparePermissions([before], [after], used)).toEqual(alone);
        expect(comparePermissions([before], [after], used)).toEqual(alone);
        if (alone.length > 0) different += 1;
      },
    ),
    { numRuns: runs(300) },
  );
  expect(different).toBeGreaterThan(runs(300) / 4);
});

/** An Allow that all of its parts cover together: to prove it takes about a third of the steps that a comparison may take. */
function costly(name: string): readonly [parts: PolicyDocument, whole: PolicyDocument] {
  const keys = Array.from({ length: 9 }, (_, at) => `k:${name}${at}`);
  const allow = (Condition?: Statement['Condition']): Statement => ({
    Effect: 'Allow',
    Action: `s3:${name}`,
    Resource: '*',
    ...(Condition ? { Condition } : {}),
  });
  const parts = Array.from({ length: 2 ** keys.length }, (_, bits) => {
    const isIn = (at: number): boolean => Math.floor(bits / 2 ** at) % 2 === 1;
    const asked = (wanted: boolean) =>
      Object.fromEntries(keys.filter((_key, at) => isIn(at) === wanted).map((key) => [key, 'a']));
    return allow({ StringEquals: asked(true), StringNotEquals: asked(false) });
  });
  return [
    { Version: '2012-10-17', Statement: parts },
    { Version: '2012-10-17', Statement: [allow()] },
  ];
}

it('a comparison takes the same steps whatever is known', () => {
  const pairs = ['a', 'b', 'c', 'd'].map(costly);
  const [parts, wholes] = [pairs.map(([part]) => part), pairs.map(([, whole]) => whole)];
  const used = unused();
  for (const [part, whole] of pairs) expect(comparePermissions([part], [whole], used)).toEqual([]);
  const together = comparePermissions(parts, wholes, unused());
  expect(together).not.toEqual([]);
  expect(comparePermissions(parts, wholes, used)).toEqual(together);
  expect(comparePermissions(parts, wholes, used)).toEqual(together);
});

it('forgets when it is full', () => {
  const used = unused();
  const first = memoryOf(used);
  const Statement = Array.from({ length: 6000 }, (_, at) => ({
    Effect: 'Allow' as const,
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::bucket-${at}`,
  }));
  comparePermissions([], [{ Version: '2012-10-17', Statement }], used);
  expect(memoryOf(used)).not.toBe(first);
});
