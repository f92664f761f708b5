import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/** Smaller shapes of what holds policies, each with what is found in it and what is listed beside. */

const doc = (Resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource }] });
const plain = doc('*');

const yamlStatements = "Statement: [{Effect: Allow, Action: 's3:*', Resource: '*'}]";

const template = (resources: string): string => `Resources:\n${resources}`;
const resource = (type: string, properties: string): string =>
  template(`  R:\n    Type: ${type}\n    Properties:\n${properties.replaceAll(/^/gm, '      ')}\n`);

type Shape = readonly [what: string, text: string, found: readonly string[], listed: readonly string[]];

const shapes: readonly Shape[] = [
  [
    'an object of JavaScript',
    "const policy = {\n  Version: '2012-10-17',\n  Statement: [\n    {\n      Effect: 'Allow',\n      Action: 's3:*',\n      Resource: '*',\n    },\n  ],\n};",
    ['identity Policy 1'],
    [],
  ],
  [
    'texts alone in braces of an element and of a method',
    `<Policy doc={'${plain}'} />\n<Policy>{\`${plain}\`}</Policy>\ndef p; { '${plain}' } end\n`,
    ['identity Policy 1', 'identity Policy 2', 'identity Policy 3'],
    [],
  ],
  [
    'an object of JavaScript in one line',
    '{Version: "2012-10-17", Statement: [{Effect: "Allow", Action: "s3:*", Resource: "*"}]}',
    ['identity Policy 1'],
    [],
  ],
  [
    'an object that a program computes',
    "const policy = {Version: '2012-10-17', Statement: [{Effect: 'Allow', Action: actions, Resource: bucket.arn}]};",
    [],
    ['notRead its element names are not in quotation marks'],
  ],
  [
    'an object with a text that a program fills',
    'const policy = {Version: "2012-10-17", Statement: [{Effect: "Allow", Action: "s3:*", Resource: `arn:${bucket}`}]};',
    ['identity Policy 1'],
    [],
  ],
  [
    'the policy of a topic',
    resource('AWS::SNS::TopicPolicy', `PolicyDocument: {${yamlStatements}}`),
    ['resource R'],
    [],
  ],
  [
    'the policy of a secret',
    resource('AWS::SecretsManager::ResourcePolicy', `ResourcePolicy: {${yamlStatements}}`),
    ['resource R'],
    [],
  ],
  [
    'a permission of a function',
    resource('AWS::Lambda::Permission', 'Action: lambda:InvokeFunction'),
    [],
    ['permission R (AWS::Lambda::Permission) in the template'],
  ],
  [
    'a transformation',
    resource('AWS::IAM::ManagedPolicy', 'PolicyDocument:\n  Fn::Transform: {Name: AWS::Include}'),
    [],
    ['notComputed Fn::Transform'],
  ],
  [
    'more conditions than are offered',
    resource(
      'AWS::IAM::ManagedPolicy',
      `PolicyDocument:\n  Statement:\n${['A', 'B', 'C', 'D'].map((name) => `    - !If [${name}, {Effect: Allow, Action: '${name}:*', Resource: '*'}, !Ref AWS::NoValue]`).join('\n')}`,
    ),
    [],
    ['manyConditions R (AWS::IAM::ManagedPolicy) in the template'],
  ],
  [
    'an unknown tag in a policy',
    resource(
      'AWS::IAM::ManagedPolicy',
      `PolicyDocument: {Statement: [{Effect: Allow, Action: !Mine x, Resource: '*'}]}`,
    ),
    [],
    ['notYaml !Mine'],
  ],
  [
    'an account that begins with 0',
    resource(
      'AWS::IAM::ManagedPolicy',
      "PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: '*', Condition: {StringEquals: {aws:SourceAccount: 012345678901}}}]}",
    ),
    [],
    ['notYaml SCALAR'],
  ],
  [
    'an anchor and its alias',
    `x: &all {Effect: Allow, Action: 's3:*', Resource: '*'}\n${resource('AWS::IAM::ManagedPolicy', 'PolicyDocument: {Statement: [*all]}')}`,
    ['identity R'],
    [],
  ],
  [
    'a group with managed policies alone',
    resource('AWS::IAM::Group', 'ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSageMakerReadOnly]'),
    [],
    ['elsewhere arn:aws:iam::aws:policy/AmazonSageMakerReadOnly'],
  ],
  [
    'a permission set with managed policies alone',
    resource('AWS::SSO::PermissionSet', 'ManagedPolicies: [arn:aws:iam::aws:policy/AmazonSageMakerReadOnly]'),
    [],
    ['elsewhere arn:aws:iam::aws:policy/AmazonSageMakerReadOnly'],
  ],
  [
    'an answer of a query of AWS Config',
    JSON.stringify({
      Results: [
        JSON.stringify({
          configuration: {
            policyName: 'data',
            policyVersionList: [
              { versionId: 'v2', isDefaultVersion: true, document: encodeURIComponent(plain) },
            ],
          },
        }),
      ],
    }),
    ['identity data'],
    [],
  ],
  [
    'references of MDAA',
    `generatePolicies:\n  Read:\n    policyDocument:\n      Statement:\n        - {Effect: Allow, Action: 's3:*', Resource: 'arn:{{partition}}:s3:::{{context:bucket}}/*'}\n`,
    ['identity Read'],
    [],
  ],
  [
    'a template that a terminal printed',
    `$ cdk synth Ml\n${resource('AWS::IAM::ManagedPolicy', `PolicyDocument: {${yamlStatements}}`)}`,
    ['identity R'],
    [],
  ],
  [
    'documents of a shell, with and without its variables',
    `cat > a.json <<EOF\n${doc('arn:aws:s3:::$IN/${OUT}')}\nEOF\ncat > b.json <<'EOF'\n${doc('arn:aws:s3:::${aws:username}')}\nEOF\n`,
    ['identity Policy 1', 'identity Policy 2'],
    [],
  ],
  [
    'a dictionary of Python with computed values',
    'p = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": bucket_arn(1)}]}',
    [],
    ['notComputed bucket_arn(1)'],
  ],
  [
    'a text of Python that is computed',
    'p = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": f"arn:aws:s3:::{name(1)}"}]}',
    [],
    ['notComputed f"arn:aws:s3:::{name(1)}"'],
  ],
  [
    'a dictionary of Python with values in its texts',
    `p = {'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': [f'arn:aws:s3:::{bucket}/*', f"arn:aws:s3:::{self.out}"]}]}`,
    ['identity Policy 1'],
    [],
  ],
  [
    'what the Serverless Framework has in other files',
    'service: a\nprovider:\n  name: aws\n  iamRoleStatements: ${file(iam.yml):statements}\nresources:\n  - ${file(roles.yml)}\n  - Resources:\n      Q: {Type: AWS::SQS::Queue}\n',
    [],
    ['elsewhere file(iam.yml):statements', 'elsewhere file(roles.yml)'],
  ],
  [
    'what has the role of a Serverless Framework, computed or with a condition',
    'service: a\nprovider:\n  name: aws\n  iam:\n    role:\n      statements: ${file(s.yml)}\n      managedPolicies: ${file(m.yml)}\n      permissionsBoundary: !If [P, edge, !Ref "AWS::NoValue"]\n',
    [],
    ['elsewhere file(s.yml)', 'elsewhere file(m.yml)', 'elsewhere edge, if P'],
  ],
  [
    'a list of managed policies that is computed',
    resource('AWS::IAM::Role', 'ManagedPolicyArns: !If [P, !Split [",", !Ref All], !Ref Some]'),
    [],
    ['elsewhere All, if P', 'elsewhere Some, if not P'],
  ],
  [
    'policies of a function that are computed',
    resource('AWS::Serverless::Function', 'Policies: !If [P, !Split [",", !Ref All], [!Ref One, S3Full]]'),
    [],
    ['elsewhere All, if P', 'elsewhere One, if not P', 'elsewhere S3Full, if not P'],
  ],
  [
    'an ARN of a managed policy that is put together',
    resource(
      'AWS::IAM::Group',
      'ManagedPolicyArns: [!Sub "arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"]',
    ),
    [],
    ['elsewhere arn:aws:iam::aws:policy/ReadOnlyAccess'],
  ],
  [
    'statements that a document takes from local values',
    'locals {\n  all = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = local.all })\n}\n',
    ['identity p'],
    [],
  ],
  [
    'an item of AWS Config',
    JSON.stringify({
      resourceName: 'nb',
      configuration: JSON.stringify({
        roleName: 'nb',
        rolePolicyList: [{ policyName: 'in', policyDocument: encodeURIComponent(plain) }],
      }),
      supplementaryConfiguration: { BucketPolicy: JSON.stringify({ policyText: plain }) },
    }),
    ['identity in', 'resource nb'],
    [],
  ],
  [
    'an event within the answer of a call',
    JSON.stringify({
      Events: [
        {
          CloudTrailEvent: JSON.stringify({ requestParameters: { policyName: 'p', policyDocument: plain } }),
        },
      ],
    }),
    ['identity p'],
    [],
  ],
  [
    'output that is cut off',
    JSON.stringify({ IsTruncated: true, RoleName: 'nb', PolicyName: 'p', PolicyDocument: JSON.parse(plain) }),
    ['identity p'],
    ['truncated IsTruncated'],
  ],
  [
    'a dictionary of Python',
    "p = {'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': True}}}]}",
    ['identity Policy 1'],
    [],
  ],
  [
    'variables of the Serverless Framework',
    "service: a\nprovider:\n  name: aws\n  iamRoleStatements:\n    - Effect: Allow\n      Action: s3:*\n      Resource: 'arn:aws:s3:::${self:custom.bucket}/*'\n",
    ['identity functions'],
    [],
  ],
  [
    'configuration of Terraform in JSON',
    JSON.stringify({ resource: { aws_iam_policy: { p: { policy: doc('${var.a}') } } } }),
    [],
    ['notComputed Terraform configuration in JSON'],
  ],
  [
    'a document for each of several roles',
    `data "aws_iam_policy_document" "m" {\n  for_each = var.all\n  statement {\n    actions   = ["s3:*"]\n    resources = [each.value.arn]\n  }\n}\nresource "aws_iam_role_policy" "m" {\n  policy = data.aws_iam_policy_document.m[each.key].json\n}\n`,
    ['identity m'],
    [],
  ],
  [
    'documents that are put together',
    `data "aws_iam_policy_document" "a" {\n  statement {\n    actions   = ["s3:*"]\n    resources = ["*"]\n  }\n}\ndata "aws_iam_policy_document" "b" {\n  source_policy_documents = [data.aws_iam_policy_document.a.json]\n}\ndata "aws_iam_policy_document" "c" {\n  override_policy_documents = [var.other]\n}\n`,
    ['identity a', 'identity b'],
    ['notComputed override_policy_documents'],
  ],
  [
    'a plan that hides a part',
    '  ~ resource "aws_iam_policy" "p" {\n      ~ policy = jsonencode(\n          ~ {\n              ~ Statement = [\n                  ~ {\n                      ~ Action = "s3:Get*" -> "s3:*"\n                        # (2 unchanged attributes hidden)\n                    },\n                ]\n            }\n        )\n    }\n',
    [],
    ['notComputed a part that the plan doesn’t show'],
  ],
  [
    'a plan with values before and after',
    '  ~ resource "aws_iam_policy" "p" {\n      ~ policy = jsonencode(\n          ~ {\n              ~ Statement = [\n                  ~ {\n                      ~ Action = "iam:*" -> "s3:*"\n                        Effect = "Allow"\n                      - Condition = {}\n                        Resource = "*"\n                    },\n                ]\n            }\n        )\n    }\n',
    ['identity p'],
    [],
  ],
];

