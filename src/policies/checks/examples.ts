import type { Example, FindingType, Rule } from './check.ts';
import type { PolicyType } from '../language/policyType.ts';

/** Small policies for the rules' examples. */

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' };

export const statements = (list: readonly object[], type: PolicyType = 'identity'): Example => ({
  policy: { Version: '2012-10-17', Statement: list },
  type,
});

/** One statement, Allow `s3:GetObject` on a bucket's objects, with what is given put over it. `undefined` leaves out. */
export const identity = (over: object): Example => statements([{ ...READ, ...over }]);

export const withCondition = (condition: object, over: object = {}): Example =>
  identity({ ...over, Condition: condition });

export const resource = (over: object): Example =>
  statements([{ ...READ, Principal: { AWS: 'arn:aws:iam::111122223333:role/Reader' }, ...over }], 'resource');

export const trust = (over: object): Example =>
  statements(
    [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'sagemaker.amazonaws.com' },
        ...over,
      },
    ],
    'trust',
  );

export const endpoint = (over: object): Example =>
  statements([{ ...READ, Principal: '*', ...over }], 'vpc-endpoint');

export const scp = (over: object): Example =>
  statements([{ Effect: 'Deny', Action: 's3:PutObject', Resource: '*', ...over }], 'scp');

export const rcp = (over: object): Example =>
  statements([{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*', ...over }], 'rcp');

/** Makes rules of one type. Where a rule names no valid example, it is this one. */
export const rulesOfType =
  (type: FindingType, good: Example) =>
  (code: string, message: string, advice: string, invalid: Example, valid = good): Rule => ({
    code,
    type,
    message,
    advice,
    invalid,
    valid,
  });
