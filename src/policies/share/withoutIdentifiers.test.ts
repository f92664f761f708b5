import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { builtIn } from '../library/builtIn.ts';
import { findVariable } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { personas } from '../library/personas/index.ts';
import { openPlaceholders } from '../compose/variablesInUse.ts';
import { variables } from '../library/variables/index.ts';
import { isIdentifyingKind } from './identifying.ts';
import { identifierReplacer } from './replaceNames.ts';
import { decodeShared, encodeShared } from './share.ts';
import { describeIdentifiers, withoutIdentifiers } from './withoutIdentifiers.ts';

const own: Record<string, readonly string[]> = {
  accountId: ['210987654321'],
  region: ['eu-central-1'],
  trainingRoleArns: ['arn:aws:iam::210987654321:role/acme/AcmeTraining'],
  inputData: ['acme-lake/fraud/raw', 'acme-archive'],
  dataKeyArns: ['arn:aws:kms:eu-central-1:210987654321:key/0f0f0f0f-1111-2222-3333-444444444444'],
  subnetIds: ['subnet-0fedcba9876543210'],
  organizationId: ['o-acme1234567'],
  namePrefixes: ['acme-'],
};

const hand = addImportedPolicy(createDraft({}, builtIn), {
  title: 'Acme-archive access of 210987654321',
  kind: 'identity',
  text: `{
  "Version": "2012-10-17",
  "Id": "for-acme-lake",
  "Statement": [{
    "Sid": "Own", "Effect": "Allow", "Action": "s3:GetObject",
    "Resource": ["arn:aws:s3:::acme-lake/*", "arn:aws:s3:::elsewhere-bucket/*", "arn:aws:s3:::\\u0061cme-archive/*"],
    "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } }
  }]
}`,
}).draft.edits;

const draft: Draft = {
  ...createDraft({ personas: ['dataScientist', 'trainingRole'] }, builtIn),
  name: 'acme-fraud',
  variables: own,
  accepted: [
    { document: 'merged', code: 'PASS_ROLE', about: '0123456789abcdef', reason: 'asked 210987654321' },
  ],
  proofs: [
    {
      id: 'proof-1',
      persona: 'trainingRole',
      title: 'reads acme-lake of account 210987654321, not of 998877665544',
      expect: 'allowed',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::acme-lake/fraud/raw/day.csv',
      context: {
        'aws:PrincipalOrgID': ['o-acme1234567'],
        'aws:SourceVpc': ['vpc-0a1b2c3d'],
        'aws:SourceIp': ['198.51.100.7'],
        'aws:PrincipalArn': ['arn:aws:iam::210987654321:role/acme/AcmeTraining'],
      },
    },
  ],
  edits: hand,
  roles: { trainingRole: { name: 'acme-secret-training' } },
};

const identifiers = [
  ...Object.entries(own).flatMap(([id, values]) => (id === 'region' ? [] : values)),
  'acme-fraud',
  'acme-secret-training',
  'acme-lake',
  'acme-archive',
  'fraud/raw',
  'AcmeTraining',
  '0f0f0f0f-1111',
  '998877665544',
  'elsewhere-bucket',
  'vpce-0123456789abcdef0',
  'vpc-0a1b2c3d',
  '198.51.100.7',
];

function sharedText(shared: Draft): string {
  const encoding = encodeShared({ draft: shared, dataDate: '', pageVersion: '' }, builtIn);
  if (!encoding.ok) throw new Error(encoding.detail);
  const decoding = decodeShared(encoding.fragment, builtIn);
  if (!decoding.ok) throw new Error(decoding.detail);
  return JSON.stringify(decoding.draft);
}

