import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRefusal } from '../accessTests/refusals/readRefusals.ts';
import { createDraft } from '../draft/createDraft.ts';
import { readImport } from '../import/readImport.ts';
import { readYaml } from '../import/yaml.ts';
import { builtIn } from '../library/builtIn.ts';
import { encodeShared } from '../share/share.ts';
import { writeWorkspace } from '../share/workspace.ts';
import { kindWords } from './kindWords.ts';
import { recognize } from './recognize.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-raw/*' };
const policy = { Version: '2012-10-17', Statement: [statement] };
const text = JSON.stringify(policy);
const json = (value: unknown): string => JSON.stringify(value);
const withStatement = (one: object): string => json({ ...policy, Statement: [one] });
const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};
const denied =
  'User: arn:aws:sts::111122223333:assumed-role/nb/SageMaker is not authorized to perform: sagemaker:AddTags on resource: arn:aws:sagemaker:eu-west-1:111122223333:training-job/j because no identity-based policy allows the sagemaker:AddTags action';
const boto = `botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the CreateTrainingJob operation: ${denied}`;
const readEvent = { eventSource: 's3.amazonaws.com', eventName: 'GetObject' };
const draft = createDraft({ personas: ['notebookRole'] }, builtIn);
const encoded = encodeShared({ draft, dataDate: '2026-09-26', pageVersion: '0.1.0' }, builtIn);
const fragment = encoded.ok ? encoded.fragment : '';
const workspace = writeWorkspace({ draft, pins: [], savedAt: '', dataDate: '' });
const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } };
const yamlRole = `  JobRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: 'sts:AssumeRole'}]
`;
const yamlStatement = "Statement:\n- Effect: Allow\n  Action: s3:GetObject\n  Resource: '*'\n";
const tfState = (attribute: string) =>
  json({
    version: 4,
    terraform_version: '1.9.0',
    lineage: 'a',
    resources: [{ type: 'aws_iam_policy', instances: [{ attributes: { policy: attribute } }] }],
  });

type Row = [what: string, text: string, kind: string, destination: string, name?: string];

