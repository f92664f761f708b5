import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareExact } from '../exact/compareExact.ts';
import type { ConditionBlock, OneOrMany, PolicyDocument, Principal, Statement } from '../language/policy.ts';
import type { FoundKind, ImportReading } from './importReading.ts';
import { readImport } from './readImport.ts';
import { fileMark } from './segments.ts';
import { readYaml } from './yaml.ts';

/** Files as teams have them, each with the policies that are in it: the same access, proven, under the same name and kind. */

const textOf = (name: string): string =>
  readFileSync(new URL(`./fixtures/files/${name}`, import.meta.url), 'utf8');

const readFile = (name: string): ImportReading => readImport(textOf(name), { yaml: readYaml });

type Expected = readonly [title: string, kind: FoundKind, policy: PolicyDocument];

const policy = (...Statement: readonly Statement[]): PolicyDocument => ({ Version: '2012-10-17', Statement });

const allow = (Action: OneOrMany, Resource: OneOrMany = '*', Condition?: ConditionBlock): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});

const deny = (...rest: Parameters<typeof allow>): Statement => ({ ...allow(...rest), Effect: 'Deny' });

const trust = (who: Principal, Condition?: ConditionBlock): Statement => ({
  Effect: 'Allow',
  Principal: who,
  Action: 'sts:AssumeRole',
  ...(Condition && { Condition }),
});

const by = (Principal: Principal, { ...statement }: Statement): Statement => ({ ...statement, Principal });

const sageMaker = policy(trust({ Service: 'sagemaker.amazonaws.com' }));

const readInput = policy(allow('s3:GetObject', 'arn:aws:s3:::ml-input/*'));

/** The policies of the template that has a reference of each sort. */
const referring: readonly Expected[] = [
  [
    'P',
    'identity',
    policy(
      allow('s3:ListBucket', '<BucketArn>'),
      allow('s3:GetObject', '<BucketArn>/*'),
      allow('iam:PassRole', '<ExecutionRoleArn>', {
        StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
      }),
    ),
  ],
  [
    'R trust',
    'trust',
    policy(
      trust({ AWS: '<OtherArn>' }),
      trust({ Service: 'sagemaker.<DNS_SUFFIX>' }, { StringEquals: { 'aws:SourceAccount': '<ACCOUNT_ID>' } }),
      trust({ AWS: '<TrustedAccountId>' }),
    ),
  ],
  [
    'E',
    'vpc-endpoint',
    policy(
      by(
        '*',
        allow('sagemaker:*', '*', {
          StringEquals: {
            'aws:PrincipalAccount': '<TrustedAccountId>',
            'aws:SourceVpc': '<Vpc>',
            'aws:PrincipalOrgID': '<OrgId>',
          },
        }),
      ),
    ),
  ],
  [
    'N',
    'identity',
    policy(
      allow(
        'sagemaker:CreateTrainingJob',
        'arn:aws:sagemaker:<REGION>:<TargetAccount>:training-job/<Team>-*',
        {
          IpAddress: { 'aws:SourceIp': '<CorpCidr>' },
          Bool: { 'aws:SecureTransport': '<Tls>' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': '<MfaAge>' },
          StringEquals: { 'sagemaker:VolumeKmsKey': '<KeyArn>', 'aws:RequestedRegion': '<TargetRegion>' },
          'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': '<SubnetIds>' },
          Null: { 'sagemaker:VpcSubnets': 'false' },
        },
      ),
    ),
  ],
];

const listModels = allow('sagemaker:ListModels');
const readB = 'arn:aws:s3:::b/*';

