import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraft } from '../../draft/createDraft.ts';
import { builtIn } from '../../library/builtIn.ts';
import { fillIn, fillOffers } from './fillOffers.ts';
import { readBlock } from './readBlock.ts';
import { cpuSeconds } from '../../testing/cpuSeconds.ts';

const facts = (text: string) => readBlock(text).map(({ name, values }) => `${name}=${values.join('|')}`);

const json = (value: unknown) => JSON.stringify(value, null, 2);

describe('what a block says', () => {
  it.each([
    [
      'a list of ARNs',
      'arn:aws:s3:::ml-raw\narn:aws:s3:::ml-out',
      ['=arn:aws:s3:::ml-raw', '=arn:aws:s3:::ml-out'],
    ],
    [
      'a list as JSON',
      json(['arn:aws:s3:::ml-raw', 'sg-0abc1234']),
      ['=arn:aws:s3:::ml-raw', '=sg-0abc1234'],
    ],
    [
      'terraform output -json',
      json({
        bucket: { sensitive: false, type: 'string', value: 'ml-raw' },
        subnets: {
          sensitive: false,
          type: ['list', 'string'],
          value: ['subnet-0abc1234', 'subnet-0abc1235'],
        },
        roles: { sensitive: false, type: ['map', 'string'], value: { training: 'arn:aws:iam::1:role/t' } },
        hidden: { sensitive: true, type: 'string', value: 'x' },
      }),
      ['bucket=ml-raw', 'subnets=subnet-0abc1234|subnet-0abc1235', 'roles_training=arn:aws:iam::1:role/t'],
    ],
    [
      'terraform output',
      'bucket = "ml-raw"\nsubnets = [\n  "subnet-0abc1234",\n  "subnet-0abc1235",\n]\nids = tolist([\n  "sg-0abc1234",\n])\nroles = {\n  "training" = "r"\n}\nkey = <sensitive>\ndb_password = "x"\none = ["a", "b"]',
      [
        'bucket=ml-raw',
        'subnets=subnet-0abc1234|subnet-0abc1235',
        'ids=sg-0abc1234',
        'roles_training=r',
        'one=a|b',
      ],
    ],
    [
      'describe-stacks',
      json({
        Stacks: [
          { StackName: 's', Outputs: [{ OutputKey: 'Bucket', OutputValue: 'ml-raw', ExportName: 'x' }] },
        ],
      }),
      ['StackName=s', 'Bucket_x=ml-raw'],
    ],
    [
      'CDK outputs',
      json({ MlStack: { RawBucket: 'ml-raw', Vpc: 'vpc-0abc1234' } }),
      ['MlStack_RawBucket=ml-raw', 'MlStack_Vpc=vpc-0abc1234'],
    ],
    [
      'cdk deploy',
      'Outputs:\nMlStack.RawBucket = ml-raw\nMlStack.Sg = sg-0abc1234',
      ['MlStack.RawBucket=ml-raw', 'MlStack.Sg=sg-0abc1234'],
    ],
    [
      'a console table',
      'Key\tValue\tDescription\tExport name\nRawBucket\tml-raw\tThe bucket\t-\nSg\tsg-0abc1234\t-\t-',
      ['RawBucket=ml-raw', 'Sg=sg-0abc1234'],
    ],
    [
      'a console table without its head',
      'RawBucket\tml-raw\tThe bucket\nSg\tsg-0abc1234\t-',
      ['RawBucket=ml-raw', 'Sg=sg-0abc1234'],
    ],
    [
      'a table of the AWS CLI',
      '------\n|  DescribeStacks  |\n+----+----+\n|  Description |  OutputKey |  OutputValue |\n+----+----+\n|  The bucket |  RawBucket |  ml-raw |\n|  - |  Sg |  sg-0abc1234 |\n',
      ['RawBucket=ml-raw', 'Sg=sg-0abc1234'],
    ],
    [
      '.env',
      '# ours\nexport BUCKET="ml-raw"\nSG=sg-0abc1234 # one\nEMPTY=\nAWS_SECRET_ACCESS_KEY=abc',
      ['BUCKET=ml-raw', 'SG=sg-0abc1234'],
    ],
    ['YAML', 'bucket: ml-raw\nsg: sg-0abc1234', ['bucket=ml-raw', 'sg=sg-0abc1234']],
    ['nothing', '', []],
  ])('%s', (_, text, said) => expect(facts(text)).toEqual(said));

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void readBlock(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void readBlock(JSON.stringify(value))));
    const long = [
      'a = [\n'.repeat(20_000),
      'a\t'.repeat(90_000),
      '['.repeat(90_000),
      'a:  b\n'.repeat(30_000),
    ];
    expect(cpuSeconds(() => long.forEach((text) => void readBlock(text)))).toBeLessThan(4);
  });
});

const account = '111122223333';
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const key = (start: string) => `arn:aws:kms:eu-west-1:${account}:key/${start}-12ab-34cd-56ef-1234567890ab`;

const draftWith = (variables: Readonly<Record<string, readonly string[]>> = {}) =>
  createDraft(
    { personas: ['dataScientist', 'notebookRole', 'trainingRole', 'hostingRole'], variables },
    builtIn,
  );

/** Offers in lines: the variable, `!` where it is clear, and its candidates. */
const offers = (text: string, draft = draftWith()) =>
  Object.fromEntries(
    fillOffers(readBlock(text), draft, builtIn).map(({ variable, isClear, candidates }) => [
      variable.id,
      `${isClear ? '!' : '?'} ${candidates.map(({ values }) => values.join('+')).join(' | ')}`,
    ]),
  );