const rows: readonly Row[] = [
  ['one policy', text, 'policy', 'import'],
  ['a policy with a comma too many', text.replace('}]', ',}]'), 'policy', 'import'],
  [
    'a policy with curly marks',
    '{“Version”: “2012-10-17”, “Statement”: [{“Effect”: “Allow”}]}',
    'policy',
    'import',
  ],
  [
    'lower-case names, in JSON',
    text.replace('"Statement"', '"statement"').replace('"Effect"', '"effect"').replace('}]', ',}]'),
    'policy',
    'validate',
  ],
  [
    'names in lower case',
    json({ version: '2012-10-17', statement: [{ effect: 'Allow' }] }),
    'policy',
    'validate',
  ],
  ['a statement alone', json(statement), 'policy', 'validate'],
  ['statements in a list', json([statement]), 'policy', 'validate'],
  ['several policies', json([policy, policy]), 'policies', 'import'],
  ['policies one after the other', `${text}\n\n${text}`, 'policy', 'import'],
  ['a trust policy', json(trust), 'trustPolicy', 'import'],
  [
    'a bucket policy',
    withStatement({ ...statement, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
    'resourcePolicy',
    'validate',
  ],
  ['an endpoint policy', withStatement({ ...statement, Principal: '*' }), 'endpointPolicy', 'import'],
  [
    'an SCP',
    withStatement({ Effect: 'Deny', Action: 'sagemaker:*', Resource: '*' }),
    'serviceControlPolicy',
    'import',
  ],
  ['an SCP by its file', text, 'serviceControlPolicy', 'import', 'org/scp/vpc-only.json'],
  [
    'an RCP',
    withStatement({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } },
    }),
    'resourceControlPolicy',
    'import',
  ],
  [
    'an RCP without a condition, which lets nothing through an endpoint either',
    withStatement({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }),
    'resourceControlPolicy',
    'import',
  ],
  [
    'an access denied message of the CLI',
    `An error occurred (AccessDenied) when calling the AddTags operation: ${denied}`,
    'accessDenied',
    'accessDenied',
  ],
  [
    'an access denied message of boto3',
    `Traceback (most recent call last):\n  File "train.py", line 3\n${boto}`,
    'accessDenied',
    'accessDenied',
  ],
  [
    'an access denied message in a long log',
    `${'INFO step done\n'.repeat(4000)}${boto}\n${'INFO x\n'.repeat(4000)}`,
    'accessDenied',
    'accessDenied',
  ],
  [
    'an access denied message as JSON',
    json({ __type: 'AccessDeniedException', Message: denied }),
    'accessDenied',
    'accessDenied',
  ],
  [
    'a bare Access Denied of S3',
    'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    'accessDenied',
    'accessDenied',
  ],
  ['a 403 of Hadoop', 'getFileStatus on s3a://ml-raw/a: 403 Forbidden', 'accessDenied', 'accessDenied'],
  [
    'a role that Amazon ECS cannot assume',
    'ECS was unable to assume the role arn:aws:iam::111122223333:role/t that was provided for this task.',
    'accessDenied',
    'accessDenied',
  ],
  [
    'a bare 403 of S3',
    'fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden',
    'accessDenied',
    'accessDenied',
  ],
  [
    'a 403 of S3 in Terraform',
    'Error: reading S3 Bucket (b-1): operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: X, HostID: Y, api error Forbidden: Forbidden',
    'accessDenied',
    'accessDenied',
  ],
  [
    'what the console says of lists',
    "You don't have permissions to iam:ListRoles\nUser: arn:aws:sts::111122223333:assumed-role/X/x\nService: iam\nAction: ListRoles",
    'accessDenied',
    'accessDenied',
  ],
  [
    'what KMS says of a ciphertext',
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    'accessDenied',
    'accessDenied',
  ],
  [
    'a missing permission in words',
    "The role 'nb' does not have BatchGetImage permission for the image: 'x'.",
    'accessDenied',
    'accessDenied',
  ],
  [
    'an encoded message',
    'You are not authorized to perform this operation. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abc',
    'encodedMessage',
    'none',
  ],
  [
    'a decoded message',
    json({
      DecodedMessage: json({
        allowed: false,
        explicitDeny: false,
        context: {
          principal: { arn: 'arn:aws:iam::111122223333:user/a' },
          action: 'ec2:RunInstances',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
        },
      }),
    }),
    'decodedMessage',
    'accessDenied',
  ],
  [
    'get-policy-version',
    json({ PolicyVersion: { Document: policy, VersionId: 'v1' } }),
    'cliOutput',
    'import',
  ],
  [
    'get-role-policy',
    json({ RoleName: 'nb', PolicyName: 'd', PolicyDocument: policy }),
    'cliOutput',
    'import',
  ],
  [
    'get-account-authorization-details',
    json({
      UserDetailList: [],
      RoleDetailList: [{ RoleName: 'r', AssumeRolePolicyDocument: trust }],
      Policies: [],
    }),
    'cliOutput',
    'import',
  ],
  [
    'list-attached-role-policies',
    json({ AttachedPolicies: [{ PolicyName: 'a', PolicyArn: 'arn:aws:iam::aws:policy/a' }] }),
    'cliOutput',
    'none',
  ],
  [
    '--output yaml',
    `PolicyVersion:\n  Document:\n    Statement:\n    - Action: s3:GetObject\n      Effect: Allow\n      Resource: '*'\n`,
    'cliYaml',
    'import',
  ],
  [
    'a CloudTrail event that was denied',
    json({
      eventSource: 'sagemaker.amazonaws.com',
      eventName: 'AddTags',
      errorCode: 'AccessDenied',
      errorMessage: denied,
    }),
    'cloudTrail',
    'accessDenied',
  ],
  [
    'a CloudTrail event with a policy',
    json({
      Records: [
        {
          eventSource: 'iam.amazonaws.com',
          eventName: 'PutRolePolicy',
          requestParameters: { policyDocument: text },
        },
      ],
    }),
    'cloudTrail',
    'import',
  ],
  [
    'a CloudTrail event with neither',
    json({ Records: [{ eventSource: 's3.amazonaws.com', eventName: 'GetObject' }] }),
    'cloudTrail',
    'activity',
  ],
  ...[
    { searchedLogStreams: [], events: [{ timestamp: 1, message: json(readEvent) }] },
    { messageType: 'DATA_MESSAGE', logEvents: [{ id: '1', message: json(readEvent) }] },
    { results: [[{ field: '@message', value: json(readEvent) }]], status: 'Complete' },
    { QueryResultRows: [Object.entries(readEvent).map(([name, value]) => ({ [name]: value }))] },
    { _source: { event: { original: json(readEvent) } } },
    { preview: false, result: { _raw: json(readEvent) } },
  ].map(
    (wrapped): Row => [
      `CloudTrail events as ${Object.keys(wrapped).join(' and ')}`,
      json(wrapped),
      'cloudTrail',
      'activity',
    ],
  ),
  [
    'many CloudTrail events, one of them denied',
    json({
      Records: ['a', 'b', 'c', denied].map((errorMessage) => ({
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        errorMessage,
      })),
    }),
    'cloudTrail',
    'activity',
  ],
  [
    'CloudTrail events, one a line',
    ['a', 'b'].map((name) => json({ eventSource: 's3.amazonaws.com', eventName: name })).join('\n'),
    'cloudTrail',
    'activity',
  ],
  [
    'rows of Athena',
    '"eventtime","eventsource","eventname"\n"2026-11-02T10:00:00Z","s3.amazonaws.com","GetObject"\n',
    'activityTable',
    'activity',
  ],
  [
    'the CSV of the event history',
    'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address\nana,ASIA,2026-11-02T10:00:00Z,s3.amazonaws.com,GetBucketLocation,us-east-1,198.51.100.7\n',
    'activityTable',
    'activity',
  ],
  [
    'events as cells of a table',
    'eventJson\n"{""eventTime"":""2026-11-02T10:00:00Z"",""eventSource"":""s3.amazonaws.com"",""eventName"":""GetObject""}"\n',
    'activityTable',
    'activity',
  ],
  [
    'a table with semicolons',
    'eventTime;eventSource;eventName\n2026-11-02T10:00:00Z;s3.amazonaws.com;GetObject\n',
    'activityTable',
    'activity',
  ],
  ['a list of calls', 's3:GetObject arn:aws:s3:::ml-raw/a\nsagemaker ListModels\n', 'callList', 'activity'],
  [
    'lookup-events',
    json({
      Events: [
        {
          CloudTrailEvent: json({
            eventSource: 'sagemaker.amazonaws.com',
            eventName: 'AddTags',
            errorMessage: denied,
          }),
        },
      ],
    }),
    'cloudTrail',
    'accessDenied',
  ],
  ['CloudFormation in JSON', json({ Resources: { JobRole: role } }), 'cloudFormation', 'import'],
  ['CloudFormation in YAML', `Resources:\n${yamlRole}`, 'cloudFormation', 'import'],
  ['a part of a template in YAML', yamlRole, 'cloudFormation', 'import'],
  ['SAM', `Transform: AWS::Serverless-2016-10-31\nResources:\n${yamlRole}`, 'sam', 'import'],
  [
    'CDK',
    json({ Resources: { JobRole: { ...role, Metadata: { 'aws:cdk:path': 'Stack/JobRole' } } } }),
    'cdk',
    'import',
  ],
  [
    'a table of the AWS CLI',
    '-----\n|  GetPolicyVersion  |\n||   PolicyVersion   ||\n|||  Version | 2012-10-17 |||\n',
    'awsCliTable',
    'none',
  ],
  ['text of the AWS CLI', 'DOCUMENT\t2012-10-17\nSTATEMENT\tAllow\t*\n', 'awsCliTable', 'none'],
  ['cdk diff', 'IAM Statement Changes\n┌───┬──────────┐\n│ + │ ${Role}  │\n', 'cdkDiff', 'none'],
  [
    'Serverless',
    "service: predict\nprovider:\n  name: aws\n  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: [sagemaker:InvokeEndpoint]\n          Resource: '*'\n",
    'serverless',
    'import',
  ],
  [
    'Terraform with jsonencode',
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]\n  })\n}\n',
    'terraform',
    'import',
    'main.tf',
  ],
  [
    'Terraform with a heredoc',
    `resource "aws_iam_policy" "p" {\n  policy = <<EOF\n${text}\nEOF\n}\n`,
    'terraform',
    'import',
  ],
  [
    'a Terraform data source',
    'data "aws_iam_policy_document" "p" {\n  statement {\n    actions = ["s3:GetObject"]\n    resources = ["*"]\n  }\n}\n',
    'terraform',
    'import',
  ],
  [
    'a Terraform plan',
    json({
      format_version: '1.2',
      planned_values: {},
      resource_changes: [
        {
          address: 'aws_iam_policy.p',
          mode: 'managed',
          type: 'aws_iam_policy',
          name: 'p',
          change: { actions: ['create'], after: { name: 'p', policy: text } },
        },
      ],
    }),
    'terraformPlan',
    'import',
  ],
  [
    'a Terraform plan as text',
    '  # aws_iam_policy.p will be created\n  + resource "aws_iam_policy" "p" {\n      + policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })\n    }\n',
    'terraformPlanText',
    'import',
  ],
  ['a Terraform state', tfState(text), 'terraformState', 'import'],
  ['a Terraform state without policies', tfState('x'), 'terraformState', 'none'],
  [
    'Pulumi',
    json({
      version: 3,
      deployment: {
        resources: [{ urn: 'urn:pulumi:dev::ml::aws:iam/policy:Policy::p', outputs: { policy: text } }],
      },
    }),
    'pulumi',
    'import',
  ],
  [
    'Pulumi in YAML',
    'name: ml\nruntime: yaml\nresources:\n  p:\n    type: aws:iam:Policy\n',
    'pulumi',
    'none',
  ],
  [
    'a Python dictionary',
    "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': ['s3:GetObject'], 'Resource': '*'}]}",
    'pythonPolicy',
    'import',
  ],
  ['a policy in YAML', `Version: '2012-10-17'\n${yamlStatement}`, 'yamlPolicy', 'import'],
  [
    'statements in YAML',
    "- Effect: Allow\n  Action: s3:GetObject\n  Resource: '*'\n",
    'yamlPolicy',
    'import',
  ],
  ['a share link', `https://example.com/builder/#${fragment}`, 'shareLink', 'link'],
  ['the part after # of a link', fragment, 'shareLink', 'link'],
  [
    'a link in a sentence',
    `Have a look: https://example.com/builder/#${fragment} and tell me`,
    'shareLink',
    'link',
  ],
  ['a workspace', workspace, 'workspace', 'workspace'],
  ['a draft', json(draft), 'draft', 'draft'],
  ['a preset', json({ version: 1, title: 'Acme', lockedValues: {} }), 'preset', 'preset'],
  ['ARNs', 'arn:aws:s3:::ml-raw\narn:aws:kms:eu-west-1:111122223333:key/1234', 'arns', 'resources'],
  [
    'ARNs, S3 URIs, and IDs of a network',
    'arn:aws:iam::111122223333:role/Training\ns3://ml-raw/fraud/\nsubnet-0abc12345def67890, sg-0abc12345def67890',
    'arns',
    'resources',
  ],
  ['IDs of subnets', 'subnet-0abc12345def67890\nsubnet-0abc12345def67891', 'arns', 'resources'],
  ['IDs in a list', '[subnet-0abc12345def67890, sg-0abc1234]', 'arns', 'resources'],
  ['ARNs in a list', json(['arn:aws:s3:::ml-raw', 'arn:aws:s3:::ml-out']), 'arns', 'resources'],
  [
    'terraform output',
    'bucket = "ml-raw"\nkey_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"\n',
    'terraformOutputs',
    'resources',
  ],
  [
    'terraform output -json',
    json({ bucket: { sensitive: false, type: 'string', value: 'ml-raw' } }),
    'terraformOutputs',
    'resources',
  ],
  [
    'outputs of a stack',
    json({ Stacks: [{ StackName: 'a', Outputs: [{ OutputKey: 'Bucket', OutputValue: 'ml-raw' }] }] }),
    'cloudFormationOutputs',
    'resources',
  ],
  [
    'terraform output with lists',
    'subnets = [\n  "subnet-0abc1234",\n  "subnet-0abc1235",\n]\nids = tolist([\n  "sg-0abc1234",\n])\n',
    'terraformOutputs',
    'resources',
  ],
  [
    'a table of outputs',
    'Key\tValue\tDescription\nRawBucket\tml-raw\tThe bucket',
    'cloudFormationOutputs',
    'resources',
  ],
  [
    'outputs of the AWS CDK',
    json({ MlStack: { Sg: 'sg-0abc1234', Name: 'x' } }),
    'cloudFormationOutputs',
    'resources',
  ],
  ['a file of variables', '# ours\nexport BUCKET=ml-raw\nREGION=eu-west-1\n', 'keyValues', 'resources'],
  ['names with values', 'BUCKET=ml-raw\nREGION=eu-west-1\n', 'keyValues', 'resources'],
  [
    'a policy in a code block',
    `Attach this:\n\n\`\`\`json\n${text}\n\`\`\`\nThen redeploy.`,
    'fencedPolicy',
    'import',
  ],
  [
    'a template in a code block',
    `Use:\n\`\`\`yaml\nResources:\n${yamlRole}\`\`\`\n`,
    'fencedPolicy',
    'import',
  ],
  ['a URL-encoded policy', encodeURIComponent(text), 'urlEncodedPolicy', 'import'],
  ['a policy in Base64', btoa(text), 'base64', 'import'],
  ['other JSON in Base64', btoa(json({ a: 'b'.repeat(60) })), 'base64', 'none'],
  [
    'AWS CDK code',
    "role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));",
    'cdkCode',
    'import',
  ],
  [
    'AWS CDK code in Java',
    'PolicyStatement.Builder.create().actions(List.of("s3:GetObject")).resources(List.of("*")).build()',
    'cdkCode',
    'import',
  ],
  [
    'AWS CDK code in Go',
    'awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{Actions: jsii.Strings("s3:GetObject"), Resources: jsii.Strings("*")})',
    'cdkCode',
    'import',
  ],
  [
    'a Pulumi program',
    "const p = aws.iam.getPolicyDocument({ statements: [{ actions: ['s3:GetObject'], resources: ['*'] }] });",
    'pulumiCode',
    'import',
  ],
  [
    'CDK for Terraform',
    'DataAwsIamPolicyDocument(self, "p", statement=[{"actions": ["s3:GetObject"], "resources": ["*"]}])',
    'cdktfCode',
    'import',
  ],
  [
    'an SST program',
    'new sst.aws.Function("F", { permissions: [{ actions: ["s3:*"], resources: ["*"] }] });',
    'policyCode',
    'import',
  ],
  ['an SST program without permissions', 'new sst.aws.Bucket("B", { public: false });', 'unknown', 'none'],
  [
    'a program with awacs',
    'from awacs import s3\npd = Policy(Statement=[Statement(Effect=Allow, Action=[s3.GetObject], Resource=["*"])])',
    'policyCode',
    'import',
  ],
  ['AWS CDK code without statements', "import * as cdk from 'aws-cdk-lib';\n", 'cdkCode', 'none'],
  ['brackets alone', '[ '.repeat(100_000), 'unknown', 'none'],
  [
    'credentials',
    '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n',
    'secrets',
    'none',
  ],
  ['nothing', ' \n\t', 'empty', 'none'],
  ['the host of a name like an ID', 'vpc-12345678.example.com', 'unknown', 'none'],
  ['names like IDs', 'subnet-12345678-front\nsubnet-12345678-back', 'unknown', 'none'],
  ['something else', 'Dear team, the meeting is moved to Thursday.', 'unknown', 'none'],
  ['JSON of something else', json({ compilerOptions: { strict: true } }), 'unknown', 'none'],
  // Words of another kind within the strings of a text say nothing about it.
  [
    'a policy whose Sid has words of a message',
    withStatement({ ...statement, Sid: 'User: x is not authorized to perform: s3:GetObject AccessDenied' }),
    'policy',
    'import',
  ],
  [
    'a policy that names a link',
    withStatement({ ...statement, Sid: `https://example.com/#${fragment}` }),
    'policy',
    'import',
  ],
  [
    'a template whose description has words of a message',
    json({ Description: denied, Resources: { JobRole: role } }),
    'cloudFormation',
    'import',
  ],
  ['a heading behind #', 'https://example.com/page#section-one', 'unknown', 'none'],
  [
    'prose about policies',
    'The Statement of a policy has an Effect, which is Allow or Deny.',
    'unknown',
    'none',
  ],
];

