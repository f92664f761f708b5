import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Statement } from '../../language/policy.ts';
import { mergeStatements } from './mergeStatements.ts';
import { arns, patterns } from '../../language/testing/resourcePatternArbitraries.ts';
import { prepare } from '../../simulate/prepare.ts';
import { runsAsking } from '../../testing/effort.ts';

/** The last three cover those before them in one reading only. */
const near = fc.constantFrom(
  'arn:a',
  'arn:a*',
  'arn:a:*',
  'arn:a:*:b',
  'arn:a:*:a*',
  'arn:*:*a',
  'arn:a:*:b:*:*',
  'arn:*:*:a*:*:*',
  'arn:*:*a:*:*:*',
);
const list = fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: patterns }), {
  minLength: 1,
  maxLength: 3,
});
const statement: fc.Arbitrary<Statement> = fc.record({
  Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
  Action: fc.constantFrom('s3:GetObject', 's3:Get*', 's3:*', 's3:PutObject'),
  Resource: list,
});
const statements = fc.array(
  fc.oneof(
    statement,
    statement.map(({ Resource, ...own }): Statement => ({ ...own, NotResource: Resource ?? '*' })),
  ),
  { minLength: 1, maxLength: 6 },
);
const calls = fc.array(fc.record({ action: fc.constantFrom('s3:GetObject', 's3:PutObject'), arn: arns }), {
  minLength: 10,
  maxLength: 10,
});

/** A statement that is covered in one reading only has to stay: both verdicts are held, not the first alone. */
it('a merge changes neither the verdict nor its other reading, whatever fields are missing', () => {
  fc.assert(
    fc.property(statements, calls, (before, asked) => {
      const both = [before, mergeStatements(before)].map((Statement) =>
        prepare({ identity: [{ Version: '2012-10-17', Statement }] }),
      );
      for (const { action, arn } of asked) {
        const [one, other] = both.map((prepared) => {
          const { verdict, otherReading } = prepared.simulate({
            principal: 'arn:aws:iam::111122223333:user/ana',
            action,
            resource: { arn, accountId: '111122223333' },
            context: {},
          });
          return [verdict, otherReading?.verdict];
        });
        expect(other).toEqual(one);
      }
    }),
    { numRuns: runsAsking('mergeReadings', 10) },
  );
});

it('keeps what only the other reading covers, and joins what both do', () => {
  const on = (Resource: string, Effect: 'Allow' | 'Deny' = 'Deny'): Statement => ({
    Effect,
    Action: 's3:*',
    Resource,
  });
  const exact = 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod-a';
  const resources = (list: readonly Statement[]) => mergeStatements(list).map(({ Resource }) => Resource);
  expect(resources([on('arn:aws:sagemaker:*:endpoint/prod-*'), on(exact)])).toEqual([
    ['arn:aws:sagemaker:*:endpoint/prod-*', exact],
  ]);
  expect(resources([on('arn:aws:sagemaker:*'), on(exact)])).toEqual(['arn:aws:sagemaker:*']);
});