const outputs = {
  training_role_arn: role('acme-training'),
  notebook_role_arn: role('acme-notebook'),
  inference_role_arn: role('acme-inference'),
  raw_bucket: 'acme-ml-raw',
  artifacts_s3_uri: 's3://acme-ml-artifacts/fraud/',
  volume_kms_key_arn: key('7777aaaa'),
  data_key_id: '1234abcd-12ab-34cd-56ef-1234567890ab',
  private_subnet_ids: ['subnet-0abc12345def67890', 'subnet-0abc12345def67891'],
  public_subnet_ids: ['subnet-0fff12345def67890'],
  security_group_id: 'sg-0abc12345def67890',
  studio_domain_id: 'd-abc123def456',
  api_token: 'eyJhbGciOi',
};

const filled = {
  region: '! eu-west-1',
  accountId: `! ${account}`,
  notebookRoleArns: `! ${role('acme-notebook')}`,
  trainingRoleArns: `! ${role('acme-training')}`,
  hostingRoleArns: `! ${role('acme-inference')}`,
  inputData: '! acme-ml-raw',
  dataKeyArns: `! ${key('1234abcd')}`,
  volumeKeyArns: `! ${key('7777aaaa')}`,
  securityGroupIds: '! sg-0abc12345def67890',
  studioDomainIds: '! d-abc123def456',
};

describe('the fields that a block fills', () => {
  it.each([
    [
      'terraform output -json',
      json(
        Object.fromEntries(
          Object.entries(outputs).map(([name, value]) => [name, { value, type: 'string', sensitive: false }]),
        ),
      ),
    ],
    [
      'terraform output',
      Object.entries(outputs)
        .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
        .join('\n'),
    ],
    [
      '.env',
      Object.entries(outputs)
        .map(([name, value]) => `${name.toUpperCase()}=${[value].flat().join(',')}`)
        .join('\n'),
    ],
    [
      'outputs of a stack',
      json({
        Stacks: [
          {
            Outputs: Object.entries(outputs).map(([OutputKey, value]) => ({
              OutputKey,
              OutputValue: [value].flat().join(','),
            })),
          },
        ],
      }),
    ],
  ])('%s', (_, text) => {
    const found = offers(text);
    expect(found).toMatchObject(filled);
    expect(found['subnetIds']).toMatch(/^! subnet-0abc12345def67890\+subnet-0abc12345def67891 \|/);
    expect(found['outputData']).toMatch(/^! acme-ml-artifacts\/fraud/);
    expect(json(found)).not.toContain('eyJ');
  });

  it.each([
    [
      'two keys without names',
      `${key('1234abcd')}\n${key('7777aaaa')}`,
      'dataKeyArns',
      `? ${key('1234abcd')} | ${key('7777aaaa')} | ${key('1234abcd')}+${key('7777aaaa')}`,
    ],
    [
      'subnets of a list belong together',
      'subnet-0abc1234\nsubnet-0abc1235',
      'subnetIds',
      '! subnet-0abc1234+subnet-0abc1235 | subnet-0abc1234 | subnet-0abc1235',
    ],
    [
      'names within ARNs',
      [role('ml-training'), role('ml-notebook')].join('\n'),
      'trainingRoleArns',
      `! ${role('ml-training')}`,
    ],
    ['one object is no folder', 'input_s3_uri=s3://ml-raw/a/x.csv', 'inputData', undefined],
    [
      'a role by its name, with the account of the block',
      `account_id=${account}\ntraining_role_name=ml-training`,
      'trainingRoleArns',
      `! ${role('ml-training')}`,
    ],
    [
      'a role by its name, without an account',
      'training_role_name=ml-training',
      'trainingRoleArns',
      undefined,
    ],
    [
      'ARNs of two accounts give none',
      `${role('a')}\narn:aws:iam::444455556666:role/b`,
      'accountId',
      undefined,
    ],
    ['a dashed account', 'ACCOUNT=1111-2222-3333', 'accountId', `! ${account}`],
  ])('%s', (_, text, id, said) => expect(offers(text)[id]).toBe(said));

  it('names the value before, and offers nothing that is there already', () => {
    const draft = draftWith({ region: ['eu-west-1'], accountId: ['444455556666'] });
    const found = fillOffers(readBlock(key('1234abcd')), draft, builtIn);
    expect(found.map(({ variable }) => variable.id)).not.toContain('region');
    expect(found.find(({ variable }) => variable.id === 'accountId')?.before).toEqual(['444455556666']);
  });

  it('fills in what was selected, and nothing else', () => {
    const draft = draftWith();
    const [region, accountId] = fillOffers(readBlock(key('1234abcd')), draft, builtIn);
    if (!region || !accountId) throw new Error('no offers');
    const after = fillIn(draft, [{ variable: region.variable, values: region.candidates[0].values }]);
    expect(after.variables).toEqual({ region: ['eu-west-1'] });
  });

  it('what a preset locks or does not list is not offered', () => {
    const why = { owner: 'o', reason: 'r' };
    const preset = {
      version: 1 as const,
      title: 't',
      lockedValues: { accountId: { ...why, values: [account] } },
      allowedValues: { region: { ...why, values: [{ value: 'eu-central-1' }] } },
    };
    const found = fillOffers(readBlock(key('1234abcd')), draftWith(), { ...builtIn, preset });
    expect(found.map(({ variable }) => variable.id)).not.toEqual(expect.arrayContaining(['accountId']));
    expect(found.map(({ variable }) => variable.id)).not.toEqual(expect.arrayContaining(['region']));
  });
});
