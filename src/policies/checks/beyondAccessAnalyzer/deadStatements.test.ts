import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import type { PolicyType } from '../../language/policyType.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { checkPolicy } from '../checkPolicy.ts';
import { messageOf } from '../message.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' };
const DEAD = /^SPB_(?:ALLOW_NEVER|DENY_NEVER|ALLOW_ALWAYS|STATEMENT_COVERED)/;

const found = (owns: readonly object[], type: PolicyType = 'identity', codes = DEAD) =>
  checkPolicy(
    JSON.stringify({ Version: '2012-10-17', Statement: owns.map((own) => ({ ...READ, ...own })) }),
    type,
    { catalog, placeholders: 'open' },
  ).filter(({ code }) => codes.test(code));

const codes = (...owns: readonly object[]) => found(owns).map(({ code }) => code);
const when = (Condition: object) => codes({ Condition });
const NEVER = ['SPB_ALLOW_NEVER_MATCHES'];

describe('conditions that no request meets', () => {
  it.each([
    ['absent, and a value', { Null: { 'aws:SourceVpc': 'true' }, StringLike: { 'aws:SourceVpc': 'vpc-*' } }],
    [
      'two values of a key with one',
      { StringEquals: { 'aws:SourceVpc': 'vpc-1' }, StringLike: { 'aws:SourceVpc': 'vpce-*' } },
    ],
    ['a value and not that value', { StringEquals: { k: 'a' }, StringNotLike: { K: 'a*' } }],
    [
      'an empty range of numbers',
      { NumericLessThan: { 's3:max-keys': '5' }, NumericGreaterThan: { 's3:max-keys': '10' } },
    ],
    [
      'an address outside of its range',
      { IpAddress: { 'aws:SourceIp': '203.0.113.0/25' }, NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    ],
    [
      'an empty span of time',
      {
        DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
        DateGreaterThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' },
      },
    ],
  ])('%s', (_, condition) => {
    expect(when(condition)).toEqual(NEVER);
  });

  it.each([
    ['two values of a key that may have several', { StringEquals: { k: 'a' }, StringLike: { k: 'b*' } }],
    [
      'a range of numbers',
      { NumericLessThan: { 's3:max-keys': '10' }, NumericGreaterThan: { 's3:max-keys': '5' } },
    ],
    [
      'IfExists beside absent',
      { Null: { 'aws:SourceVpc': 'true' }, StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } },
    ],
    [
      'a missing value',
      { StringEquals: { 'aws:SourceVpc': '<VPC>' }, StringLike: { 'aws:SourceVpc': 'vpc-*' } },
    ],
    ['another key', { Null: { 'aws:SourceVpc': 'true' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } }],
  ])('not: %s', (_, condition) => {
    expect(when(condition)).toEqual([]);
  });

  it('of a policy variable in the resource, and of the account that the resource says', () => {
    const own = {
      Resource: 'arn:aws:s3:::ml/${aws:username}/*',
      Condition: { Null: { 'aws:username': 'true' } },
    };
    expect(codes(own)).toEqual(NEVER);
    const queue = { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:q' };
    const of = (account: string) => ({
      ...queue,
      Condition: { StringEquals: { 'aws:ResourceAccount': account } },
    });
    expect(codes(of('444455556666'))).toEqual(NEVER);
    expect(codes(of('111122223333'))).toEqual([]);
  });

  it('are at the keys that contradict each other', () => {
    const [finding] = found([
      {
        Effect: 'Deny',
        Condition: { Null: { 'aws:SourceVpc': 'true' }, StringEquals: { 'aws:SourceVpc': 'a' } },
      },
    ]);
    expect(finding).toMatchObject({
      code: 'SPB_DENY_NEVER_MATCHES',
      path: ['Statement', 0, 'Condition', 'Null', 'aws:SourceVpc'],
      also: [{ path: ['Statement', 0, 'Condition', 'StringEquals', 'aws:SourceVpc'] }],
    });
  });
});

describe('statements that others make superfluous', () => {
  const message = (owns: readonly object[], type?: PolicyType) => found(owns, type).map(messageOf);

  it('an Allow under several denials, with those that are needed', () => {
    const deny = { Effect: 'Deny', Action: 's3:*' };
    const owns = [
      {},
      { ...deny, Condition: { Null: { 'aws:SourceVpc': 'true' } } },
      { ...deny, Condition: { StringEquals: { 'aws:SourceVpc': 'a' } } },
      { ...deny, Condition: { Null: { 'aws:SourceVpc': 'false' } } },
    ];
    expect(message(owns)).toEqual([
      'This statement allows nothing: statements 2 and 4 together deny everything that it allows.',
      'This statement is redundant: statement 4 covers everything that it covers.',
    ]);
    expect(codes({}, { ...deny, Resource: 'arn:aws:s3:::ml-input/a*' })).toEqual([]);
    expect(codes({}, { ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } })).toEqual([]);
  });

  it('a statement that two others cover together, and of two that cover each other the second', () => {
    const values = (...of: readonly string[]) => ({ Condition: { StringEquals: { 'aws:SourceVpc': of } } });
    expect(message([values('a'), values('a', 'b'), values('b')])).toEqual([
      'This statement is redundant: statement 2 covers everything that it covers.',
      'This statement is redundant: statement 2 covers everything that it covers.',
    ]);
    expect(
      message([values('a'), { ...values('a', 'b'), Action: ['s3:GetObject'] }, values('b')].slice(0, 2)),
    ).toEqual(['This statement is redundant: statement 2 covers everything that it covers.']);
    expect(codes({ Action: 's3:Get*' }, { Action: 's3:?et*' })).toEqual(['SPB_STATEMENT_COVERED']);
  });

  it('not where the other is for other callers', () => {
    const callableBy = (name: string) => ({ Principal: { AWS: `arn:aws:iam::111122223333:role/${name}` } });
    expect(found([callableBy('A'), { ...callableBy('B'), Action: 's3:Get*' }], 'resource')).toEqual([]);
    expect(message([callableBy('A'), { Principal: '*', Action: 's3:Get*' }], 'resource')).toHaveLength(1);
  });

  it('not where the whole ARN is missing', () => {
    expect(codes({}, { Resource: '<ROLE_ARN>' }, { Resource: '<BUCKET>/*', Effect: 'Deny' })).toEqual([]);
  });

  it('no statement is redundant because of one that is redundant as well', () => {
    const same = [
      {},
      { Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::ml-input/*', 'arn:aws:s3:::ml-input/a'] },
    ];
    expect(codes(...same)).toEqual(['SPB_STATEMENT_COVERED']);
  });
});

describe('an action that policies of resources name with a resource of another kind', () => {
  const create = {
    Action: 'sagemaker:CreateModel',
    Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/fraud/*',
  };

  it.each<[PolicyType, object, readonly string[]]>([
    ['resource', { Principal: { AWS: '444455556666' } }, []],
    ['identity', {}, ['SPB_ACTION_NEVER_ALLOWED']],
    ['scp', { Effect: 'Deny' }, ['SPB_ACTION_NEVER_DENIED']],
  ])('in a policy of type %s', (type, more, expected) => {
    expect(found([{ ...create, ...more }], type, /^SPB_ACTION_NEVER/).map(({ code }) => code)).toEqual(
      expected,
    );
  });
});
