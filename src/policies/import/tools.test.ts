import { describe, expect, it } from 'vitest';
import { listOf } from '../language/policy.ts';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/** Policies as repositories have them: in programs, templates and configurations of tools. What a tool makes of them is read, or they are listed. */

const document = (resource: string): string =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "${resource}"}]}`;

const read = (name: string, text: string) => readImport(text, { yaml: readYaml, name });

/** Effect, actions and resources of each policy’s statements; of what is not read, why. */
function found(name: string, text: string): readonly unknown[] {
  const { policies, refusals } = read(name, text);
  return [
    ...policies.map(({ policy }) =>
      policy.Statement.flatMap(({ Effect, Action, Resource }) => [
        Effect,
        ...listOf(Action),
        ...listOf(Resource),
      ]).join(' '),
    ),
    ...refusals.map(({ code, detail }) => `${code}: ${detail}`),
  ];
}

const filledIn = 'notComputed: A text that a program fills in';
const grant = 'notRead: AWS CDK makes the statements of this grant';
const get = (resource: string) => `Allow s3:GetObject ${resource}`;

describe('dict(…) of Python', () => {
  const statement = 'dict(Effect="Allow", Action="s3:GetObject", Resource="*")';
  it.each<[what: string, text: string, ...found: string[]]>([
    [
      'a policy',
      `policy = dict(\n    Version="2012-10-17",\n    Statement=[\n        dict(Effect="Allow", Action=["s3:GetObject"], Resource="b"),  # read\n        dict(Effect="Deny", Action="s3:PutObject", Resource="*"),\n    ],\n)\n`,
      'Allow s3:GetObject b Deny s3:PutObject *',
    ],
    [
      'in an argument, with a variable',
      `import json\niam.put_role_policy(PolicyDocument=json.dumps(dict(Version="2012-10-17", Statement=[dict(Effect="Allow", Action="s3:GetObject", Resource=f"arn:aws:s3:::{bucket}/*", Condition=dict(StringEquals={"aws:SourceVpc": "v"}))])))\n`,
      get('arn:aws:s3:::<bucket>/*'),
    ],
    ['in a dictionary', `doc = {"Version": "2012-10-17", "Statement": [${statement}]}\n`, get('*')],
    ['a statement', `s = ${statement}\n`, get('*')],
    [
      'a statement that is appended',
      `import json\ndoc = {"Version": "2012-10-17", "Statement": []}\ndoc["Statement"].append(${statement})\n`,
      get('*'),
      'notAPolicy: a statement',
    ],
    [
      'changed afterward',
      `doc = dict(Version="2012-10-17", Statement=[${statement}])\ndoc["Statement"][0]["Effect"] = "Deny"\n`,
      'notComputed: doc["Statement"][0]["Effect"] =',
    ],
    ['with another dictionary', `doc = dict(base, Statement=[${statement}])\n`, 'notAPolicy: Statement'],
    ['with all of another', `doc = dict(Statement=[${statement}], **base)\n`, 'notAPolicy: Statement'],
    ['of pairs', `doc = dict([("Statement", [${statement}])])\n`, 'notAPolicy: Statement'],
    [
      'of a name that ends so',
      `doc = x.dict(Effect="Allow", Action="s3:GetObject", Resource="*")\n`,
      'notRead: its element names are not in quotation marks',
    ],
  ])('%s', (_, text, ...expected) => {
    expect(found('a.py', text)).toEqual(expected);
  });

  it('has the places of the text as it is', () => {
    const text = `x = 1\npolicy = dict(Version="2012-10-17", Statement=[${statement}])\n`;
    const [policy] = read('a.py', text).policies;
    const { offset = 0, length = 0 } = policy?.range ?? {};
    expect(text.slice(offset, offset + length)).toBe(`dict(Version="2012-10-17", Statement=[${statement}])`);
  });

  it('in each other takes time in proportion', () => {
    const nested = `${'dict(a='.repeat(3000)}1${')'.repeat(3000)}`;
    expect(found('a.py', `doc = dict(Effect="Allow", Action="s3:*", Resource=${nested})\n`)).not.toEqual([]);
  });
});