const files: Readonly<Record<string, readonly Expected[]>> = {
  'curly-swallows-list.txt': [
    [
      'Policy 1',
      'identity',
      policy(allow('s3:GetObject'), deny('s3:GetObject', ['arn:aws:s3:::payroll/*', 'arn:aws:s3:::hr/*'])),
    ],
  ],
  'policies-entry-in-if.yaml': [
    ['JobRole trust', 'trust', sageMaker],
    ['data', 'identity', readInput],
    ['kms (HasKms)', 'identity', policy(allow('kms:*'))],
  ],
  'getatt-resource.yaml': referring,
  'if-inside.yaml': [
    ['P (HasBucket)', 'identity', policy(listModels, allow('s3:GetObject', 'arn:aws:s3:::<Bucket>/*'))],
    ['P (not HasBucket)', 'identity', policy(listModels)],
    ['Q', 'identity', policy(allow('s3:GetObject', readB))],
    ['S (HasBucket)', 'identity', policy(allow('s3:GetObject', readB))],
    ['S (not HasBucket)', 'identity', policy(deny('s3:GetObject', readB))],
    ['T', 'identity', policy(allow('kms:Decrypt', '<StackKeyArn>'))],
    ['U', 'identity', policy(allow('s3:GetObject', 'arn:aws:s3:::<EnvStageBucket>/*'))],
    ['V', 'identity', policy(allow('s3:GetObject', '<ArnsList0>'))],
    ['W', 'identity', policy(allow('s3:GetObject', '<ArnsList>'))],
  ],
  'ref-in-arn.yaml': [
    [
      'Edge',
      'identity',
      policy(
        deny('s3:DeleteObject', 'arn:aws:s3:::<RawBucket>/*'),
        allow('s3:GetObject', 'arn:aws:s3:::<RawBucket>/*'),
      ),
    ],
  ],
  'sam-function-policies.yaml': [
    ['SageRole trust', 'trust', sageMaker],
    [
      'Predict S3ReadPolicy',
      'identity',
      policy(
        allow(
          [
            's3:GetObject',
            's3:ListBucket',
            's3:GetBucketLocation',
            's3:GetObjectVersion',
            's3:GetLifecycleConfiguration',
          ],
          ['arn:<PARTITION>:s3:::ml-input', 'arn:<PARTITION>:s3:::ml-input/*'],
        ),
      ),
    ],
    ['Predict', 'identity', policy(allow(['sagemaker:*', 'iam:PassRole']))],
    [
      'Predict (2)',
      'identity',
      policy(allow('sagemaker:InvokeEndpoint', 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint/*')),
    ],
    ['Machine', 'identity', policy(allow('sagemaker:CreateTrainingJob'))],
  ],
  'octal-elsewhere.yaml': [['P', 'identity', readInput]],
  'account-leading-zero.yaml': [['P', 'identity', readInput]],
  'cli-output-yaml.yaml': [['Policy 1', 'identity', readInput]],
  'cli-role-yaml.yaml': [['nb trust', 'trust', sageMaker]],
  'two-templates.yaml': [
    ...referring,
    ['JobRole trust', 'trust', sageMaker],
    ['data', 'identity', readInput],
    ['kms (HasKms)', 'identity', policy(allow('kms:*'))],
  ],
  'serverless.yml': [
    ['functions', 'identity', policy(allow('sagemaker:InvokeEndpoint'))],
    ['Job trust', 'trust', sageMaker],
  ],
  'fenced.md': referring,
  'fragment.yaml': [['JobRole trust', 'trust', sageMaker]],
  'statements.yaml': [['Policy 1', 'identity', policy(allow('s3:GetObject'))]],
  'role-snippet.json': [
    ['JobRole trust', 'trust', sageMaker],
    ['d', 'identity', policy(allow('s3:GetObject', 'arn:aws:s3:::<B>/*'))],
  ],
  'cloudtrail.json': [['data', 'identity', policy(allow('s3:*'))]],
  'python.txt': [['Policy 1', 'identity', policy(allow('sagemaker:CreateTrainingJob'))]],
  'mdaa.yaml': [['DataScience', 'identity', policy(allow('sagemaker:ListApps'))]],
  'modelpackage.yaml': [
    ['G', 'resource', policy(by('*', allow('sagemaker:DescribeModelPackage')))],
    ['E', 'resource', policy({ Effect: 'Allow', Principal: '*', Action: 'ecr:*' })],
    ['P', 'identity', readInput],
  ],
  'yaml11.yaml': [
    ['Policy 1', 'service-control', policy(deny('s3:*', '*', { Bool: { 'aws:SecureTransport': 'false' } }))],
  ],
  'jsonencode.tf': [['p', 'identity', policy(allow('sagemaker:CreateTrainingJob'))]],
  'heredoc.tf': [
    [
      'p',
      'identity',
      policy(
        allow(
          ['s3:GetObject', 's3:PutObject'],
          ['<aws_s3_bucket_data_arn>/*', 'arn:aws:s3:::<bucket>/home/${aws:username}/*'],
        ),
      ),
    ],
  ],
  'datasource.tf': [
    [
      'p',
      'identity',
      policy(
        allow('sagemaker:CreateTrainingJob', 'arn:aws:sagemaker:*:*:training-job/${aws:username}-*', {
          StringEquals: { 'aws:RequestTag/team': ['a', 'b'] },
        }),
      ),
    ],
  ],
  'plan-text.txt': [['p', 'identity', policy(allow('s3:GetObject'))]],
  'tfstate.json': [['p', 'identity', policy(allow('s3:GetObject'))]],
  'plan-role.json': [
    ['nb trust', 'trust', sageMaker],
    ['aws_sns_topic_policy.t', 'resource', policy(by('*', allow('sns:Publish')))],
    [
      'aws_sagemaker_model_package_group_policy.g',
      'resource',
      policy(by('*', allow('sagemaker:DescribeModelPackage'))),
    ],
    ['m', 'identity', policy(allow('*'))],
    ['same', 'identity', policy(allow('s3:GetObject'))],
  ],
  'team-roles.tf': [
    [
      'training trust',
      'trust',
      policy(
        trust(
          { Service: 'sagemaker.amazonaws.com' },
          { StringEquals: { 'aws:SourceAccount': '<ACCOUNT_ID>' } },
        ),
      ),
    ],
    ['logs', 'identity', policy(allow('logs:PutLogEvents'))],
    [
      'data',
      'identity',
      policy(
        allow(
          ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
          ['arn:<PARTITION>:s3:::<bucket>', '<aws_s3_bucket_raw_arn>/fraud/*'],
        ),
        {
          Effect: 'Deny',
          NotAction: 's3:*',
          Resource: '*',
          Condition: {
            StringNotLike: {
              'aws:PrincipalTag/team': ['${aws:PrincipalTag/owner}', '${aws:username}'],
              'aws:userid': 'AROA:*',
            },
          },
        },
      ),
    ],
    ['edge (var.locked)', 'permissions-boundary', policy(deny('sagemaker:*'))],
    ['edge (not var.locked)', 'permissions-boundary', policy(allow('sagemaker:*'))],
    [
      'raw',
      'resource',
      policy(by({ AWS: '<aws_iam_role_training_arn>' }, allow('s3:*', '<aws_s3_bucket_raw_arn>/*'))),
    ],
  ],
  'boundary.yaml': [
    ['Edge', 'permissions-boundary', policy(allow('sagemaker:*'))],
    ['R trust', 'trust', sageMaker],
  ],
};

/** What in a file is listed as not imported. */
const unread: Readonly<Record<string, readonly string[]>> = {
  'team-roles.tf': [
    'notComputed a dynamic block',
    'notComputed a for expression',
    'notComputed the function file',
  ],
};

describe('the policies of a file', () => {
  it.each(Object.entries(files))('%s', (name, expected) => {
    const { policies, refusals } = readFile(name);
    expect(policies.map(({ title, kind }) => [title, kind])).toEqual(
      expected.map(([title, kind]) => [title, kind]),
    );
    for (const [index, [title, , right]] of expected.entries()) {
      const found = policies[index]?.policy ?? policy();
      const { newAccess, removedAccess } = compareExact([right], [found]);
      expect([title, newAccess.kind, removedAccess.kind]).toEqual([title, 'none', 'none']);
    }
    expect(refusals.map(({ code, detail }) => `${code} ${detail}`)).toEqual(unread[name] ?? []);
  });

  it('every file is one of these', () => {
    const dir = new URL('./fixtures/files/', import.meta.url);
    const known = [...Object.keys(files), 'ml-platform-stack.yaml'];
    expect(readdirSync(dir).sort()).toEqual(known.sort());
  });

  it('only one form of a policy that depends on a condition is added at a time', () => {
    const { policies } = readFile('if-inside.yaml');
    const doubtful = policies.filter((one) => one.doubtful).map(({ title }) => title);
    expect(doubtful).toEqual(['P (HasBucket)', 'P (not HasBucket)', 'S (HasBucket)', 'S (not HasBucket)']);
  });

  it('names the boundary and the managed policies of a role', () => {
    const { policies } = readFile('boundary.yaml');
    const notes = policies.flatMap((one) => one.notes.map(({ code, detail }) => `${code} ${detail}`));
    expect(notes).toEqual(
      expect.arrayContaining(['boundary Edge', 'attached arn:aws:iam::aws:policy/AdministratorAccess']),
    );
  });
});

describe('several texts in one', () => {
  const scp = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';

  it('are files, each in its own notation and with the kind that its name says', () => {
    const names = ['org/scps/allowed.json', 'team/jsonencode.tf', 'team/edge-boundary.json'];
    const text = names
      .map((name) => `${fileMark(name)}\n${name.endsWith('.tf') ? textOf('jsonencode.tf') : scp}`)
      .join('\n');
    const { policies, refusals } = readImport(text, { yaml: readYaml });
    expect(policies.map(({ kind }) => kind)).toEqual(['service-control', 'identity', 'permissions-boundary']);
    expect(refusals).toEqual([]);
    for (const { range } of policies)
      expect(text.slice(range.offset, range.offset + range.length)).toMatch(/^(?:jsonencode\()?\{[^]*\}\)?$/);
  });

  it('are documents of YAML', () => {
    const text = `---\n${textOf('ref-in-arn.yaml')}---\n# the second\n${textOf('fragment.yaml')}...\n`;
    const { policies, refusals } = readImport(text, { yaml: readYaml });
    expect(policies.map(({ title }) => title)).toEqual(['Edge', 'JobRole trust']);
    expect(refusals).toEqual([]);
  });
});

it.each(['ref-in-arn.yaml', 'if-inside.yaml', 'boundary.yaml', 'modelpackage.yaml', 'two-templates.yaml'])(
  '%s has the same policies within a large template',
  (name) => {
    const others = Array.from(
      { length: 1500 },
      (_, index) => `  Topic${index}:\n    Type: AWS::SNS::Topic\n    Properties: {DisplayName: a${index}}\n`,
    );
    const large = textOf(name).replace(/^Resources:\n/m, `Resources:\n${others.join('')}`);
    expect(large.length).toBeGreaterThan(100_000);
    const [small, found] = [textOf(name), large].map((text) => readImport(text, { yaml: readYaml }));
    expect(found?.policies.map(({ title, kind, text }) => [title, kind, text])).toEqual(
      small?.policies.map(({ title, kind, text }) => [title, kind, text]),
    );
    expect(found?.refusals.map(({ code, detail }) => [code, detail])).toEqual(
      small?.refusals.map(({ code, detail }) => [code, detail]),
    );
  },
);

const everyone = { Principal: '*' } as const;

/** Policies of organizations, teams and resources, and the kind that each is read as where only its statements show it. */
const kinds: readonly (readonly [what: string, kind: FoundKind, statements: readonly Statement[]])[] = [
  ['a denial outside of Regions', 'service-control', [{ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }]],
  ['a denial for roles of any account', 'service-control', [deny('iam:*', 'arn:aws:iam::*:role/org-*')]],
  [
    'a denial without a second factor',
    'identity',
    [deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })],
  ],
  ['a denial for one bucket', 'identity', [deny('s3:*', 'arn:aws:s3:::payroll/*')]],
  [
    'a denial for other organizations',
    'resource-control',
    [
      {
        ...everyone,
        ...deny('s3:*', '*', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }),
      },
    ],
  ],
  [
    'a bucket’s denial without TLS',
    'resource',
    [{ ...everyone, ...deny('s3:*', 'arn:aws:s3:::b/*', { Bool: { 'aws:SecureTransport': 'false' } }) }],
  ],
  ['a key’s policy', 'resource', [by({ AWS: 'arn:aws:iam::111122223333:root' }, allow('kms:*'))]],
  ['an endpoint’s policy', 'vpc-endpoint', [by('*', allow('sagemaker:*'))]],
  ['a trust policy', 'trust', [trust({ Service: 'sagemaker.amazonaws.com' })]],
];

it.each(kinds)('%s is taken for %s', (_, kind, statements) => {
  const { policies } = readImport(JSON.stringify(policy(...statements)));
  expect(policies.map((one) => one.kind)).toEqual([kind]);
});

describe('a policy for everyone is one of a resource where the words in front of it say so', () => {
  const json =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}';
  it.each([
    [`spec:\n bucketPolicy: |\n   ${json}\n`, 'resource'],
    [`aws s3api put-bucket-policy --bucket b --policy '${json}'\n`, 'resource'],
    [`BUCKET_POLICY='${json}'\n`, 'resource'],
    [`aws ec2 modify-vpc-endpoint --vpc-endpoint-id v --policy-document '${json}'\n`, 'vpc-endpoint'],
    [`const bucketPolicy = {};\nconst other = ${json};\n`, 'vpc-endpoint'],
  ])('%j', (text, kind) => {
    expect(readImport(text).policies.map((policy) => policy.kind)).toEqual([kind]);
  });
});