describe('a draft without identifiers', () => {
  it.each(identifiers)('has no %s in its link', (identifier) => {
    expect(sharedText(draft)).toContain(identifier);
    expect(sharedText(withoutIdentifiers(draft, builtIn))).not.toContain(identifier);
  });

  it('keeps what identifies no one, and every choice', () => {
    const clean = withoutIdentifiers(draft, builtIn);
    expect(clean.variables).toEqual({ region: ['eu-central-1'] });
    expect(clean).toMatchObject({
      personas: draft.personas,
      activities: draft.activities,
      limits: draft.limits,
    });
    expect(withoutIdentifiers(clean, builtIn)).toEqual(clean);
  });

  it('asks the same with placeholders', () => {
    expect(withoutIdentifiers(draft, builtIn).proofs[0]).toMatchObject({
      title: 'reads <INPUT_BUCKET_NAME> of account <ACCOUNT_ID>, not of <OTHER_ACCOUNT_ID>',
      resource: 'arn:aws:s3:::<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/day.csv',
      context: {
        'aws:PrincipalOrgID': ['<ORGANIZATION_ID>'],
        'aws:SourceVpc': ['<OTHER_RESOURCE_ID>'],
        'aws:PrincipalArn': ['<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'],
      },
    });
  });

  it('has placeholders wherever its documents had values, for every variable', () => {
    const everything = fillExamples(
      {
        ...createDraft(
          {
            personas: personas.map(({ id }) => id),
            activities: Object.fromEntries(
              personas.map(({ id, activities }) => [
                id,
                activities.map(({ activity }) => chooseActivity(activity, builtIn)),
              ]),
            ),
          },
          builtIn,
        ),
        limits: {
          chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
          delivery: 'deny',
          exemption: true,
          ceiling: 'services',
        },
      },
      builtIn,
    );
    const open = new Set(compose(withoutIdentifiers(everything, builtIn), builtIn).flatMap(openPlaceholders));
    const closed = new Set(compose(everything, builtIn).flatMap(openPlaceholders));
    expect(closed.size).toBe(0);
    for (const id of Object.keys(everything.variables)) {
      const variable = findVariable(id, builtIn)!;
      const [first] = variable.placeholders;
      if (variable.default === undefined)
        expect(open.has(`<${first}>`), id).toBe(isIdentifyingKind[variable.kind]);
    }
    expect(open.size).toBeGreaterThan(15);
  });

  it('empties a field that holds something else than it is for, and one that nobody knows', () => {
    const odd = {
      ...draft,
      variables: { region: ['210987654321'], requiredTagKeys: ['acme-lake'], gone: ['x'] },
    };
    expect(withoutIdentifiers(odd, builtIn).variables).toEqual({ requiredTagKeys: ['acme-lake'] });
    const known = { ...odd, variables: { ...odd.variables, inputData: ['acme-lake'] } };
    expect(withoutIdentifiers(known, builtIn).variables).toEqual({});
  });

  it('leaves words of AWS’s notation where they stand, though a bucket has such a name', () => {
    const clean = withoutIdentifiers(
      {
        ...draft,
        variables: {
          inputData: ['model'],
          outputData: ['aws'],
          workData: ['allow'],
          namePrefixes: ['Effect'],
        },
      },
      builtIn,
    );
    expect(sharedText(clean)).toContain('\\"Effect\\": \\"Allow\\"');
    expect(sharedText(clean)).toContain('arn:aws:iam');
  });

  it('finds what an escape hides around the statements, and an account ID that is a number', () => {
    const text = `{
  "Version": "2008-10-17", "Id": "\\u0061cme-lake",
  "Statement": [{ "Effect": "Deny", "Action": "s3:*", "Resource": "*",
    "Condition": { "NumericEquals": { "aws:PrincipalTag/account": 210987654321 } } }]
}`;
    const { edits } = addImportedPolicy(createDraft({}, builtIn), {
      title: 'x',
      kind: 'identity',
      text,
    }).draft;
    const shared = sharedText(withoutIdentifiers({ ...draft, edits }, builtIn));
    expect(shared).toContain('2008-10-17');
    expect(shared).toContain('\\"<ACCOUNT_ID>\\"');
    for (const hidden of ['cme-lake', '210987654321']) expect(shared).not.toContain(hidden);
  });

  it('lists what is replaced, what is left out, and what stays', () => {
    const reported = describeIdentifiers(draft, builtIn);
    expect(reported.values.map(({ label }) => label)).toEqual([
      'Policy set name',
      'Names and labels of roles',
      ...Object.keys(own)
        .filter((id) => id !== 'region')
        .map((id) => findVariable(id, builtIn)!.label),
    ]);
    expect(reported.values).toContainEqual({
      label: 'Input data',
      values: own['inputData'],
      instead: '<INPUT_BUCKET_NAME>/<INPUT_PREFIX>',
    });
    expect(reported.found).toContainEqual({ text: '998877665544', instead: '<OTHER_ACCOUNT_ID>' });
    expect(reported.acceptances).toBe(1);
    expect(reported.texts.map(({ where }) => where)).toContain('Test');
    expect(reported.texts.some(({ text }) => text.includes('<OTHER_BUCKET_NAME>'))).toBe(true);
  });

  it('has a decision for every kind of variable that there is', () => {
    for (const { id, kind } of variables) expect(typeof isIdentifyingKind[kind], id).toBe('boolean');
  });
});

