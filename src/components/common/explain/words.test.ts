import { expect, it } from 'vitest';
import type { PolicyDocument } from '../../../policies/language/policy.ts';
import { simulate } from '../../../policies/simulate/simulate.ts';
import { verdictSentence } from './words.ts';

const allowedIf = (...keys: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'sagemaker:CreateTrainingJob',
      Resource: '*',
      Condition: { StringEquals: Object.fromEntries(keys.map((key) => [key, 'x'])) },
    },
  ],
});

it.each([
  [[], 'Allowed.'],
  [['sagemaker:VpcSubnets'], 'Unknown: depends on sagemaker:VpcSubnets. Enter its value below.'],
  [
    ['sagemaker:VpcSubnets', 'sagemaker:VpcSecurityGroupIds'],
    'Unknown: depends on sagemaker:VpcSubnets, sagemaker:VpcSecurityGroupIds. Enter their values below.',
  ],
])('a result that depends on %j says what to do', (keys, sentence) => {
  const request = {
    action: 'sagemaker:CreateTrainingJob',
    principal: 'arn:aws:iam::111122223333:role/a',
    resource: { arn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/x' },
    context: {},
  };
  const decision = simulate(request, { identity: [allowedIf(...keys)] }, { missingKeys: 'unknown' });
  expect(verdictSentence(decision)).toBe(sentence);
});
