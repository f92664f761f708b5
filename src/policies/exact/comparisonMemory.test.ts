import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { fewerRuns } from '../testing/effort.ts';
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
    { numRuns: fewerRuns(300) },
  );
  expect(different).toBeGreaterThan(fewerRuns(300) / 4);
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

it('what answers that are needed twice cost is the same whatever is known', () => {
  const [parts, whole] = costly('a');
  const turned = ({ Statement }: PolicyDocument, Effect: Statement['Effect']): readonly Statement[] =>
    [Statement].flat().map((one) => ({ ...one, Effect }));
  const policy = (...Statement: readonly Statement[]): PolicyDocument => ({
    Version: '2012-10-17',
    Statement: [...Statement],
  });
  // Both that the Allow is gone and that the Deny is there follow from the old Denies, which deny all.
  const before = policy(...turned(whole, 'Allow'), ...turned(parts, 'Deny'));
  const after = policy(...turned(whole, 'Deny'));
  const others = ['b', 'c'].map(costly);
  const [one, other] = [
    [before, ...others.map(([part]) => part)],
    [after, ...others.map(([, all]) => all)],
  ];
  const used = unused();
  expect(comparePermissions([before], [after], used)).toEqual([]);
  const together = comparePermissions(one, other, unused());
  expect(comparePermissions(one, other, used)).toEqual(together);
});

const allow = (fields: Partial<Statement>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', ...(!fields.NotAction && { Action: 's3:GetObject' }), Resource: '*', ...fields },
  ],
});

it('a statement that is changed after it was compared changes no other answer', () => {
  const used = unused();
  const [Action, Resource, values] = [['s3:GetObject'], ['arn:aws:s3:::a/*'], ['a']];
  const asked = () =>
    structuredClone(allow({ Action, Resource, Condition: { StringEquals: { 'aws:username': values } } }));
  const written = asked();
  const alone = comparePermissions([], [written], unused());
  const mine = allow({ Action, Resource, Condition: { StringEquals: { 'aws:username': values } } });
  comparePermissions([], [mine], used);
  Action.push('iam:*');
  Resource.push('*');
  values.push('b');
  expect(comparePermissions([], [written], used)).toEqual(alone);
});

it.each<readonly [difference: string, before: Partial<Statement>, after: Partial<Statement>]>([
  [
    'two actions, and one text with both names',
    { Action: ['s3:GetObject', 's3:PutObject'] },
    { Action: 's3:GetObject s3:PutObject' },
  ],
  [
    'all but two patterns, and all but one text with both',
    { NotAction: ['s3:Get*', 's3:Put*'] },
    { NotAction: 's3:Get* s3:Put*' },
  ],
  [
    'numbers that JSON cannot write',
    { Condition: { StringEquals: { 'aws:username': JSON.parse('1e999') } } },
    { Condition: { StringEquals: { 'aws:username': JSON.parse('-1e999') } } },
  ],
])('texts that differ are not taken for the same: %s', (_difference, before, after) => {
  const [one, other] = [allow(before), allow(after)];
  expect(comparePermissions([one], [other], unused())).not.toEqual([]);
  expect(comparePermissions([other], [one], unused())).not.toEqual([]);
});

it.each<readonly [many: string, statements: number, ofEach: (at: number) => Partial<Statement>]>([
  ['statements', 6000, (at) => ({ Resource: `arn:aws:s3:::bucket-${at}` })],
  [
    'long statements',
    100,
    (at) => ({
      Resource: `arn:aws:s3:::bucket-${at}`,
      Condition: { StringEquals: { 'aws:username': [`${at}-${'long'.repeat(20_000)}`] } },
    }),
  ],
])('forgets when it is full: many %s', (_many, length, ofEach) => {
  const used = unused();
  const first = memoryOf(used);
  for (let at = 0; at < length; at += length / 10)
    comparePermissions(
      [],
      Array.from({ length: length / 10 }, (_, place) => allow(ofEach(at + place))),
      used,
    );
  expect(memoryOf(used)).not.toBe(first);
});
