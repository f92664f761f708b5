import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byFields, patterns, plainly, resources } from '../language/testing/resourcePatternArbitraries.ts';
import { isReadTwoWays } from '../language/resourcePattern.ts';
import { runs } from '../testing/effort.ts';
import { coversShared, meetsRead, resourcesMeet } from './resourceMeet.ts';

it('patterns that match the same resource meet', () => {
  fc.assert(
    fc.property(patterns, patterns, resources, (one, other, resource) => {
      if (plainly(one, resource) && plainly(other, resource))
        expect(resourcesMeet(one, other, 'some')).toBe(true);
      if (byFields(one, resource) && byFields(other, resource) && ![one, other].some(isReadTwoWays))
        expect(resourcesMeet(one, other, 'every')).toBe(true);
    }),
    { numRuns: runs(4000) },
  );
});

it.each([
  ['arn:aws:sagemaker:*:endpoint/*', 'arn:aws:sagemaker:*:*:endpoint/a', false, true],
  ['arn:aws:sagemaker', 'arn:aws:sagemaker:*:*:endpoint/a', true, true],
  ['arn:aws:sagemaker:*:*:endpoint/*', 'arn:aws:sagemaker:*:*:model/endpoint/a', false, false],
  ['arn:aws:iam::1:role/${aws:username}', 'arn:aws:iam::1:role/*', true, true],
  ['*', 'arn:aws:iam::1:role/x', true, true],
  ['arn:aws:?:b', 'arn:aws', true, true],
])('%s and %s: in every reading %s, in some %s', (one, other, every, some) => {
  expect([resourcesMeet(one, other, 'every'), resourcesMeet(one, other, 'some')]).toEqual([every, some]);
});

it('what covers all that two patterns share matches each resource that both match, in every reading', () => {
  fc.assert(
    fc.property(patterns, patterns, patterns, resources, (wide, one, other, resource) => {
      if (!coversShared(wide, one, other)) return;
      if (byFields(one, resource) && byFields(other, resource)) expect(byFields(wide, resource)).toBe(true);
      if (plainly(one, resource) && plainly(other, resource)) expect(plainly(wide, resource)).toBe(true);
    }),
    { numRuns: runs(20_000) },
  );
});

it.each([
  ['arn:aws:iam::*:role/*', '*', 'arn:aws:iam::*:role/*', true],
  ['arn:aws:iam::*:role/*', 'arn:aws:iam::*:*', 'arn:*:iam::*:role/*', true],
  ['arn:aws:iam::*:role/*', '*', 'arn:*:iam::*:role/*', false],
  ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:*', 'arn:aws:iam::*:role/*', true],
  ['arn:aws:iam::1:role/*', '*', 'arn:aws:iam::*:role/*', false],
  ['arn:aws:iam::*:role/?????', '*', 'arn:aws:iam::*:role/*', false],
  ['arn:aws:iam', '*', 'arn:aws:iam::*:role/*', true],
  ['arn:aws:iam:*:role/*', '*', 'arn:aws:iam::*:role/*', false],
  ['foo:aws:iam::*:role/*', '*', 'arn:aws:iam::*:role/*', false],
  ['<ROLE_ARN>', '<ROLE_ARN>', 'arn:aws:iam::*:role/*', true],
  ['<ROLE_ARN>', '*', 'arn:aws:iam::*:role/*', false],
])('%s covers what %s and %s share: %s', (wide, one, other, expected) => {
  expect(coversShared(wide, one, other)).toBe(expected);
});

it('patterns as policies read them meet wherever a resource matches both', () => {
  fc.assert(
    fc.property(patterns, patterns, resources, (one, other, resource) => {
      if (!plainly(one, resource) || !plainly(other, resource)) return;
      expect(meetsRead({ text: one, variables: true }, { text: other, variables: true })).toBe(true);
    }),
    { numRuns: runs(4000) },
  );
});

it.each([
  ['arn:aws:s3:::a/${aws:username}', true, 'arn:aws:s3:::a/b', true, true],
  ['arn:aws:s3:::a/${aws:username}', true, 'arn:aws:s3:::b/*', true, false],
  ['${aws:username}:::x', true, 'arn:aws:s3:::x', true, true],
  ['arn:aws:s3:::<BUCKET>', true, 'arn:aws:s3:::a/b', true, true],
])('%s (variables %s) and %s (variables %s) meet: %s', (one, first, other, second, expected) => {
  expect(meetsRead({ text: one, variables: first }, { text: other, variables: second })).toBe(expected);
});
