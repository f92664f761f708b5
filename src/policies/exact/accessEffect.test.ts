import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { policyTypes } from '../language/policyType.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { mutantOf } from '../fixes/testing/mutants.ts';
import { policies } from '../fixes/testing/policies.ts';
import { requestOf, seeds, wordsOf, wrongEffect } from '../fixes/testing/requests.ts';
import { runs } from '../testing/effort.ts';
import { type AccessEffect, accessEffect } from './accessEffect.ts';

const tries = runs(150);

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
}, 60_000);

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' };
const text = (own: object, Version: string | undefined = '2012-10-17') =>
  JSON.stringify({ Version, Statement: { ...statement, ...own } });
const when = (condition: object, own: object = {}) => text({ ...own, Condition: condition });
const deny = { Effect: 'Deny' };
const who = (...AWS: readonly string[]) => ({ Principal: { AWS } });
const both = (...owns: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: owns.map((own) => ({ ...statement, ...own })) });
const NEVER = { Null: { k: 'true' }, StringEquals: { k: 'a' } };
const SESSION = 'arn:aws:sts::111122223333:assumed-role/Reader/anna';
const ROLE = 'arn:aws:iam::111122223333:role/Reader';

const rows: readonly (readonly [name: string, before: string, after: string, effect: AccessEffect])[] = [
  ['nothing', text({}), text({}), 'same'],
  ['a name, a list of one', text({ Sid: 'A' }), text({ Sid: 'B', Action: ['S3:getobject'] }), 'same'],
  ['an action more', text({}), text({ Action: 's3:Get*' }), 'widens'],
  ['an action fewer', text({ Action: ['s3:GetObject', 's3:PutObject'] }), text({}), 'narrows'],
  ['another action', text({}), text({ Action: 's3:PutObject' }), 'changes'],
  [
    'a covered action fewer',
    text({ Action: ['s3:Get*', 's3:GetObject'] }),
    text({ Action: 's3:Get*' }),
    'same',
  ],
  [
    '… of a Deny',
    text({ ...deny, Action: ['s3:Get*', 's3:GetObject'] }),
    text({ ...deny, Action: 's3:Get*' }),
    'same',
  ],
  [
    'a denied action fewer',
    text({ ...deny, Action: ['s3:GetObject', 's3:PutObject'] }),
    text(deny),
    'widens',
  ],
  [
    'an action fewer that is left out',
    text({ Action: undefined, NotAction: ['s3:*', 'iam:*'] }),
    text({ Action: undefined, NotAction: ['s3:*'] }),
    'widens',
  ],
  [
    '… of a Deny',
    text({ ...deny, Resource: undefined, NotResource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] }),
    text({ ...deny, Resource: undefined, NotResource: ['arn:aws:s3:::a'] }),
    'narrows',
  ],
  [
    'the same in two statements',
    text({ Action: ['s3:GetObject', 's3:PutObject'] }),
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ ...statement, Action: 's3:PutObject' }, statement],
    }),
    'same',
  ],
  [
    'an Allow under a Deny',
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [statement, { ...statement, ...deny, Action: 's3:*' }],
    }),
    text({ ...deny, Action: 's3:*' }),
    'same',
  ],
  [
    'a field wildcard',
    text({ Resource: 'arn:aws:s3:*:*:a/b' }),
    text({ Resource: 'arn:aws:s3:*:a/b' }),
    'changes',
  ],
  ['a condition more', text({}), when({ Null: { 'aws:username': 'false' } }), 'narrows'],
  ['… of a Deny', text(deny), when({ Null: { 'aws:username': 'false' } }, deny), 'widens'],
  ['a value more', when({ StringEquals: { k: 'a' } }), when({ StringEquals: { K: ['b', 'a'] } }), 'widens'],
  [
    'a value more that must not be',
    when({ StringNotEquals: { k: 'a' } }),
    when({ StringNotEquals: { k: ['b', 'a'] } }),
    'narrows',
  ],
  ['IfExists', when({ StringEquals: { k: 'a' } }), when({ StringEqualsIfExists: { k: 'a' } }), 'widens'],
  [
    'IfExists of what holds without the key',
    when({ StringNotEquals: { k: 'a' } }),
    when({ StringNotEqualsIfExists: { k: 'a' } }),
    'same',
  ],
  [
    'ForAllValues taken away',
    when({ 'ForAllValues:StringEquals': { k: 'a' } }),
    when({ StringEquals: { k: 'a' } }),
    'changes',
  ],
  [
    'ForAnyValue given to a text that is not empty',
    when({ StringEquals: { k: 'a' } }),
    when({ 'ForAnyValue:StringEquals': { k: 'a' } }),
    'same',
  ],
  [
    'ForAnyValue given to an empty text',
    when({ StringEquals: { k: ['a', ''] } }),
    when({ 'ForAnyValue:StringEquals': { k: ['a', ''] } }),
    'narrows',
  ],
  ['a pattern for text', when({ StringEquals: { k: 'a*' } }), when({ StringLike: { k: 'a*' } }), 'widens'],
  [
    '… under ignored case',
    when({ StringEqualsIgnoreCase: { k: 'a*' } }),
    when({ StringLike: { k: 'a*' } }),
    'changes',
  ],
  [
    'an ARN for text',
    when({ StringLike: { k: 'arn:aws:iam::*:role/a' } }),
    when({ ArnLike: { k: 'arn:aws:iam::*:role/a' } }),
    'narrows',
  ],
  [
    '… negated',
    when({ StringNotLike: { k: 'arn:aws:iam::*:role/a' } }),
    when({ ArnNotLike: { k: 'arn:aws:iam::*:role/a' } }),
    'widens',
  ],
  [
    'Null for a pattern, since a list of empty texts is no value',
    when({ StringLike: { k: '*' } }),
    when({ Null: { k: 'false' } }),
    'narrows',
  ],
  [
    'an address behind the mask',
    when({ IpAddress: { k: '203.0.113.7/24' } }),
    when({ IpAddress: { k: '203.0.113.0/24' } }),
    'same',
  ],
  [
    'a smaller range',
    when({ NotIpAddress: { k: '203.0.113.0/24' } }),
    when({ NotIpAddress: { k: '203.0.113.0/28' } }),
    'widens',
  ],
  ['a version without variables', text({}, '2008-10-17'), text({}), 'same'],
  [
    'a version with variables',
    text({ Resource: 'arn:aws:s3:::${aws:username}' }, '2008-10-17'),
    text({ Resource: 'arn:aws:s3:::${aws:username}' }),
    'changes',
  ],
  [
    'a variable under a pattern',
    text({ Resource: 'arn:aws:s3:::${aws:username}/a' }),
    text({ Resource: 'arn:aws:s3:::${aws:username}/*' }),
    'widens',
  ],
  [
    'another variable',
    text({ Resource: 'arn:aws:s3:::${aws:username}' }),
    text({ Resource: 'arn:aws:s3:::${aws:userid}' }),
    'changes',
  ],
  ['a principal fewer', text(who(ROLE, '444455556666')), text(who(ROLE)), 'narrows'],
  ['a session of an allowed role', text(who(ROLE, SESSION)), text(who(ROLE)), 'narrows'],
  [
    'a session of a denied role',
    text({ ...deny, ...who(ROLE, SESSION) }),
    text({ ...deny, ...who(ROLE) }),
    'same',
  ],
  [
    'a principal fewer that is left out',
    text({ ...deny, NotPrincipal: { AWS: [ROLE, '444455556666'] } }),
    text({ ...deny, NotPrincipal: { AWS: [ROLE] } }),
    'narrows',
  ],
  [
    'a condition split by its values',
    when({ StringEquals: { k: ['a', 'b'] } }),
    both({ Condition: { StringEquals: { k: 'b' } } }, { Condition: { StringEquals: { k: 'a' } } }),
    'same',
  ],
  [
    'a statement split by whether a key is present',
    text({}),
    both({ Condition: { Null: { k: 'true' } } }, { Condition: { Null: { k: 'false' } } }),
    'same',
  ],
  [
    '… and narrowed',
    text({ Action: 's3:Get*' }),
    both({ Condition: { Null: { k: 'true' } } }, { Condition: { Null: { k: 'false' } } }),
    'narrows',
  ],
  [
    'a range of addresses in two halves, of a Deny',
    when({ IpAddress: { k: '203.0.112.0/23' } }, deny),
    when({ IpAddress: { k: ['203.0.112.0/24', '203.0.113.0/24'] } }, deny),
    'same',
  ],
  [
    'an Allow that two Denies cover together',
    both({}, { ...deny, Resource: 'arn:aws:s3:::a/b*' }, { ...deny, Resource: '*', Action: 's3:?etObject' }),
    both({ ...deny, Resource: 'arn:aws:s3:::a/b*' }, { ...deny, Resource: '*', Action: 's3:?etObject' }),
    'same',
  ],
  [
    'a condition split of one principal of two',
    text({ ...who(ROLE, SESSION), Condition: { StringEquals: { k: ['a', 'b'] } } }),
    both(
      { ...who(ROLE), Condition: { StringEquals: { k: 'a' } } },
      { ...who(ROLE, SESSION), Condition: { StringEquals: { k: 'b' } } },
      { ...who(SESSION), Condition: { StringEquals: { k: 'a' } } },
    ),
    'same',
  ],
  [
    'the role in place of its session grants less: a boundary limits it',
    text({ ...who(SESSION), Condition: { StringEquals: { k: ['a', 'b'] } } }),
    both(
      { ...who(ROLE), Condition: { StringEquals: { k: 'a' } } },
      { ...who(SESSION), Condition: { StringEquals: { k: 'b' } } },
    ),
    'changes',
  ],
  ['a condition that contradicts another', text({}), both({}, { Action: 's3:*', Condition: NEVER }), 'same'],
  [
    'an action fewer beside one that a missing value is in',
    text({ Action: ['s3:GetObject', 's3:Get<NAME>'] }),
    text({ Action: 's3:Get<NAME>' }),
    'narrows',
  ],
  ['a resource whose whole ARN is missing', text({}), both({}, { Resource: '<ARN>/*' }), 'widens'],
  [
    '… of a condition',
    text({}),
    both({}, { Action: 's3:*', Condition: { ArnLike: { k: '<ARN>' } } }),
    'widens',
  ],
  ['what IAM refuses', text({ Effect: 'allow' }), text({}), 'changes'],
  ['no version that there is', text({}, '2012-10-18'), text({}), 'changes'],
  ['a key twice', text({}).replace('"Effect"', '"Effect":"Deny","Effect"'), text({}), 'changes'],
  ['no JSON', `${text({})},`, text({}), 'changes'],
  ['no policy', '[]', text({}), 'changes'],
];

