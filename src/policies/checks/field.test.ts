import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyType } from '../language/policyType.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { checkPolicy } from './checkPolicy.ts';

/** Policies that people brought, each with what is found in it: what AWS documents or answers, and nothing besides. */

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource, ...more }],
});
const deny = (Action: unknown, Condition: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action, Resource: '*', Condition }],
});
const trusts = (Principal: object, Action: unknown = 'sts:AssumeRole', more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal, Action, ...more }],
});
const sagemaker = (rest: string) => `arn:aws:sagemaker:us-east-1:111122223333:${rest}`;
const ec2 = (rest: string) => `arn:aws:ec2:us-east-1:111122223333:${rest}`;
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const NEVER = 'SPB_ACTION_NEVER_ALLOWED';

type Row = [what: string, policy: object, codes: readonly string[], type?: PolicyType];

const secondTypes: readonly Row[] = [
  [
    'CreateEndpoint and UpdateEndpoint without endpoint-config',
    allow(['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint'], sagemaker('endpoint/my-*')),
    ['SPB_SECOND_RESOURCE_MISSING', 'SPB_SECOND_RESOURCE_MISSING'],
  ],
  [
    'both types in one statement',
    allow('sagemaker:UpdateEndpoint', [sagemaker('endpoint/my-*'), sagemaker('endpoint-config/my-*')]),
    [],
  ],
  [
    'the second type in another statement',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sagemaker:UpdateEndpoint', Resource: sagemaker('endpoint/my-*') },
        { Effect: 'Allow', Action: 'sagemaker:Update*', Resource: sagemaker('endpoint-config/my-*') },
      ],
    },
    [],
  ],
  [
    'CreateNetworkInterface without a subnet',
    allow('ec2:CreateNetworkInterface', [ec2('network-interface/*'), ec2('security-group/*')]),
    ['SPB_SECOND_RESOURCE_MISSING'],
  ],
  [
    'CreateNetworkInterface with a subnet',
    allow('ec2:CreateNetworkInterface', [
      ec2('network-interface/*'),
      ec2('subnet/*'),
      ec2('security-group/*'),
    ]),
    [],
  ],
  ['a wildcard that reaches both', allow('sagemaker:UpdateEndpoint', sagemaker('*')), []],
];

const newTags: readonly Row[] = [
  [
    'ResourceTag on CreateApp',
    allow('sagemaker:CreateApp', '*', { Condition: { StringEquals: { 'aws:ResourceTag/Team': 'a' } } }),
    ['SPB_RESOURCE_TAG_ON_CREATE'],
  ],
  [
    'ResourceTag of the service on a job',
    allow(['sagemaker:CreateTrainingJob', 'iam:PassRole'], sagemaker('training-job/*'), {
      Condition: { StringLike: { 'sagemaker:ResourceTag/Team': 'a*' } },
    }),
    [NEVER, 'SPB_RESOURCE_TAG_ON_CREATE'],
  ],
  [
    'with IfExists it may be absent',
    allow('sagemaker:CreateApp', '*', {
      Condition: { StringEqualsIfExists: { 'aws:ResourceTag/Team': 'a' } },
    }),
    [],
  ],
  [
    'on the subnet of a new interface, which exists',
    allow('ec2:CreateNetworkInterface', ec2('subnet/*'), {
      Condition: { StringEquals: { 'aws:ResourceTag/Team': 'a' } },
    }),
    ['SPB_SECOND_RESOURCE_MISSING'],
  ],
  [
    'tags that the call must set, without AddTags',
    allow('sagemaker:CreateSpace', '*', {
      Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'Team' } },
    }),
    ['SPB_COMPANION_MISSING'],
  ],
];

