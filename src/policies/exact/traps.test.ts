import { describe, expect, it } from 'vitest';
import type { OneOrMany, PolicyDocument, Principal, Statement } from '../language/policy.ts';
import { compareExact } from './compareExact.ts';

type Condition = Statement['Condition'];
type Row = readonly [
  what: string,
  before: readonly Statement[],
  after: readonly Statement[],
  newAccess: string,
  removedAccess: string,
];

const policy = (statements: readonly Statement[], Version = '2012-10-17'): PolicyDocument =>
  Version === '' ? { Statement: statements } : { Version, Statement: statements };

const statement =
  (Effect: Statement['Effect']) =>
  (Action: OneOrMany, Resource: OneOrMany = '*', ...[Condition]: readonly Condition[]): Statement =>
    Condition ? { Effect, Action, Resource, Condition } : { Effect, Action, Resource };
const allow = statement('Allow');
const deny = statement('Deny');
const bucket = (name: string) => `arn:aws:s3:::${name}`;
const when = (operator: string, key: string, values: OneOrMany): Condition => ({
  [operator]: { [key]: values },
});

const rows: readonly Row[] = [
  [
    'a union covers',
    [allow('s3:*', bucket('a*')), allow('s3:*', bucket('?*'))],
    [allow('s3:*', bucket('?*'))],
    'none',
    'none',
  ],
  [
    'two halves of a name',
    [allow('s3:Get*'), allow(['s3:Put*', 's3:List*'])],
    [allow(['s3:Put*', 's3:Get*', 's3:List*'])],
    'none',
    'none',
  ],
  [
    'split by a condition',
    [
      allow('s3:GetObject', '*', when('Bool', 'aws:SecureTransport', 'true')),
      allow('s3:GetObject', '*', when('BoolIfExists', 'aws:SecureTransport', 'false')),
    ],
    [allow('s3:GetObject')],
    'none',
    'none',
  ],
  [
    'split without the absent key',
    [
      allow('s3:GetObject', '*', when('Bool', 'k', 'true')),
      allow('s3:GetObject', '*', when('Bool', 'k', 'false')),
    ],
    [allow('s3:GetObject')],
    'some',
    'none',
  ],
  [
    'a carve-out by Deny and by NotResource',
    [allow('s3:*'), deny('s3:*', bucket('secret/*'))],
    [{ Effect: 'Allow', Action: 's3:*', NotResource: bucket('secret/*') }],
    'none',
    'none',
  ],
  [
    'NotAction leaves one service',
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    [allow('*'), deny('iam:*')],
    'none',
    'none',
  ],
  [
    'NotAction allows what comes tomorrow',
    [allow(['s3:*', 'ec2:*'])],
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    'some',
    'none',
  ],
  ['future actions', [allow(['s3:GetObject', 's3:GetBucketPolicy'])], [allow('s3:Get*')], 'some', 'none'],
  [
    'CIDR halves',
    [allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))],
    [allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', ['10.0.0.0/9', '10.128.0.0/9']))],
    'none',
    'none',
  ],
  [
    'IPv4 only',
    [allow('s3:*', '*', when('IpAddress', 'aws:SourceIp', '0.0.0.0/0'))],
    [allow('s3:*', '*', when('Null', 'aws:SourceIp', 'false'))],
    'some',
    'none',
  ],
  [
    'dates in two forms',
    [allow('s3:*', '*', when('DateLessThan', 'aws:CurrentTime', '2026-01-01T00:00:00Z'))],
    [allow('s3:*', '*', when('DateLessThan', 'aws:CurrentTime', '1767225600'))],
    'none',
    'none',
  ],
  [
    'numbers are dense',
    [allow('s3:*', '*', when('NumericLessThanEquals', 's3:max-keys', '10'))],
    [allow('s3:*', '*', when('NumericLessThan', 's3:max-keys', '11'))],
    'some',
    'none',
  ],
  [
    'case of actions and keys',
    [allow('S3:getobject', '*', when('StringEquals', 'AWS:PrincipalTag/Team', 'a'))],
    [allow('s3:GetObject', '*', when('StringEquals', 'aws:principaltag/team', 'a'))],
    'none',
    'none',
  ],
  [
    'case of resources and values',
    [allow('s3:*', bucket('A'))],
    [allow('s3:*', bucket('a'))],
    'some',
    'some',
  ],
  [
    'ignored case',
    [allow('s3:*', '*', when('StringEqualsIgnoreCase', 'k', 'ab'))],
    [allow('s3:*', '*', when('StringEquals', 'k', ['ab', 'AB', 'aB', 'Ab']))],
    'none',
    'none',
  ],
  [
    'a value is never empty',
    [allow('s3:*', '*', when('StringLike', 'k', '*'))],
    [allow('s3:*', '*', when('Null', 'k', 'false'))],
    'none',
    'none',
  ],
  [
    'absent keys and negated operators',
    [allow('s3:*', '*', when('StringNotEquals', 'k', 'a'))],
    [allow('s3:*', '*', when('StringNotEqualsIfExists', 'k', 'a'))],
    'none',
    'none',
  ],
  [
    'IfExists',
    [allow('s3:*', '*', when('StringEquals', 'k', 'a'))],
    [allow('s3:*', '*', when('StringEqualsIfExists', 'k', 'a'))],
    'some',
    'none',
  ],
  [
    'ForAllValues holds for no values',
    [allow('s3:*', '*', when('ForAnyValue:StringEquals', 'k', 'a'))],
    [allow('s3:*', '*', when('ForAllValues:StringEquals', 'k', 'a'))],
    'some',
    'some',
  ],
  [
    'every and some of a set',
    [allow('s3:*', '*', { 'ForAllValues:StringEquals': { k: 'a' }, Null: { k: 'false' } })],
    [allow('s3:*', '*', { 'ForAllValues:StringEquals': { k: 'a' }, 'ForAnyValue:StringEquals': { k: 'a' } })],
    'none',
    'none',
  ],
  [
    'sets of two values',
    [
      allow('s3:*', '*', when('ForAllValues:StringEquals', 'k', 'a')),
      allow('s3:*', '*', when('ForAllValues:StringEquals', 'k', 'b')),
    ],
    [allow('s3:*', '*', when('ForAllValues:StringEquals', 'k', ['a', 'b']))],
    'some',
    'none',
  ],
  ['Deny that does not matter', [allow('s3:Get*')], [allow('s3:Get*'), deny('s3:Put*')], 'none', 'none'],
  ['Deny that matters', [allow('s3:*')], [allow('s3:*'), deny('s3:Put*')], 'none', 'some'],
  [
    'conditions that contradict each other',
    [],
    [allow('s3:*', '*', { StringEquals: { k: 'a' }, StringNotEquals: { K: 'a' } })],
    'none',
    'none',
  ],
  [
    'a short ARN is completed field by field',
    [allow('s3:*', 'arn:aws:*:*:*:x')],
    [allow('s3:*', 'arn:aws:s3:*x')],
    'some',
    'some',
  ],
  [
    'a short ARN is completed',
    [allow('sqs:*', 'arn:aws:sqs')],
    [allow('sqs:*', 'arn:aws:sqs:*:*:*')],
    'none',
    'none',
  ],
  [
    'variables cancel',
    [allow('s3:*', bucket('home/${aws:username}/*'))],
    [allow('s3:Get*', bucket('home/${AWS:Username}/a*'))],
    'none',
    'some',
  ],
  [
    'a variable is within a wildcard',
    [allow('s3:*', bucket('home/*'))],
    [allow('s3:*', bucket('home/${aws:username}'))],
    'none',
    'some',
  ],
  [
    'a variable may be another name',
    [allow('s3:*', bucket('home/bob'))],
    [allow('s3:*', bucket('home/${aws:username}'))],
    'some',
    'some',
  ],
  [
    'a variable that a condition fixes',
    [allow('s3:*', bucket('home/bob'), when('StringEquals', 'aws:username', 'bob'))],
    [allow('s3:*', bucket('home/${aws:username}'), when('StringEquals', 'aws:username', 'bob'))],
    'none',
    'none',
  ],
  [
    'a variable with a wildcard in its value',
    [allow('s3:*', bucket('home/${*}'))],
    [allow('s3:*', bucket('home/*'))],
    'some',
    'none',
  ],
  [
    'a variable with a default',
    [allow('s3:*', bucket("${aws:username, 'nobody'}"))],
    [allow('s3:*', bucket('nobody'), when('Null', 'aws:username', 'true'))],
    'none',
    'some',
  ],
  [
    'a Deny with an unset variable',
    [allow('s3:*'), deny('s3:*', '*', when('StringNotEquals', 's3:prefix', '${aws:username}'))],
    [allow('s3:*')],
    'some',
    'none',
  ],
  [
    'a variable beside everything',
    [],
    [{ Effect: 'Allow', Action: 's3:*', NotResource: ['*', bucket('${aws:username}')] }],
    'none',
    'none',
  ],
  [
    'two variables of a list, each in a statement of its own',
    [allow('s3:*', bucket('${aws:username}')), allow('s3:*', bucket('${aws:username}/*'))],
    [allow('s3:*', [bucket('${aws:username}/*'), bucket('${aws:username}')])],
    'none',
    'none',
  ],
  [
    'four variables that matter to none of the differences',
    [
      allow('s3:*', bucket('${aws:username}/${a}/*'), when('StringEquals', 'k', '${b}')),
      allow('ec2:*', '*', when('StringEquals', 'k', ['${c}', 'x'])),
    ],
    [
      allow('s3:Get*', bucket('${aws:username}/${a}/*'), when('StringEquals', 'k', '${b}')),
      allow('ec2:*', '*', when('StringEquals', 'k', 'x')),
    ],
    'none',
    'some',
  ],
  [
    'bytes',
    [allow('s3:*', '*', when('BinaryEquals', 'k', ['QQ==', 'QUI=']))],
    [allow('s3:*', '*', when('BinaryEquals', 'k', 'QQ=='))],
    'none',
    'some',
  ],
  [
    'bytes without padding',
    [allow('s3:*', '*', when('BinaryEquals', 'k', 'QQ'))],
    [allow('s3:*', '*', when('BinaryEquals', 'k', 'QQ=='))],
    'none',
    'none',
  ],
  [
    'placeholders cancel',
    [allow('s3:*', bucket('<BUCKET>/*'))],
    [allow('s3:Get*', bucket('<BUCKET>/a/*'))],
    'none',
    'some',
  ],
  [
    'a request for every value of a placeholder',
    [allow('s3:Get*', bucket('<BUCKET>/*'))],
    [allow('s3:*', bucket('<BUCKET>/*'))],
    'some',
    'none',
  ],
  [
    'a missing value decides',
    [allow('s3:*', bucket('acme'))],
    [allow('s3:*', bucket('<BUCKET>'))],
    'undecided',
    'undecided',
  ],
  [
    'placeholders and others apart',
    [allow('s3:*', bucket('acme'))],
    [allow('s3:*', bucket('acme')), allow('ec2:*', '<ANY>')],
    'undecided',
    'none',
  ],
];