it.each<[string, string]>([
  ['AROADBQP57FF2AEXAMPLE:x', '<OTHER_UNIQUE_ID>:x'],
  ['AKIAIOSFODNN7EXAMPLE', '<OTHER_UNIQUE_ID>'],
  ['arn:aws:s3:::acme-secret-*', 'arn:aws:s3:::<OTHER_BUCKET_NAME>*'],
  ['arn:aws:s3:::acme-${aws:username}/x', 'arn:aws:s3:::<OTHER_BUCKET_NAME>${aws:username}/x'],
  ['ask jo.doe+ml@acme.example please', 'ask <OTHER_ADDRESS> please'],
  ['arn:aws:s3:::<INPUT_BUCKET_NAME>/*', 'arn:aws:s3:::<INPUT_BUCKET_NAME>/*'],
  ['account 2109-8765-4321', 'account <OTHER_ACCOUNT_ID>'],
  [
    'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
    '<OTHER_ORGANIZATION_ID>/<OTHER_ORGANIZATION_ROOT_ID>/<OTHER_ORGANIZATIONAL_UNIT_ID>/',
  ],
  ['use r-studio-app', 'use r-studio-app'],
  ['2600:1f18:1234::/56', '<OTHER_ADDRESSES>'],
  ['fd00:ec2::254', '<OTHER_ADDRESSES>'],
  ['2001:db8:1:2:3:4:5:6', '<OTHER_ADDRESSES>'],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  ['sagemaker:2024:x', 'sagemaker:2024:x'],
  [
    'arn:aws:s3:eu-central-1:210987654321:accesspoint/acme-lake-ml/object/x',
    'arn:aws:s3:eu-central-1:<OTHER_ACCOUNT_ID>:accesspoint/<OTHER_ACCESS_POINT_NAME>/object/x',
  ],
])('what looks like an identifier in a text: %s', (text, without) => {
  expect(identifierReplacer(createDraft({}, builtIn), builtIn)(text)).toBe(without);
});

it('what identifies in one draft does so in those that are given away with it', () => {
  const statement =
    '{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/AcmeTrainer"}';
  const text = `{"Version":"2012-10-17","Statement":[${statement}]}`;
  const pinned = addImportedPolicy(createDraft({}, builtIn), { title: 'x', kind: 'identity', text }).draft;
  const draft = createDraft(
    {
      variables: { trainingRoleArns: ['arn:aws:iam::111122223333:role/AcmeTrainer'] },
    },
    builtIn,
  );
  expect(JSON.stringify(withoutIdentifiers(pinned, builtIn, [draft]))).not.toContain('AcmeTrainer');
});

/** A statement by hand, in a draft with these names. */
function statementWithout(statement: object, names: Readonly<Record<string, readonly string[]>>): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const added = addImportedPolicy(createDraft({ variables: names }, builtIn), {
    title: 'x',
    kind: 'identity',
    text,
  });
  const [edits] = Object.values(withoutIdentifiers(added.draft, builtIn).edits);
  const entry = edits?.entries.find(({ text: own }) => own !== undefined);
  expect(decodeShared(encodedOf(added.draft), builtIn).ok).toBe(true);
  return entry?.text ?? '';
}