describe('what a tool fills in', () => {
  it.each<[what: string, name: string, text: string, ...found: string[]]>([
    [
      'Helm, in a document',
      'p.yaml',
      `spec:\n  policyDocument: |\n    ${document('arn:aws:s3:::{{ .Values.b }}/*')}\n`,
      get('arn:aws:s3:::<ValuesB>/*'),
    ],
    ['Helm, with dashes', 'p.json', document('{{- .b -}}'), get('<b>')],
    ['a condition of Helm', 'p.json', document('x{{ if .Values.b }}y{{ end }}'), filledIn],
    ['GitHub Actions', 'p.json', document('${{ inputs.b }}'), get('<inputsB>')],
    ['Jinja', 'p.json.j2', document('{{ b }}/*'), get('<b>/*')],
    ['a block of Jinja', 'p.json.j2', document('x{% if b %}y{% endif %}'), filledIn],
    ['ERB', 'p.json.erb', document('<%= b %>/*'), get('<b>/*')],
    ['a block of ERB', 'p.json.erb', document('x<% if b %>y<% end %>'), filledIn],
    [
      'Ruby',
      'a.rb',
      `policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: "arn:aws:s3:::#{b}/*" }] }\n`,
      get('arn:aws:s3:::<b>/*'),
    ],
    [
      'a call in Ruby',
      'a.rb',
      `policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: "#{b.x(1)}" }] }\n`,
      filledIn,
    ],
    ['Octopus', 'p.json', document('#{B}#/*'), get('<B>/*')],
    ['marks with @@', 'p.json', document('@@B@@/*'), get('<B>/*')],
    ['Kubernetes', 'p.json', document('$(B)/*'), get('<B>/*')],
    [
      'a command of a shell',
      'a.sh',
      `cat > p.json <<EOF\n${document('$(aws sts get-caller-identity --query Account)')}\nEOF\n`,
      filledIn,
    ],
    ['a default value of a shell', 'a.sh', `cat > p.json <<EOF\n${document('${B:-x}')}\nEOF\n`, filledIn],
    ['PowerShell', 'a.ps1', `$p = @"\n${document('arn:aws:s3:::$b/*')}\n"@\n`, get('arn:aws:s3:::<b>/*')],
    ['an expression of PowerShell', 'a.ps1', `$p = @"\n${document('$($b.Name)')}\n"@\n`, filledIn],
    ['PowerShell without variables', 'a.ps1', `$p = @'\n${document('*')}\n'@\n`, get('*')],
    [
      'a template of Terraform',
      'p.json.tftpl',
      document('arn:aws:s3:::${b}/${aws:username}'),
      get('arn:aws:s3:::<b>/${aws:username}'),
    ],
    ['a directive of Terraform', 'p.json.tftpl', document('x%{ if p }y%{ endif }'), filledIn],
    [
      'a format that another line fills in',
      'a.go',
      `const t = \`${document('arn:aws:s3:::%s/*')}\`\np := fmt.Sprintf(t, b)\n`,
      filledIn,
    ],
    ['a format with places', 'A.java', `String t = """\n  ${document('%1$s')}\n  """;\n`, filledIn],
    [
      'a format of Crossplane',
      'p.yaml',
      `string:\n  fmt: |\n    ${document('arn:aws:s3:::%s/*')}\n`,
      filledIn,
    ],
    [
      'what Ansible combines',
      'a.yml',
      `- set_fact:\n    p: "{{ base | combine({'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}]}) }}"\n`,
      filledIn,
    ],
    [
      'Pulumi',
      'Pulumi.yaml',
      `resources:\n  p:\n    type: aws:iam:Policy\n    properties:\n      policy:\n        fn::toJSON:\n          Version: "2012-10-17"\n          Statement:\n            - Effect: Allow\n              Action: s3:GetObject\n              Resource: \${b.arn}/*\n`,
      get('<bArn>/*'),
    ],
    [
      'dynamic references of CloudFormation',
      't.yaml',
      `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource:\n              - '{{resolve:ssm:/b}}'\n              - !Sub 'arn:aws:s3:::{{resolve:ssm:/b}}/\${X}'\n`,
      get('<resolveSsmB> arn:aws:s3:::<resolveSsmB>/<X>'),
    ],
    [
      'what looks like an address',
      'p.json',
      document('arn:aws:s3:::b/100%25/*'),
      get('arn:aws:s3:::b/100%25/*'),
    ],
    [
      'a variable of IAM',
      'p.json',
      document('arn:aws:s3:::b/${aws:username}/${*}'),
      get('arn:aws:s3:::b/${aws:username}/${*}'),
    ],
  ])('%s', (_, name, text, ...expected) => {
    expect(found(name, text)).toEqual(expected);
  });
});

