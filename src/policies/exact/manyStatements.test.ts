import { expect, it } from 'vitest';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { compareExact } from './compareExact.ts';
import { compareLayers } from './layers/compareLayers.ts';

type Shape = (at: number, below: string) => Statement;

const allow = (own: Partial<Statement>): Statement => ({ Effect: 'Allow', Action: 's3:GetObject', ...own });
const COUNT = 60;

/** Statements whose texts have much in common; those of the second policy are within those of the first, one by one. */
const shapes: readonly (readonly [name: string, shape: Shape])[] = [
  [
    'about other resources',
    (at, below) =>
      allow({
        Action: [`s3:Get${at}*`, 's3:ListBucket'],
        Resource: [`arn:aws:s3:::bucket-${at}/${below}*`, `arn:aws:sagemaker:*:111122223333:job/${at}-*`],
        Condition: { StringEquals: { 'aws:PrincipalTag/team': `t${at}` } },
      }),
  ],
  [
    'with wildcards on both sides',
    (at, below) =>
      allow({
        Action: [`s3:*${at}*`, 's3:GetObject'],
        Resource: [`arn:aws:s3:::*-${at}/${below}*`, `arn:aws:sagemaker:*:111122223333:*/*-${at}-*`],
        Condition: { StringLike: { 'aws:PrincipalTag/team': `*t${at}*` } },
      }),
  ],
  [
    'with negated conditions',
    (at, below) =>
      allow({
        Action: 's3:*',
        Resource: `arn:aws:s3:::*-${at}/${below}*`,
        Condition: {
          StringNotLike: { 'aws:PrincipalTag/team': `*t${at}*` },
          Bool: { 'aws:SecureTransport': 'true' },
        },
      }),
  ],
  [
    'of all resources but some',
    (at, below) =>
      allow({
        NotResource: [`arn:aws:s3:::b${at}/*`, ...(below ? [`arn:aws:s3:::${below}${at}`] : [])],
        Condition: { StringEquals: { 'aws:PrincipalTag/team': `t${at}` } },
      }),
  ],
];

const policyOf = (shape: Shape, below: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: Array.from({ length: COUNT }, (_, at) => shape(at, below)),
});

it.each(shapes)('law: many statements %s take few steps, for a proof and for a request', (_, shape) => {
  const [before, after] = [policyOf(shape, ''), policyOf(shape, 'p/')];
  const expected = { newAccess: { kind: 'none', proven: true }, removedAccess: { kind: 'some' } };
  const steps = COUNT * 250;
  expect(compareExact([before], [after], { steps })).toMatchObject(expected);
  expect(compareLayers({ identity: [before] }, { identity: [after] }, { steps })).toMatchObject(expected);
});

it('one statement with many resources allows the same as one for each: that takes few steps', () => {
  const resources = Array.from({ length: COUNT }, (_, at) => `arn:aws:s3:::bucket-${at}/*`);
  const one = { Version: '2012-10-17' as const, Statement: [allow({ Resource: resources })] };
  const each = { ...one, Statement: resources.map((Resource) => allow({ Resource })) };
  const same = { kind: 'none', proven: true };
  expect(compareExact([each], [one], { steps: COUNT * 10 })).toEqual({
    newAccess: same,
    removedAccess: same,
  });
});