describe('access that is new and access that is gone', () => {
  it.each(rows)('%s', (_, before, after, newAccess, removedAccess) => {
    const found = compareExact([policy(before)], [policy(after)]);
    expect([found.newAccess.kind, found.removedAccess.kind], JSON.stringify(found)).toEqual([
      newAccess,
      removedAccess,
    ]);
  });

  it('Version 2008 has no variables', () => {
    const statements = [allow('s3:*', bucket('${aws:username}'))];
    for (const version of ['2008-10-17', ''])
      expect(compareExact([policy(statements)], [policy(statements, version)]).newAccess.kind).toBe('some');
  });

  it('principals: an account is all of its ARNs, any other name is itself', () => {
    const trust = (Principal: Principal) => [
      policy([{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }]),
    ];
    const kinds = (before: Principal, after: Principal) =>
      compareExact(trust(before), trust(after)).newAccess.kind;
    expect(kinds({ AWS: '111122223333' }, { AWS: 'arn:aws:iam::111122223333:role/a' })).toBe('none');
    expect(kinds({ AWS: 'arn:aws:iam::111122223333:root' }, { AWS: '111122223333' })).toBe('none');
    expect(kinds({ AWS: 'arn:aws:iam::111122223333:root' }, '*')).toBe('some');
    expect(kinds({ Service: 'a' }, { Service: ['a', 'b'] })).toBe('some');
  });
});