function encodedOf(of: Draft): string {
  const encoding = encodeShared(
    { draft: withoutIdentifiers(of, builtIn), dataDate: '', pageVersion: '' },
    builtIn,
  );
  return encoding.ok ? encoding.fragment : '';
}

const words = {
  trainingRoleArns: ['arn:aws:iam::210987654321:role/PassRole', 'arn:aws:iam::210987654321:role/StringLike'],
  namePrefixes: ['sagemaker-', 'iam', 'lambda', 'RequestTag', 'ResourceTag', 'kms-', 'GetObject'],
};

it.each<[string, object]>([
  ['actions', { Effect: 'Deny', Action: ['iam:PassRole', 's3:GetObject'], Resource: '*' }],
  ['what is left out of actions', { Effect: 'Deny', NotAction: 'iam:PassRole', Resource: '*' }],
  [
    'operators and keys',
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        StringLike: { 'aws:RequestTag/team': 'x', 'iam:PassedToService': 'lambda.amazonaws.com' },
      },
    },
  ],
  ['the service of an ARN', { Effect: 'Deny', Action: '*', Resource: 'arn:aws:lambda:*:*:function:*' }],
  [
    'the service of a principal',
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
  ],
])('IAM’s own words stay, though names are the same: %s', (_title, statement) => {
  expect(JSON.parse(statementWithout(statement, words))).toEqual(statement);
});

it('a name beside IAM’s words goes: in resources, in the tag of a key, in a Sid', () => {
  const text = statementWithout(
    {
      Sid: 'PassRole',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: ['arn:aws:iam::210987654321:role/PassRole', 'arn:aws:iam::*:role/x/PassRole'],
      Condition: { StringEquals: { 'aws:ResourceTag/PassRole': 'PassRole' } },
    },
    words,
  );
  expect(JSON.parse(text)).toEqual({
    Sid: 'OTHERNAME',
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: ['<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>', 'arn:aws:iam::*:role/x/<OTHER_NAME>'],
    Condition: { StringEquals: { 'aws:ResourceTag/<OTHER_NAME>': '<OTHER_NAME>' } },
  });
});

it('two keys that differ by an identifier alone stay two', () => {
  const keys = { 'aws:ResourceTag/210987654321': 'a', 'aws:ResourceTag/998877665544': 'b' };
  const text = statementWithout(
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: { StringEquals: keys } },
    {},
  );
  expect(JSON.parse(text)).toMatchObject({
    Condition: {
      StringEquals: {
        'aws:ResourceTag/<OTHER_ACCOUNT_ID>': 'a',
        'aws:ResourceTag/<OTHER_ACCOUNT_ID>-2': 'b',
      },
    },
  });
});

it('what a statement was made from has no identifiers behind escapes', () => {
  const base = '{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::\\u0061cme-lake/*"}';
  const edits = { merged: { entries: [], removed: [{ key: 'x', base }] } };
  const named = { ...draft, edits } satisfies Draft;
  expect(JSON.stringify(withoutIdentifiers(named, builtIn).edits)).not.toContain('cme-lake');
});

it('IAM’s own words stay in tests, too', () => {
  const proof = {
    id: 'proof-1',
    persona: 'trainingRole',
    title: 'x',
    expect: 'denied' as const,
    action: 'iam:PassRole',
    resource: 'arn:aws:lambda:eu-west-1:111122223333:function/PassRole',
    context: { 'aws:RequestTag/PassRole': ['x'], 'iam:PassedToService': ['lambda.amazonaws.com'] },
  };
  const named = createDraft({ variables: words, proofs: [proof] }, builtIn);
  expect(withoutIdentifiers(named, builtIn).proofs).toEqual([
    {
      ...proof,
      resource: 'arn:aws:lambda:eu-west-1:<OTHER_ACCOUNT_ID>:function/<OTHER_NAME>',
      context: { 'aws:RequestTag/<OTHER_NAME>': ['x'], 'iam:PassedToService': ['lambda.amazonaws.com'] },
    },
  ]);
});
