import { expect, it, vi } from 'vitest';
import type { PolicyDocument } from '../language/policy.ts';
import { compareActions } from './actionDiff.ts';

/** Statements about one action, each on resources of its own, and on those that every one has besides. */
const reading = (statements: number, besides: readonly string[] = []): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: Array.from({ length: statements }, (_, at) => ({
    Effect: 'Allow',
    Action: 's3:Get*',
    Resource: [...Array.from({ length: 100 }, (__, of) => `arn:aws:s3:::bucket-${at}-${of}/*`), ...besides],
  })),
});

it('compares the actions of 500 policies with 100 resources each', () => {
  const nothing = { added: [], removed: [], rescoped: [], deniedAdded: [], deniedRemoved: [] };
  const [many, more] = [reading(500), reading(500, ['arn:aws:s3:::shared/*'])];
  expect(compareActions(many, more)).toEqual({ ...nothing, rescoped: ['s3:Get*'] });
  const covered = reading(500, ['arn:aws:s3:::bucket-3-7/a/*', 'arn:aws:s3:::bucket-4-2/?*']);
  expect(compareActions(many, covered)).toEqual(nothing);
});

it('writes the conditions of a statement once, however many actions it has', () => {
  const actions = Array.from({ length: 200 }, (_, at) => `s3:Action${at}`);
  const policy = (condition: string): PolicyDocument => ({
    Statement: [
      {
        Effect: 'Allow',
        Action: actions,
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': condition } },
      },
    ],
  });
  const writing = vi.spyOn(JSON, 'stringify');
  const { rescoped } = compareActions(policy('o-1'), policy('o-2'));
  const calls = writing.mock.calls.length;
  writing.mockRestore();
  expect(rescoped).toEqual(actions);
  expect(calls).toBe(2);
});

it('finds the patterns that cover an action in any spelling, and no others', () => {
  const allowing = (...Action: string[]): PolicyDocument => ({
    Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
  });
  const names = ['s3:GetObject', 'S3:getobjecttagging', 's3:ListBucket', 'sagemaker:ListApps'];
  for (const pattern of ['s3:Get*', 'S3:GET*', 's?:get*', '*:Get*', '*etobject*']) {
    const { added, removed } = compareActions(allowing(pattern), allowing(...names));
    expect(added, pattern).toEqual(['s3:ListBucket', 'sagemaker:ListApps']);
    expect(removed, pattern).toEqual([pattern]);
  }
});
