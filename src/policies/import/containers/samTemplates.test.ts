import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { compareExact } from '../../exact/compareExact.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import { listOf } from '../../language/policy.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { readImport } from '../readImport.ts';
import { samTemplates } from './samTemplateStatements.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const functionWith = (...policies: readonly unknown[]): string =>
  JSON.stringify({
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      Predict: { Type: 'AWS::Serverless::Function', Properties: { Policies: policies } },
      Data: { Type: 'AWS::S3::Bucket', Properties: {} },
    },
  });

const parametersOf = (name: string): readonly string[] => [
  ...new Set(
    Array.from(
      JSON.stringify(samTemplates[name]).matchAll(/\$\{(\w+)\}/g),
      ([, parameter = '']) => parameter,
    ),
  ),
];

/** Names that AWS has given up, or never listed. */
const NOT_LISTED =
  /^(?:athena:Get(?:ExecutionEngine|Namespace|Catalog|Table|QueryResultsStream)|ce:|mobileanalytics:|codecommit:|sqs:\w+Batch$)/;

it('names the boundary of a function with its first policy', () => {
  const PermissionsBoundary = 'arn:aws:iam::111122223333:policy/edge';
  const Policies = [{ S3ReadPolicy: { BucketName: 'b' } }, { S3CrudPolicy: { BucketName: 'b' } }];
  const Predict = { Type: 'AWS::Serverless::Function', Properties: { PermissionsBoundary, Policies } };
  const { policies } = readImport(
    JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', Resources: { Predict } }),
  );
  const boundaries = policies.map(({ notes }) =>
    notes.flatMap(({ code, detail }) => (code === 'boundary' ? [detail] : [])),
  );
  expect(boundaries).toEqual([[PermissionsBoundary], []]);
  expect(policies[0]?.notes.map(({ code }) => code)).toContain('samTemplate');
});

describe('a policy template of AWS SAM', () => {
  it.each(Object.keys(samTemplates))(
    '%s makes one policy, with actions and resources that AWS has',
    (name) => {
      const values = Object.fromEntries(
        parametersOf(name).map((parameter) => [
          parameter,
          /Arn$/.test(parameter) ? 'arn:aws:acm:us-east-1:111122223333:certificate/a' : 'example',
        ]),
      );
      const { policies, refusals } = readImport(functionWith({ [name]: values }));
      expect(refusals).toEqual([]);
      expect(policies.map(({ title, kind }) => [title, kind])).toEqual([[`Predict ${name}`, 'identity']]);
      const statements = policies[0]?.policy.Statement ?? [];
      for (const { Action, Resource } of statements) {
        for (const action of listOf(Action))
          expect([action, catalog.actions(action).state === 'known' || NOT_LISTED.test(action)]).toEqual([
            action,
            true,
          ]);
        for (const resource of listOf(Resource)) expect(resource).toMatch(/^(?:\*|arn(?::[^:]*){4}:.+)$/);
      }
    },
  );

  it.each<[policies: readonly unknown[], made: readonly PolicyDocument['Statement'][number][]]>([
    [
      [{ S3WritePolicy: { BucketName: { Ref: 'Data' } } }],
      [
        {
          Effect: 'Allow',
          Action: ['s3:PutObject', 's3:PutObjectAcl', 's3:PutLifecycleConfiguration'],
          Resource: ['arn:<PARTITION>:s3:::<Data>', 'arn:<PARTITION>:s3:::<Data>/*'],
        },
      ],
    ],
    [
      [{ SageMakerCreateEndpointPolicy: { EndpointName: { 'Fn::Sub': 'churn-${Stage}' } } }],
      [
        {
          Effect: 'Allow',
          Action: 'sagemaker:CreateEndpoint',
          Resource: 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint/churn-<Stage>',
        },
      ],
    ],
    [
      [{ EFSWriteAccessPolicy: { FileSystem: 'fs-1', AccessPoint: 'fsap-1' } }],
      [
        {
          Effect: 'Allow',
          Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
          Resource: 'arn:<PARTITION>:elasticfilesystem:<REGION>:<ACCOUNT_ID>:file-system/fs-1',
          Condition: {
            StringEquals: {
              'elasticfilesystem:AccessPointArn':
                'arn:<PARTITION>:elasticfilesystem:<REGION>:<ACCOUNT_ID>:access-point/fsap-1',
            },
          },
        },
      ],
    ],
    [
      [{ CloudWatchPutMetricPolicy: {} }],
      [{ Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' }],
    ],
  ])('%j is what SAM makes of it', (policies, Statement) => {
    const read = readImport(functionWith(...policies));
    const { newAccess, removedAccess } = compareExact(
      [{ Version: '2012-10-17', Statement }],
      read.policies.map(({ policy }) => policy),
    );
    expect([newAccess.kind, removedAccess.kind]).toEqual(['none', 'none']);
    expect(read.policies[0]?.notes.map(({ code }) => code)).toContain('samTemplate');
  });

  it('is one for each value that a condition gives', () => {
    const name = { 'Fn::If': ['IsProd', 'prod', 'dev'] };
    const { policies } = readImport(functionWith({ S3WritePolicy: { BucketName: name } }));
    expect(policies.map(({ title }) => title)).toEqual([
      'Predict S3WritePolicy (IsProd)',
      'Predict S3WritePolicy (not IsProd)',
    ]);
  });

  it.each([
    [{ S3ReadPolicy: {} }, 'S3ReadPolicy'],
    [{ S3ReadPolicy: { Bucket: 'a' } }, 'S3ReadPolicy'],
    [{ NoSuchPolicy: { BucketName: 'a' } }, 'NoSuchPolicy'],
    [{ toString: {} }, 'toString'],
  ])('%j is none that is known with its parameters, and is named', (entry, detail) => {
    const { policies, refusals } = readImport(functionWith(entry));
    expect(policies).toEqual([]);
    expect(refusals.map((one) => [one.code, one.detail])).toEqual([['policyTemplate', detail]]);
  });

  it('stays apart from what SAM makes for events, which is named', () => {
    const text = JSON.stringify({
      Resources: {
        F: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            Events: { Upload: { Type: 'S3', Properties: {} }, Queue: { Type: 'SQS', Properties: {} } },
          },
        },
      },
    });
    expect(readImport(text).refusals.map(({ code, detail }) => [code, detail])).toEqual([
      ['permission', 'event Upload (S3)'],
    ]);
  });
});

