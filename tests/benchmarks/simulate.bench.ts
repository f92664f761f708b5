import { bench, describe } from 'vitest';
import type { PolicyDocument, Statement } from '../../src/policies/language/policy.ts';
import { prepare } from '../../src/policies/simulate/prepare.ts';
import type { AccessRequest } from '../../src/policies/simulate/request.ts';

const OWN = { 'aws:ResourceTag/owner': '${aws:username}' };
const TEMPLATES: readonly Statement[] = [
  { Effect: 'Allow', Action: 'sagemaker:*', Resource: '*', Condition: { StringEquals: OWN } },
  {
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: 'arn:aws:s3:::data/${aws:username}/*',
  },
  {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { StringNotEqualsIfExists: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } },
  },
  {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::*:role/team/*',
    Condition: { ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:sagemaker:*:*:*' } },
  },
  { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::data/*' },
];
const CALLS: readonly (readonly [action: string, arn: string])[] = [
  ['sagemaker:CreateTrainingJob', 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/x'],
  ['s3:GetObject', 'arn:aws:s3:::data/ana/train.csv'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/team/Trainer'],
  ['kms:ListKeys', '*'],
];

/** One to five statements, three on average. */
const sets = TEMPLATES.map((_, index) => {
  const document: PolicyDocument = { Version: '2012-10-17', Statement: TEMPLATES.slice(0, index + 1) };
  return prepare({ identity: [document] });
});
const requests = CALLS.map(
  ([action, arn]): AccessRequest => ({
    principal: 'arn:aws:iam::111122223333:user/ana',
    action,
    resource: { arn },
    context: {
      'aws:username': 'ana',
      'aws:SourceVpc': 'vpc-1',
      'aws:ResourceTag/owner': 'ana',
      'aws:SecureTransport': 'true',
    },
  }),
);
const calls = sets.flatMap((set) => requests.map((request) => ({ set, request })));

describe('evaluations a second, at least 100,000 (one call is one evaluation)', () => {
  let next = 0;
  bench('prepared policies of one to five statements', () => {
    const call = calls[next % calls.length];
    call?.set.verdict(call.request);
    next += 1;
  });
  bench('the same, with the grounds of the verdict', () => {
    const call = calls[next % calls.length];
    call?.set.simulate(call.request);
    next += 1;
  });
});
