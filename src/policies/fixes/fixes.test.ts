import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { findRule } from '../checks/index.ts';
import { readRange, trimmedRange } from '../language/ipRange.ts';
import type { FixEffect } from './fix.ts';
import { fixers, fixesFor } from './index.ts';
import { editDistance, nearestNames } from '../catalog/nearestNames.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const codes = fixers.flatMap((fixer) => fixer.codes);

/** A list of one thing has nothing to keep; its example is not one that a fix is offered for. */
const examples: Readonly<Record<string, unknown>> = {
  SPB_SERVICE_RETIRED: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['elastic-inference:Connect', 's3:GetObject'], Resource: '*' }],
  },
  SPB_ACTION_NEVER_DENIED: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Action: ['s3:ListBucket', 's3:GetObject'], Resource: 'arn:aws:s3:::ml-input/*' },
    ],
  },
};

describe('a fix of', () => {
  it.each(codes)('%s takes the finding away and adds nothing worse', (code) => {
    const rule = findRule(code);
    const policy = examples[code] ?? rule?.invalid.policy;
    const text = typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2);
    const options = {
      catalog,
      ...(rule?.invalid.resourceType === undefined ? {} : { resourceType: rule.invalid.resourceType }),
    };
    const type = rule?.invalid.type ?? 'identity';
    const before = checkPolicy(text, type, options);
    const finding = before.find((candidate) => candidate.code === code);
    expect(finding).toBeDefined();
    if (!finding) return;
    const fixes = fixesFor({
      text,
      finding,
      catalog,
      type,
      ...(options.resourceType === undefined ? {} : { resourceType: options.resourceType }),
    });
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) {
      const after = checkPolicy(fix.text, type, options);
      expect(after.filter((candidate) => candidate.code === code)).toHaveLength(
        before.filter((candidate) => candidate.code === code).length - 1,
      );
      const had = new Set(before.map(({ code: found }) => found));
      expect(after.filter(({ type: found, code: now }) => found === 'ERROR' && !had.has(now))).toEqual([]);
    }
  });
});

const policyOf = (...list: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: list });
const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' };
const deny = { ...allow, Effect: 'Deny' };
const always = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const when = (condition: object, own: object = allow) => policyOf({ ...own, Condition: condition });
const VPC = { 'ForAllValues:StringEquals': { 'aws:SourceVpc': 'vpc-0123456789abcdef0' } };
const ROLE = 'arn:aws:iam::111122223333:role/a';
const LOGS = ['arn:aws:s3:::logs-?', 'arn:aws:s3:::logs-*', 'arn:aws:s3:::other/x'];
const DEAD = { ...deny, Action: ['s3:GetObject', 's3:ListBucket'] };