describe('shapes', () => {
  it.each([
    'jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = { Null = { "aws:RequestTag/${var.key}" = "true" } } }] })',
    'data.aws_iam_policy_document.d.json',
  ])('a name of a condition can hold a reference: %s', (value) => {
    const text = `data "aws_iam_policy_document" "d" {\n  statement {\n    effect = "Deny"\n    actions = ["*"]\n    resources = ["*"]\n    condition {\n      test = "Null"\n      variable = "aws:RequestTag/\${var.key}"\n      values = ["true"]\n    }\n  }\n}\nresource "aws_iam_policy" "p" {\n  policy = ${value}\n}\n`;
    const { policies, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    for (const { policy } of policies)
      expect(policy.Statement[0]?.Condition).toEqual({ Null: { 'aws:RequestTag/<key>': 'true' } });
  });

  it.each(shapes)('%s', (_, text, found, listed) => {
    const { policies, refusals } = readImport(text, { yaml: readYaml });
    expect(policies.map(({ kind, title }) => `${kind} ${title}`)).toEqual(found);
    expect(refusals.map(({ code, detail }) => `${code} ${detail}`)).toEqual(listed);
    for (const { policy } of policies)
      for (const { Effect, Action } of policy.Statement) expect([Effect, Action]).toEqual(['Allow', 's3:*']);
  });

  it.each<[text: string, resources: readonly unknown[]]>([
    [
      `cat > a.json <<EOF\n${doc('arn:aws:s3:::$IN/${OUT}')}\nEOF\ncat > b.json <<'EOF'\n${doc('arn:aws:s3:::${NAME}')}\nEOF\n`,
      ['arn:aws:s3:::<IN>/<OUT>', 'arn:aws:s3:::${NAME}'],
    ],
    [doc('arn:aws:s3:::{{ bucket }}/${aws:username}'), ['arn:aws:s3:::<bucket>/${aws:username}']],
    [
      doc('X').replace('"X"', '[f"arn:aws:s3:::{bucket}/{self.prefix}/*", f"arn:aws:s3:::{BUCKET}"]'),
      [['arn:aws:s3:::<bucket>/<selfPrefix>/*', 'arn:aws:s3:::<BUCKET2>']],
    ],
    [doc('{{resolve:ssm:/team/bucket}}'), ['<resolveSsmTeamBucket>']],
    [doc('arn:aws:s3:::${NAME}'), ['arn:aws:s3:::${NAME}']],
    [
      doc('${aws_s3_bucket.data.arn}/${var.team}/${aws:username}'),
      ['<aws_s3_bucketDataArn>/<team>/${aws:username}'],
    ],
  ])('a variable of a tool is a placeholder where the tool replaces it: %s', (text, resources) => {
    const { policies } = readImport(text, { yaml: readYaml });
    expect(policies.map(({ policy }) => policy.Statement[0]?.Resource)).toEqual(resources);
  });

  it('a variable of the Serverless Framework is a placeholder, one of IAM is not', () => {
    const text =
      "service: a\nprovider:\n  iamRoleStatements:\n    - Effect: Allow\n      Action: s3:*\n      Resource: 'arn:aws:s3:::${self:custom.bucket}/${aws:username}/*'\n";
    const [found] = readImport(text, { yaml: readYaml }).policies;
    expect(found?.policy.Statement[0]?.Resource).toBe('arn:aws:s3:::<selfCustomBucket>/${aws:username}/*');
  });
});