describe('the policy of an API', () => {
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
  };
  const api = (ResourcePolicy: object) =>
    JSON.stringify({
      Resources: { A: { Type: 'AWS::Serverless::Api', Properties: { Auth: { ResourcePolicy } } } },
    });

  it('is read where it has statements of its own only', () => {
    const { policies, refusals } = readImport(api({ CustomStatements: [statement] }));
    expect([policies.map(({ title, kind, policy }) => [title, kind, policy.Statement]), refusals]).toEqual([
      [['A', 'resource', [statement]]],
      [],
    ]);
  });

  it.each([
    [{ CustomStatements: [statement], IpRangeBlacklist: ['10.0.0.0/8'] }],
    [{ AwsAccountWhitelist: ['111122223333'] }],
    [{ CustomStatements: { Ref: 'Statements' } }],
  ])('%j is listed', (policy) => {
    const { policies, refusals } = readImport(api(policy));
    expect([policies, refusals.map(({ detail }) => detail)]).toEqual([[], ['ResourcePolicy']]);
  });
});

it('names a managed policy of a function with its condition, unless the template has it', () => {
  const when = (value: unknown) => ({ 'Fn::If': ['Prod', value, { Ref: 'AWS::NoValue' }] });
  const Policies = [
    { Ref: 'Own' },
    { Ref: 'Other' },
    when('AmazonS3FullAccess'),
    when({ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/X' }),
  ];
  const Own = {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    },
  };
  const { policies, refusals } = readImport(
    JSON.stringify({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: { Own, F: { Type: 'AWS::Serverless::Function', Properties: { Policies } } },
    }),
  );
  expect(policies.map(({ title }) => title)).toEqual(['Own']);
  expect(refusals.map(({ code, detail }) => [code, detail])).toEqual([
    ['elsewhere', 'Other'],
    ['elsewhere', 'AmazonS3FullAccess, if Prod'],
    ['elsewhere', 'arn:aws:iam::aws:policy/X, if Prod'],
  ]);
});

describe('the permissions boundary of a function', () => {
  const [own, global] = ['arn:aws:iam::111122223333:policy/own', 'arn:aws:iam::111122223333:policy/global'];
  const Policies = [{ Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }];
  const read = (properties: object, globals: object = {}) => {
    const template = {
      Transform: 'AWS::Serverless-2016-10-31',
      Globals: { Function: globals },
      Resources: { F: { Type: 'AWS::Serverless::Function', Properties: properties } },
    };
    const { policies, refusals } = readImport(JSON.stringify(template));
    const noted = policies.map(({ notes }) =>
      notes.flatMap(({ code, detail }) => (code === 'boundary' ? [detail] : [])),
    );
    return [noted, refusals.filter(({ code }) => code === 'elsewhere').map(({ detail }) => detail)];
  };

  it.each<[name: string, properties: object, globals: object, noted: unknown]>([
    ['its own', { PermissionsBoundary: own, Policies }, { PermissionsBoundary: global }, [[[own]], []]],
    ['that of all functions', { Policies }, { PermissionsBoundary: global }, [[[global]], []]],
    [
      'one under a condition',
      { PermissionsBoundary: { 'Fn::If': ['Prod', own, { Ref: 'AWS::NoValue' }] }, Policies },
      {},
      [[[`${own}, if Prod`]], []],
    ],
    ['one without a policy', { PermissionsBoundary: own }, {}, [[], [own]]],
    ['one beside a managed policy', { Policies: 'A', PermissionsBoundary: own }, {}, [[], ['A', own]]],
    [
      'none, because its role is elsewhere',
      { Role: 'arn:aws:iam::111122223333:role/r', Policies },
      { PermissionsBoundary: global },
      [[[]], []],
    ],
  ])('%s is noted, or listed', (_name, properties, globals, noted) => {
    expect(read(properties, globals)).toEqual(noted);
  });
});