/** Each fix of a code in a text, by its effect and what it makes of the text. */
const offered: readonly (readonly [
  name: string,
  code: string,
  before: string,
  fixes: readonly (readonly [FixEffect, string])[],
])[] = [
  [
    'the last entry of a list on one line',
    'REDUNDANT_ACTION',
    `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject"], "Resource": "arn:aws:s3:::a/*" }
  ]
}
`,
    [
      [
        'same',
        `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:Get*"], "Resource": "arn:aws:s3:::a/*" }
  ]
}
`,
      ],
    ],
  ],
  [
    'of a Deny only what others cover',
    'REDUNDANT_RESOURCE',
    `{"Version":"2012-10-17","Statement":[
 {"Effect":"Allow","Action":"s3:*","Resource":"*"},
 {"Effect":"Deny","Action":"s3:GetObject","Resource":[
   "arn:aws:s3:::logs-?",
   "arn:aws:s3:::logs-*",
   "arn:aws:s3:::other/x"
 ]}]}`,
    [
      [
        'same',
        `{"Version":"2012-10-17","Statement":[
 {"Effect":"Allow","Action":"s3:*","Resource":"*"},
 {"Effect":"Deny","Action":"s3:GetObject","Resource":[
   "arn:aws:s3:::logs-*",
   "arn:aws:s3:::other/x"
 ]}]}`,
      ],
    ],
  ],
  [
    'a Deny that no longer holds without the key',
    'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    `{"Version":"2012-10-17","Statement":[
 {"Effect":"Allow","Action":"s3:*","Resource":"*"},
 {"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:SourceVpc":"vpc-0123456789abcdef0"}}}]}`,
    [
      [
        'changes',
        `{"Version":"2012-10-17","Statement":[
 {"Effect":"Allow","Action":"s3:*","Resource":"*"},
 {"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-0123456789abcdef0"}}}]}`,
      ],
    ],
  ],
  [
    'the same of an Allow',
    'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    when(VPC),
    [['changes', when({ StringEquals: VPC['ForAllValues:StringEquals'] })]],
  ],
  [
    'entries that cover each other: the first stays',
    'REDUNDANT_RESOURCE',
    policyOf({ ...deny, Resource: ['arn:aws:s3:::?*', 'arn:aws:s3:::*?'] }),
    [['same', policyOf({ ...deny, Resource: ['arn:aws:s3:::?*'] })]],
  ],
  [
    'of NotResource',
    'REDUNDANT_RESOURCE',
    policyOf({ ...deny, Resource: undefined, NotResource: LOGS }),
    [['same', policyOf({ ...deny, Resource: undefined, NotResource: LOGS.slice(1) })]],
  ],
  [
    'a denied action without effect',
    'SPB_ACTION_NEVER_DENIED',
    policyOf(DEAD, always),
    [
      [
        'narrows',
        policyOf(
          { ...deny, Action: ['s3:GetObject'] },
          { ...deny, Action: 's3:ListBucket', Resource: '*' },
          always,
        ),
      ],
    ],
  ],
  [
    'the only one',
    'SPB_ACTION_NEVER_DENIED',
    policyOf({ ...deny, Action: 's3:ListBucket' }),
    [['narrows', policyOf({ ...deny, Action: 's3:ListBucket', Resource: '*' })]],
  ],
  [
    'an allowed action without effect',
    'SPB_ACTION_NEVER_ALLOWED',
    policyOf({ ...allow, Action: DEAD.Action }),
    [['narrows', policyOf({ ...allow, Action: ['s3:GetObject'] })]],
  ],
  [
    'a retired service',
    'SPB_SERVICE_RETIRED',
    policyOf({ ...allow, Action: ['elastic-inference:Connect', 's3:GetObject'] }),
    [['narrows', policyOf({ ...allow, Action: ['s3:GetObject'] })]],
  ],
  [
    'a version that nothing depends on',
    'MISSING_VERSION',
    JSON.stringify({ Statement: [allow] }),
    [['same', policyOf(allow)]],
  ],
  [
    'a version with a variable',
    'MISSING_VERSION',
    JSON.stringify({ Statement: [{ ...allow, Resource: 'arn:aws:s3:::a/${aws:username}' }] }),
    [['changes', policyOf({ ...allow, Resource: 'arn:aws:s3:::a/${aws:username}' })]],
  ],
  [
    'an effect that IAM refuses',
    'INVALID_EFFECT',
    policyOf({ ...allow, Effect: 'allow' }),
    [['changes', policyOf(allow)]],
  ],
  [
    'Null beside what is there',
    'EQUIVALENT_TO_NULL_FALSE',
    when({
      StringLike: { 'aws:ResourceTag/a': '*', 'aws:ResourceTag/b': 'c' },
      Null: { 'aws:ResourceTag/b': 'false' },
    }),
    [
      [
        'narrows',
        when({
          StringLike: { 'aws:ResourceTag/b': 'c' },
          Null: { 'aws:ResourceTag/b': 'false', 'aws:ResourceTag/a': 'false' },
        }),
      ],
    ],
  ],
  [
    'Null that says so already',
    'EQUIVALENT_TO_NULL_FALSE',
    when({ StringLike: { 'aws:ResourceTag/a': '*' }, Null: { 'aws:resourcetag/a': ['false'] } }),
    [['same', when({ Null: { 'aws:resourcetag/a': ['false'] } })]],
  ],
  [
    'an old key beside the new one with the same value',
    'DEPRECATED_GLOBAL_CONDITION_KEY',
    when({ ArnLike: { 'aws:ARN': ROLE, 'aws:PrincipalArn': ROLE } }),
    [['widens', when({ ArnLike: { 'aws:PrincipalArn': ROLE } })]],
  ],
  [
    'an old key beside the new one with another value',
    'DEPRECATED_GLOBAL_CONDITION_KEY',
    when({ ArnLike: { 'aws:ARN': ROLE, 'aws:PrincipalArn': `${ROLE}-b` } }),
    [],
  ],
  [
    'one of several redundant parts, and all of them',
    'REDUNDANT_ACTION',
    policyOf({ ...allow, Action: ['s3:GetObject', 's3:Get*'] }, allow, {
      ...always,
      Action: ['s3:List*', 's3:Put*'],
    }),
    [
      [
        'same',
        policyOf({ ...allow, Action: ['s3:Get*'] }, allow, { ...always, Action: ['s3:List*', 's3:Put*'] }),
      ],
      ['same', policyOf({ ...allow, Action: ['s3:Get*'] }, { ...always, Action: ['s3:List*', 's3:Put*'] })],
    ],
  ],
  [
    'a statement that others cover',
    'SPB_STATEMENT_COVERED',
    policyOf(allow, always),
    [['same', policyOf(always)]],
  ],
  [
    'an Allow that is always denied',
    'SPB_ALLOW_ALWAYS_DENIED',
    policyOf(allow, { ...always, Effect: 'Deny' }),
    [['same', policyOf({ ...always, Effect: 'Deny' })]],
  ],
  [
    'ARNs in a Deny',
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
    when({ StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a-*' } }, deny),
    [['same', when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a-*' } }, deny)]],
  ],
];

it.each(offered)('%s', (_, code, text, fixes) => {
  const findings = checkPolicy(text, 'identity', { catalog }).filter((found) => found.code === code);
  expect(findings).toHaveLength(1);
  const found = fixesFor({ text, finding: findings[0]!, catalog });
  expect(found.map(({ effect, text: after }) => [effect, after])).toEqual(fixes);
});

it.each([
  ['those of another', { 'aws:SourceIp': 'true' }],
  ['one without any', {}],
])('the keys of an operator go to %s', (_, there) => {
  const keys = { 'aws:TagKeys': 'true', 'aws:SourceVpc': 'false' };
  const text = when({ NullIfExists: keys, Null: there });
  const finding = checkPolicy(text, 'identity', { catalog }).find(
    ({ code }) => code === 'NULL_WITH_IF_EXISTS',
  );
  expect(fixesFor({ text, finding: finding!, catalog }).map((fix) => [fix.effect, fix.text])).toEqual([
    ['changes', when({ Null: { ...there, ...keys } })],
  ]);
});

it.each([
  [
    'a denial of a retired service is not reported',
    'SPB_SERVICE_RETIRED',
    policyOf({ ...deny, Action: ['elastic-inference:Connect', 's3:GetObject'] }),
  ],
  [
    'a wildcard does not reach over a colon',
    'REDUNDANT_RESOURCE',
    policyOf({
      ...deny,
      Resource: [
        'arn:aws:sagemaker:*:endpoint/prod-*',
        'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod-a',
      ],
    }),
  ],
  [
    'a pattern is no name',
    'REDUNDANT_RESOURCE',
    policyOf({ ...deny, Resource: ['arn:aws:s3:::a-?', 'arn:aws:s3:::a-${aws:username}'] }),
  ],
  [
    'another variable',
    'REDUNDANT_RESOURCE',
    policyOf({ ...deny, Resource: ['arn:aws:s3:::${aws:username}*', 'arn:aws:s3:::${aws:userid}x'] }),
  ],
  [
    'letters count in resources',
    'REDUNDANT_RESOURCE',
    policyOf({ ...deny, Resource: ['arn:aws:s3:::A*', 'arn:aws:s3:::ab'] }),
  ],
])('%s', (_, code, text) => {
  expect(checkPolicy(text, 'identity', { catalog }).map((found) => found.code)).not.toContain(code);
});

it('leaves what it does not touch as it was written', () => {
  const text = `{
  "Version":"2012-10-17",   "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObject",   "s3:Get*"], "Resource": "*" } ]
}`;
  const [finding] = checkPolicy(text, 'identity', { catalog }).filter(
    ({ code }) => code === 'REDUNDANT_ACTION',
  );
  expect(finding && fixesFor({ text, finding, catalog }).map((fix) => fix.text)).toEqual([
    text.replace('"s3:GetObject",   ', ''),
  ]);
});

it.each([
  ['203.0.113.7/24', '203.0.113.0/24'],
  ['10.1.2.3/9', '10.0.0.0/9'],
  ['2001:db8:1:2:3::7/48', '2001:db8:1::/48'],
  ['2001:db8::1/128', '2001:db8::1/128'],
  ['203.0.113.7', '203.0.113.7/32'],
  ['no/24', undefined],
  ['10.1/16', undefined],
  ['0x7f.0.0.1/8', undefined],
  ['fe80::1%eth0', undefined],
  ['10.0.0.0/33', undefined],
  ['10.0.0.0/8/8', undefined],
  ['10.0.0.0/', undefined],
])('trims the range %s to %s', (text, trimmed) => {
  const range = readRange(text);
  expect(range && trimmedRange(range)).toBe(trimmed);
});

it.each([
  ['kitten', 'sitting', 3],
  ['', 'ab', 2],
  ['same', 'same', 0],
  ['far', 'away from it', 5],
])('counts from %s to %s %i steps', (one, other, steps) => {
  expect(editDistance(one, other, 4)).toBe(steps);
});

it('finds the names that were meant', () => {
  expect(nearestNames('s3:GetObjcet', ['s3:GetObject', 's3:PutObject', 's3:GetObjectAcl'])[0]).toBe(
    's3:GetObject',
  );
});

it('a statement that is divided in two becomes a list, in the layout that it has', () => {
  const text =
    '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": "arn:aws:s3:::ml-input/*" } }';
  const finding = checkPolicy(text, 'identity', { catalog }).find(
    ({ code }) => code === 'SPB_ACTION_NEVER_DENIED',
  );
  const [fix] = finding ? fixesFor({ text, finding, catalog, type: 'identity' }) : [];
  expect(fix?.text).toBe(
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::ml-input/*" }, { "Effect": "Deny", "Action": "s3:ListBucket", "Resource": "*" }] }',
  );
});