const kinds = (given: string, name?: string) =>
  recognize(given, name).kinds.map(({ kind, destination }) => `${kind} ${destination}`);

/** Nothing where it is read; the form asks for an action that the message doesn't name. */
function whyRefusalIsUnread(message: string): string | undefined {
  const reading = readRefusal(message);
  return reading.ok ? undefined : reading.why;
}

describe('what a text is', () => {
  it.each(rows)('%s', (_what, given, kind, destination, name) => {
    expect(kinds(given, name)[0]).toBe(`${kind} ${destination}`);
  });

  it('has a row for each kind', () => {
    const tried = new Set(rows.map(([, , kind]) => kind));
    expect(Object.keys(kindWords).filter((kind) => !tried.has(kind))).toEqual([]);
  });

  it.each(rows)('leads nowhere in vain: %s', (_what, given, _kind, _destination, name) => {
    for (const { destination, text: read, what } of recognize(given, name).kinds) {
      expect(what).toMatch(/\.$/);
      if (destination === 'import')
        expect(readImport(read, { yaml: readYaml }).policies.length).toBeGreaterThan(0);
      if (destination === 'accessDenied') expect(['noAction', undefined]).toContain(whyRefusalIsUnread(read));
      if (destination === 'link') expect(read).toBe(fragment);
    }
  });
});

