import { expect, it } from 'vitest';
import type { RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { offerSentence } from './offerSentence.ts';

const region = { variable: 'region', values: ['us-east-1'], before: [], how: 'fill' } as const;
const account = { variable: 'accountId', values: ['111122223333'], before: [], how: 'fill' } as const;

it.each<[what: string, change: RefusalChange, openKeys: readonly string[], sentence: string]>([
  ['one value', { kind: 'values', values: [region] }, [], 'Allowed with Region set to “us-east-1”.'],
  [
    'a value in place of another',
    { kind: 'values', values: [{ ...region, before: ['eu-west-1'] }] },
    [],
    'Allowed with Region set to “us-east-1” instead of “eu-west-1”.',
  ],
  [
    'a value beside others',
    { kind: 'values', values: [{ ...region, values: ['us-east-1', 'us-west-2'], before: ['us-west-2'] }] },
    ['aws:SourceVpc'],
    'Allowed with “us-east-1” added to Region, if aws:SourceVpc in the request matches the policy.',
  ],
  [
    'values where the call depends on several keys',
    { kind: 'values', values: [region] },
    ['sagemaker:VpcSecurityGroupIds', 'sagemaker:VpcSubnets', 'aws:SourceVpc'],
    'Allowed with Region set to “us-east-1”, if sagemaker:VpcSecurityGroupIds, sagemaker:VpcSubnets, and aws:SourceVpc in the request match the policy.',
  ],
  [
    'an activity with a value',
    { kind: 'activity', activity: 'runJobs', options: {}, values: [region] },
    [],
    'Allowed with “Run training, tuning, and processing jobs” and Region set to “us-east-1”.',
  ],
  [
    'an activity with values',
    { kind: 'activity', activity: 'runJobs', options: {}, values: [region, account] },
    [],
    'Allowed with “Run training, tuning, and processing jobs”, Region set to “us-east-1”, and Account ID set to “111122223333”.',
  ],
])('an offer of %s is one sentence', (_, change, openKeys, sentence) => {
  expect(offerSentence(change, openKeys, builtIn)).toBe(sentence);
});
