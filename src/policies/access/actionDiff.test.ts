import { expect, it } from 'vitest';
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