const reference: readonly Row[] = [
  [
    'CreateChangeSet on a transform of AWS',
    allow(
      'cloudformation:CreateChangeSet',
      'arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31',
    ),
    [],
  ],
  ['ListAllMyBuckets on arn:aws:s3:::*', allow('s3:ListAllMyBuckets', 'arn:aws:s3:::*'), []],
  ['ListAllMyBuckets on one bucket', allow('s3:ListAllMyBuckets', 'arn:aws:s3:::ml-input'), [NEVER]],
  [
    'DescribeLogGroups on log-group:*',
    allow('logs:DescribeLogGroups', 'arn:aws:logs:eu-west-1:111122223333:log-group:*'),
    [],
  ],
  ['DescribeLogGroups in every Region', allow('logs:DescribeLogGroups', 'arn:aws:logs:*:*:log-group:*'), []],
  [
    'DescribeLogGroups on all logs',
    allow('logs:DescribeLogGroups', 'arn:aws:logs:eu-west-1:111122223333:*'),
    [],
  ],
  [
    'DescribeLogGroups on one log group',
    allow('logs:DescribeLogGroups', 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/sagemaker/*'),
    [NEVER],
  ],
  [
    'the address of a call of Step Functions',
    deny('states:InvokeHTTPEndpoint', { StringNotLike: { 'states:HTTPEndpoint': 'https://example.com/*' } }),
    [],
  ],
  ['Describe on an ARN', allow('ec2:DescribeVpcs', 'arn:aws:ec2:*:*:vpc/*'), [NEVER]],
];

const renamedKeys: readonly Row[] = [
  [
    'EnforceEncryption of the developer guide',
    allow(['sagemaker:CreateTrainingJob', 'sagemaker:CreateHyperParameterTuningJob'], '*', {
      Condition: { ArnEquals: { 'sagemaker:OutputKmsKey': [KEY], 'sagemaker:VolumeKmsKey': [KEY] } },
    }),
    ['SPB_COMPANION_MISSING', 'SPB_KEY_RENAMED', 'SPB_KEY_RENAMED'],
  ],
  [
    'Deny without a volume key',
    deny(['sagemaker:CreateTrainingJob', 'sagemaker:CreateNotebookInstance'], {
      Null: { 'sagemaker:VolumeKmsKey': 'true' },
    }),
    ['SPB_KEY_RENAMED'],
  ],
  [
    'the same as SCP',
    deny('sagemaker:CreateTrainingJob', { Null: { 'sagemaker:VolumeKmsKey': 'true' } }),
    ['SPB_KEY_RENAMED'],
    'scp',
  ],
  [
    'Deny of another key',
    deny('sagemaker:CreateTrainingJob', { StringNotEqualsIfExists: { 'sagemaker:VolumeKmsKey': KEY } }),
    ['SPB_KEY_RENAMED'],
  ],
  ['the new key', deny('sagemaker:CreateTrainingJob', { Null: { 'sagemaker:VolumeKmsKeyArn': 'true' } }), []],
];

const language: readonly Row[] = [
  ['no resource', allow('sqs:*', []), ['SPB_NO_RESOURCE']],
  [
    'wildcards inside an action of an SCP: none is an error',
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Deny', Action: 'sagemaker:Create*Job', Resource: '*' },
        { Effect: 'Deny', Action: 's3:*Bucket*', Resource: '*' },
      ],
    },
    ['SCP_SYNTAX_ERROR_ACTION_WILDCARD', 'SCP_SYNTAX_ERROR_ACTION_WILDCARD'],
    'scp',
  ],
  [
    'conditions with Allow, and NotResource, in an SCP',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::ml-*',
          Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
        },
        { Effect: 'Deny', Action: 's3:PutObject', NotResource: 'arn:aws:s3:::ml-*' },
        { Effect: 'Allow', NotAction: ['iam:*', 's3:GetObject'], Resource: '*' },
      ],
    },
    [],
    'scp',
  ],
];

/** What raised nothing new, and still does not. */
const quiet: readonly Row[] = [
  [
    'references of a template',
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'A', Effect: 'Deny', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::${RawBucket}/*' },
        { Sid: 'B', Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::${Bucket}/*' },
        {
          Sid: 'D',
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: 'arn:aws:iam::111122223333:role/${AWS::StackName}-exec',
          Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
        },
      ],
    },
    [],
  ],
  [
    'escapes of Terraform',
    allow('s3:GetObject', [
      'arn:aws:s3:::b/home/$${aws:username}/*',
      'arn:aws:s3:::b/home/&{aws:username}/*',
    ]),
    [],
  ],
  [
    'variables in the older version',
    {
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/${aws:username}/*' }],
    },
    ['MISSING_VERSION', 'VARIABLE_UNSUPPORTED_IN_VERSION'],
  ],
  [
    'a metric of a namespace',
    allow('cloudwatch:PutMetricData', '*', {
      Condition: { StringEquals: { 'cloudwatch:namespace': '/aws/sagemaker/TrainingJobs' } },
    }),
    [],
  ],
  ['an empty resource', allow('ec2:DescribeVpcs', ''), ['INVALID_ARN_PREFIX']],
  ['no action', allow([], '*'), ['EMPTY_ARRAY_ACTION']],
  ['no statement', { Version: '2012-10-17', Statement: [] }, ['MISSING_STATEMENT']],
  ['a Sid with a dash', allow('s3:GetObject', '*', { Sid: 'has-dash here' }), ['UNSUPPORTED_SID']],
  ['any partition', allow('s3:GetObject', 'arn:*:s3:::x/*'), []],
  ['the China Regions', allow('s3:GetObject', 'arn:aws-cn:s3:::x/*'), []],
  [
    'an account and a user that is gone',
    trusts(
      { AWS: ['arn:aws:iam::111122223333:root', '111122223333', 'AROAEXAMPLEID1234567'] },
      ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
      { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } },
    ),
    ['INVALID_ROLE_REFERENCE'],
    'trust',
  ],
  [
    'everybody of an organization',
    trusts({ AWS: '*' }, 'sts:AssumeRole', {
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ml-*' },
      },
    }),
    [],
    'trust',
  ],
  [
    'a wildcard within a principal',
    trusts({ AWS: 'arn:aws:iam::111122223333:role/ml-*' }),
    ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
    'trust',
  ],
  ['EKS', trusts({ Service: 'pods.eks.amazonaws.com' }, ['sts:AssumeRole', 'sts:TagSession']), [], 'trust'],
  [
    'an RCP',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:*', 'kms:*', 'sts:AssumeRole'],
          Resource: '*',
          Condition: {
            StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
            BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
          },
        },
      ],
    },
    [],
    'rcp',
  ],
  [
    'the hub of JumpStart',
    allow('sagemaker:DescribeHubContent', 'arn:aws:sagemaker:*:aws:hub-content/SageMakerPublicHub/Model/*'),
    [],
  ],
  ['capitals in a name', allow('sagemaker:InvokeEndpoint', sagemaker('endpoint/MyEndpoint')), []],
  [
    'the roles that SageMaker creates',
    allow('iam:PassRole', 'arn:aws:iam::*:role/service-role/AmazonSageMaker-ExecutionRole-*', {
      Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } },
    }),
    [],
  ],
  [
    'spaces of the owner',
    allow('sagemaker:CreateSpace', 'arn:aws:sagemaker:*:*:space/${sagemaker:DomainId}/*', {
      Condition: {
        ArnLike: {
          'sagemaker:OwnerUserProfileArn':
            'arn:aws:sagemaker:*:*:user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}',
        },
        StringEquals: { 'sagemaker:SpaceSharingType': ['Private', 'Shared'] },
      },
    }),
    [],
  ],
];

const found = (policy: object, type: PolicyType) =>
  checkPolicy(JSON.stringify(policy, null, 2), type, { catalog });

describe.each<[what: string, rows: readonly Row[]]>([
  ['resources of two types', secondTypes],
  ['tags of what is new', newTags],
  ['where the reference is behind', reference],
  ['renamed keys', renamedKeys],
  ['the policy language', language],
  ['silence', quiet],
])('%s', (_, rows) => {
  it.each(rows)('%s', (_what, policy, codes, type = 'identity') => {
    expect(found(policy, type).map(({ code }) => code)).toEqual(codes);
  });
});

it('an SCP in the full language has no error', () => {
  for (const [, policy, , type] of language)
    if (type === 'scp') expect(found(policy, type).filter((one) => one.type === 'ERROR')).toEqual([]);
});

it('a renamed key is named with its present name and day', () => {
  const [, policy] = renamedKeys[1] ?? ['', {}];
  expect(found(policy, 'identity')[0]?.values).toEqual({
    key: 'sagemaker:VolumeKmsKey',
    present: 'sagemaker:VolumeKmsKeyArn',
    since: '2026-06-03',
  });
});