describe('accessEffect', () => {
  it.each(rows)('%s', (_, before, after, effect) => {
    expect(accessEffect(before, after)).toBe(effect);
  });

  it('says nothing that a request contradicts, of policies of every kind', () => {
    const said = new Map<AccessEffect, number>();
    const type = fc.constantFrom(...policyTypes);
    const pair = type.chain((of) =>
      fc.tuple(
        fc.constant(of),
        policies(/resource|trust|rcp|endpoint/.test(of)),
        fc.array(seeds, { minLength: 1, maxLength: 2 }),
      ),
    );
    fc.assert(
      fc.property(pair, fc.array(seeds, { minLength: 15, maxLength: 15 }), ([of, before, changes], calls) => {
        const after = changes.reduce<Record<string, unknown>>(mutantOf, before);
        const effect = accessEffect(JSON.stringify(before), JSON.stringify(after), of);
        said.set(effect, (said.get(effect) ?? 0) + 1);
        const words = wordsOf([before, after]);
        const requests = calls.map((number) => requestOf(words, number));
        const both = [document(before), document(after)] as const;
        expect(
          wrongEffect(effect, of, both, requests, catalog),
          `${effect}\n${JSON.stringify(after)}`,
        ).toBeUndefined();
      }),
      { numRuns: tries, endOnFailure: tries > 150 },
    );
    console.info(`effects said: ${[...said].map(String).join(' ')}`);
    expect([...said.keys()].toSorted()).toEqual(['changes', 'narrows', 'same', 'widens']);
  });
});

/** Documents of the wrong shape are handed over as well: `simulate` takes them. */
const document = (value: unknown): PolicyDocument => JSON.parse(JSON.stringify(value));
