import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import type { OneOrMany, PolicyDocument } from '../language/policy.ts';
import { catalogOnDemand, testCatalog } from '../testing/testCatalog.ts';
import { compareExact } from './compareExact.ts';
import { isAccessPossible } from './isAccessPossible.ts';

const policy = (Action: OneOrMany, Resource: OneOrMany = '*'): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

describe('published actions only', () => {
  it('names that AWS has not published do not count', () => {
    const named = catalog.service('sagemaker')?.actions.map(({ name }) => name) ?? [];
    const [one, all] = [[policy(named)], [policy('sagemaker:*')]];
    expect(compareExact(one, all).newAccess.kind).toBe('some');
    expect(compareExact(one, all, { catalog, actions: 'published' }).newAccess.kind).toBe('none');
    expect(compareExact(one.slice(1), all, { catalog, actions: 'published' }).newAccess).toMatchObject({
      kind: 'some',
    });
  });

  it.each([
    ['a type that the action takes', 's3:GetObject', 'arn:aws:s3:::a/b', 'some'],
    ['a type that it does not take', 's3:GetObject', 'arn:aws:s3:::a', 'none'],
    ['an action without types, on *', 's3:ListAllMyBuckets', '*', 'some'],
    ['an action without types, on an ARN', 's3:ListAllMyBuckets', 'arn:aws:s3:::a', 'none'],
    ['another service', 's3:*', 'arn:aws:sqs:*:*:*', 'none'],
  ])('typed resources: %s', (_, action, resource, expected) => {
    const options = { catalog, actions: 'published', resources: 'typed' } as const;
    expect(compareExact([], [policy(action, resource)], options).newAccess.kind).toBe(expected);
    expect(compareExact([], [policy(action, resource)]).newAccess.kind).toBe('some');
  });

  it('a service whose data is not loaded is undecided, not empty', async () => {
    const options = { catalog: await catalogOnDemand(), actions: 'published' } as const;
    expect(compareExact([], [policy('s3:GetObject')], options).newAccess).toEqual({
      kind: 'undecided',
      because: { reason: 'dataNotLoaded', services: ['s3'] },
    });
    expect(compareExact([], [policy('s3:GetObject')], { actions: 'published' }).newAccess.kind).toBe(
      'undecided',
    );
  });
});

it('a request has an action that exists, as AWS writes it, where one will do', () => {
  expect(compareExact([policy('s3:PutObject')], [policy('s3:Put*')], { catalog }).newAccess).toMatchObject({
    witness: { action: expect.stringMatching(/^s3:Put[A-Z]\w+$/) },
  });
  const published = { catalog, actions: 'published' } as const;
  expect(compareExact([policy('s3:*')], [policy('*')], published).newAccess).toMatchObject({
    witness: { action: expect.stringMatching(/^(?!s3:)[\w-]+:[A-Z]\w+$/) },
  });
  expect(compareExact([policy('s3:getobject')], [policy('S3:*')], {}).newAccess).toMatchObject({
    kind: 'some',
  });
});

it('what takes more steps than it may is undecided, never proven', () => {
  const names = Array.from({ length: 12 }, (_, at) => `arn:aws:s3:::*${at}*x*`);
  const answer = compareExact([policy('*', names)], [policy('*', 'arn:aws:s3:::*1*2*3*x*')], { steps: 3 });
  expect(answer.newAccess).toEqual({ kind: 'undecided', because: { reason: 'steps' } });
});

it('both readings of a short pattern are looked at', () => {
  const answer = compareExact([policy('s3:*', 'arn:aws:s3:::a')], [policy('s3:*', 'arn:*a')]);
  expect(answer.newAccess).toMatchObject({ kind: 'some' });
  expect(
    compareExact([policy('s3:*', 'arn:*a')], [policy('s3:*', 'arn:aws:s3:::a')]).newAccess,
  ).toMatchObject({
    kind: 'some',
    otherReading: 'none',
  });
});

describe('whether access is possible', () => {
  const policies = [policy(['s3:Get*', 'sagemaker:*'], ['arn:aws:s3:::a/*', 'arn:aws:sagemaker:*:*:*'])];
  it.each([
    [{ actions: ['s3:PutObject'] }, 'none'],
    [{ actions: ['s3:*'], resources: ['arn:aws:s3:::b/*'] }, 'none'],
    [{ actions: ['s3:*'], resources: ['arn:aws:s3:::*/b'] }, 'some'],
    [{ actions: ['sagemaker:*'], condition: { Null: { 'sagemaker:VpcSubnets': 'true' } } }, 'some'],
    [{}, 'some'],
    [{ condition: { StringEquals: { k: 'a' }, StringNotEquals: { k: 'a' } } }, 'none'],
  ])('%j: %s', (question, expected) => {
    expect(isAccessPossible(policies, question).kind).toBe(expected);
  });
});

describe('a request has a resource that its action takes, where one will do', () => {
  const secret: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Action: '*', Resource: ['arn:aws:s3:*:*:*example*', 'arn:aws:s3:*:*:*x*'] },
    ],
  };
  it.each<readonly [action: string, resource: string, also: readonly PolicyDocument[], found: RegExp]>([
    ['s3:GetObject', '*', [], /^arn:aws:s3:::example\/example$/],
    ['s3:GetObject', '*', [secret], /^arn:aws:s3:::\w\/\w$/],
    ['s3:ListAllMyBuckets', '*', [], /^\*$/],
    ['sagemaker:CreateModel', 'arn:*', [], /^arn:aws:sagemaker:us-east-1:\d{12}:model\/example$/],
    ['kms:Decrypt', '*', [], /^arn:aws:kms:us-east-1:\d{12}:key\/example$/],
    // Here none will do.
    ['s3:GetObject', 'arn:aws:sqs:*:*:*', [], /^arn:aws:sqs:/],
  ])('%s on %s', (action, resource, also, found) => {
    for (const actions of ['all', 'published'] as const) {
      const { newAccess } = compareExact([], [policy(action, resource), ...also], { catalog, actions });
      expect(newAccess).toMatchObject({ kind: 'some', witness: { resource: expect.stringMatching(found) } });
    }
  });
});