describe('statements that a tool makes are listed', () => {
  const cdk = "iam.PolicyStatement(actions=['s3:GetObject'], resources=['*'])";
  const ofTypeScript = `new ${cdk.replace('(', '({ ').replaceAll('=', ': ').replace(/\)$/, ' })')}`;
  const ts = "import * as iam from 'aws-cdk-lib/aws-iam';\n";
  it.each<[what: string, name: string, text: string, ...found: string[]]>([
    [
      'grants in TypeScript',
      'a.ts',
      `${ts}bucket.grantReadWrite(role);\nrole.addToPolicy(${ofTypeScript});\ntopic.grant(role, 'sns:Publish');\n`,
      get('*'),
      grant,
      grant,
    ],
    [
      'grants in Python',
      'a.py',
      `from aws_cdk import aws_iam as iam\nbucket.grant_read(role)\nrole.add_to_policy(${cdk})\n`,
      get('*'),
      grant,
    ],
    [
      'a grant of something else',
      'a.ts',
      `access.grantRead(user);\nrole.addToPolicy(${ofTypeScript});\n`,
      get('*'),
    ],
    [
      'a connector of SAM',
      't.yaml',
      'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Connectors:\n      C:\n        Properties:\n          Permissions: [Read]\n    Properties:\n      Handler: a.b\n',
      'notComputed: The connector C',
    ],
    [
      'a connector by itself',
      't.yaml',
      'Resources:\n  C:\n    Type: AWS::Serverless::Connector\n    Properties:\n      Permissions: [Read]\n',
      'notComputed: The connector',
    ],
  ])('%s', (_, name, text, ...expected) => {
    expect(found(name, text)).toEqual(expected);
  });

  it('a role of Terraform names the managed policies that it has by itself', () => {
    const text = `resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "sagemaker.amazonaws.com" }, Action = "sts:AssumeRole" }] })\n  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonSageMakerFullAccess", aws_iam_policy.p.arn]\n}\n`;
    expect(
      read('m.tf', text).policies.flatMap(({ notes }) => notes.map(({ code, detail }) => [code, detail])),
    ).toContainEqual(['attached', 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess']);
  });
});

it('inputs of Terragrunt are read as arguments of a module', () => {
  const text = `terraform {\n  source = "x"\n}\ninputs = {\n  name   = "p"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::\${local.b}/*" }]\n  })\n}\n`;
  expect(found('terragrunt.hcl', text)).toEqual([get('arn:aws:s3:::<local_b>/*')]);
});

it.each([
  ['a task of Ansible', 'a.yml', '- amazon.aws.iam_managed_policy:\n    policy:\n', 'identity', ''],
  ['values of Helm', 'values.yaml', 'policy:\n', 'identity', ''],
  [
    'a policy of a bucket',
    'a.yml',
    '- amazon.aws.s3_bucket:\n    policy:\n',
    'resource',
    '      Principal: {AWS: "111122223333"}\n',
  ],
])('%s has a policy of the right kind', (_, name, head, kind, principal) => {
  const indent = /\n( *)policy:/.exec(`\n${head}`)?.[1] ?? '';
  const body = `Version: "2012-10-17"\nStatement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: "*"\n${principal.replace(/^ {2}/, '')}`;
  const text = head + body.replaceAll(/^(?=.)/gm, `${indent}  `);
  expect(read(name, text).policies.map((one) => one.kind)).toEqual([kind]);
});

describe('a policy that a template doesn’t contain is listed', () => {
  const written =
    "{Version: '2012-10-17', Statement: [{Effect: Allow, Action: s3:GetObject, Resource: '*'}]}";
  const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/k}}';
  const policy = (value: string) =>
    `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${value}\n`;
  const role = (policies: string) =>
    `Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies: ${policies}\n`;
  const inline = `{PolicyName: x, PolicyDocument: ${written}}`;
  it.each<[what: string, text: string, ...found: string[]]>([
    ['a parameter', policy('!Ref Document'), 'elsewhere: Document'],
    [
      'a parameter, or a document',
      policy(`!If [C, ${written}, !Ref Document]`),
      get('*'),
      'elsewhere: Document',
    ],
    ['none, or a document', policy(`!If [C, ${written}, !Ref 'AWS::NoValue']`), get('*')],
    ['policies of a parameter', role(`!If [C, [${inline}], !Ref More]`), get('*'), 'elsewhere: More'],
    ['policies of a macro', role(`[${inline}, {${include}}]`), get('*'), 'notComputed: Fn::Transform'],
    ['policies of a condition', role(`[!If [C, ${inline}, !Ref 'AWS::NoValue']]`), get('*')],
  ])('%s', (_, text, ...expected) => {
    expect(found('t.yaml', text)).toEqual(expected);
  });
});