describe('a text that is two things', () => {
  it('is a message and the policy beside it', () => {
    expect(kinds(`${denied}\n\nThe policy is:\n${text}`)).toEqual([
      'accessDenied accessDenied',
      'policy import',
    ]);
  });

  it('is a policy to import or to validate', () => {
    expect(kinds(text)).toEqual(['policy import', 'policy validate']);
  });

  it('is an event whose call was denied, and one that set a policy', () => {
    const events = [
      { eventSource: 'a', eventName: 'AddTags', errorMessage: denied },
      {
        eventSource: 'iam.amazonaws.com',
        eventName: 'PutRolePolicy',
        requestParameters: { policyDocument: text },
      },
    ];
    expect(kinds(json({ Records: events }))).toEqual([
      'cloudTrail accessDenied',
      'cloudTrail import',
      'cloudTrail activity',
    ]);
  });

  it('has credentials beside its policies', () => {
    const state = tfState(text).replace(
      '"version":4',
      '"version":4,"secret_access_key":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"',
    );
    expect(kinds(state)).toEqual(['terraformState import', 'secrets none']);
    expect(recognize(state).kinds[0]?.text).toBe(text);
  });
});

describe('hostile texts', () => {
  const parts = [
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\\',
    '```',
    '\n',
    ' ',
    '#s1.',
    '%7B',
    'Statement',
    '"Statement":',
    'Effect: Allow',
    'Resources:',
    denied,
    'secret',
    '=',
    'arn:aws:',
    '__proto__',
    '\u0000',
    '\ud800',
  ];

  it('never throw', () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary' })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(hostile, fc.string(), (some, name) => recognize(some.join(''), name).kinds.length > 0),
    );
  });

  it('never throw as JSON', () => {
    fc.assert(fc.property(fc.json(), (some) => recognize(some).kinds.length > 0));
    const keys = [
      'Statement',
      'Records',
      'Resources',
      'Stacks',
      'deployment',
      'Outputs',
      'message',
      'context',
      'DecodedMessage',
      'Principal',
      'Condition',
      'detail',
      'version',
      'resources',
      'lineage',
      'Transform',
    ];
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, 1, '', '{', true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (some) => recognize(JSON.stringify(some)).kinds.length > 0),
      { numRuns: 500 },
    );
  });

  const MEGABYTE = 1_000_000;
  const long = (part: string): string => part.repeat(Math.ceil(MEGABYTE / part.length));
  it.each([
    ...parts,
    'secret_access_key = ',
    'a does not have ',
    '```json\n"Statement"\n',
    `${text}\n`,
    '- Effect: Allow\n',
    'resource "a" ',
    'a=b\n',
    '#s1.abcdefgh ',
    '# a will',
    'User: x is not authorized to perform',
    '-----BEGIN ',
    'AAAA',
  ])('are recognized in time in proportion to them: %j', { timeout: 60_000 }, (part) => {
    // What is quadratic takes minutes for a megabyte, and ends here by the time limit of a test.
    expect(recognize(long(part)).kinds.length).toBeGreaterThan(0);
  });

  it('reads JSON nested without end', () => {
    expect(kinds('['.repeat(200_000))).toEqual(['unknown none']);
    expect(kinds(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toEqual(['unknown none']);
  });
});

const folder = new URL('../../../public/presets/', import.meta.url);
const presetFile = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const presetFields: object = JSON.parse(presetFile('preset.schema.json'), (key, value: unknown) =>
  key === '' && typeof value === 'object' && value !== null && 'properties' in value
    ? value.properties
    : value,
);
const emptyOf: Readonly<Record<string, unknown>> = { array: [], object: {} };
const onlyField = Object.entries(presetFields).flatMap(([field, schema]: [string, { type?: string }]) => {
  const { type = '' } = schema;
  return type in emptyOf ? [[field, emptyOf[type]] as const] : [];
});

describe('presets', () => {
  it.each(readdirSync(folder).filter((name) => !/^(index|preset\.schema)\.json$|\.(svg|png)$/.test(name)))(
    '%s is a preset, also without the address of its schema',
    (name) => {
      const unhinted = presetFile(name).replace(/"\$schema": "[^"]*",/, '');
      expect(recognize(presetFile(name)).kinds[0]?.kind).toBe('preset');
      expect(recognize(unhinted).kinds[0]?.kind).toBe('preset');
    },
  );
  it('are recognized by any field that says more than who they are from', () => {
    expect(onlyField.length).toBeGreaterThan(10);
    for (const [field, value] of onlyField)
      expect([field, recognize(json({ version: 1, title: 'Acme', [field]: value })).kinds[0]?.kind]).toEqual([
        field,
        'preset',
      ]);
  });
});
