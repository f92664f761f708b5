import { describe, expect, it } from 'vitest';
import { readImport } from '../readImport.ts';

const read = {
  Sid: 'Read',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['<bucketArn>', '<bucketArn>/*'],
  Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
};
const denial = { Effect: 'Deny', NotAction: ['iam:*'], Resource: ['*'] };
/** As the data source writes a list with one entry. */
const dataRead = { ...read };
const dataDenial = { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' };
const trust = {
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: 'sagemaker.amazonaws.com' },
};

const renamed = (statement: typeof read, name: string) => ({
  ...statement,
  Resource: [`<${name}>`, `<${name}>/*`],
});

const forms: Readonly<Record<string, readonly [text: string, statements: readonly unknown[][]]>> = {
  'AWS CDK in Java': [
    `import software.amazon.awscdk.services.iam.*;
class Roles {
  void make() {
    role.addToPolicy(PolicyStatement.Builder.create()
        .sid("Read")
        .actions(List.of("s3:GetObject", "s3:ListBucket")) // objects
        .resources(Arrays.asList(bucket.getBucketArn(), bucket.getBucketArn() + "/*"))
        .conditions(Map.of("StringEquals", Map.of("aws:ResourceAccount", "111122223333")))
        .build());
    PolicyStatement deny = PolicyStatement.Builder.create().effect(Effect.DENY)
        .notActions(List.of("iam:*")).resources(List.of("*")).build();
    role.addToPolicy(deny);
  }
}`,
    [[renamed(read, 'bucketGetBucketArn')], [denial]],
  ],
  'AWS CDK in C#': [
    `using Amazon.CDK.AWS.IAM;
class Roles {
  void Make() {
    role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
    {
        Sid = "Read",
        Actions = new[] { "s3:GetObject", "s3:ListBucket" },
        Resources = new string[] { bucket.BucketArn, $"{bucket.BucketArn}/*" },
        Conditions = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, string> { { "aws:ResourceAccount", "111122223333" } },
        }
    }));
    role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, NotActions = new [] { "iam:*" }, Resources = new[] { "*" } }));
  }
}`,
    [[renamed(read, 'bucketBucketArn')], [denial]],
  ],
  'AWS CDK in Go': [
    `import "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
func roles() {
	role.AddToPolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Sid:     jsii.String("Read"),
		Actions: jsii.Strings("s3:GetObject", "s3:ListBucket"),
		Resources: &[]*string{bucket.BucketArn(), jsii.String(*bucket.BucketArn() + "/*")},
		Conditions: &map[string]interface{}{
			"StringEquals": map[string]string{"aws:ResourceAccount": "111122223333"},
		},
	}))
	deny := awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Effect: awsiam.Effect_DENY, NotActions: jsii.Strings("iam:*"), Resources: jsii.Strings("*"),
	})
	role.AddToPolicy(deny)
}`,
    [[renamed(read, 'bucketBucketArn')], [denial]],
  ],
  'Pulumi in TypeScript': [
    `import * as aws from "@pulumi/aws";
const doc = aws.iam.getPolicyDocumentOutput({
  statements: [
    {
      sid: "Read",
      actions: ["s3:GetObject", "s3:ListBucket"], // objects
      resources: [bucket.arn, pulumi.interpolate\`\${bucket.arn}/*\`],
      conditions: [{ test: "StringEquals", variable: "aws:ResourceAccount", values: ["111122223333"] }],
    },
    { effect: "Deny", notActions: ["iam:*"], resources: ["*"] },
  ],
});
const trust = aws.iam.getPolicyDocument({ version: "2012-10-17", statements: [{ actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["sagemaker.amazonaws.com"] }] }] });
const role = new aws.iam.Role("r", { assumeRolePolicy: trust.then(t => t.json) });
`,
    [[dataRead, dataDenial], [trust]],
  ],
  'Pulumi in Python': [
    `import pulumi_aws as aws
doc = aws.iam.get_policy_document(statements=[
    aws.iam.GetPolicyDocumentStatementArgs(
        sid="Read",
        actions=["s3:GetObject", "s3:ListBucket"],  # objects
        resources=[bucket.arn, f"{bucket.arn}/*"],
        conditions=[aws.iam.GetPolicyDocumentStatementConditionArgs(
            test="StringEquals", variable="aws:ResourceAccount", values=["111122223333"],
        )],
    ),
    {"effect": "Deny", "not_actions": ["iam:*"], "resources": ["*"]},
])
trust = aws.iam.get_policy_document_output(statements=[{"actions": ["sts:AssumeRole"], "principals": [{"type": "Service", "identifiers": ["sagemaker.amazonaws.com"]}]}])
`,
    [[dataRead, dataDenial], [trust]],
  ],
  SST: [
    `new sst.aws.Function("F", {
  permissions: [
    { actions: ["s3:GetObject", "s3:ListBucket"], resources: [bucket.arn] }, // objects
    { effect: "deny", actions: ["iam:*"], resources: ["*"], conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }] },
  ],
});`,
    [
      [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '<bucketArn>' },
        {
          Effect: 'Deny',
          Action: 'iam:*',
          Resource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    ],
  ],
  awacs: [
    `from awacs import logs, s3
from awacs.aws import Allow, Deny, PolicyDocument, Statement
pd = PolicyDocument(
    Version="2012-10-17",
    Statement=[
        Statement(Sid="Read", Effect=Allow, Action=[s3.GetObject, awacs.kms.Decrypt], Resource=["arn:aws:s3:::b/*"]),
        Statement(Effect=awacs.aws.Deny, NotAction=[logs.PutLogEvents], Resource=["*"]),
    ],
)
`,
    [
      [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: ['s3:GetObject', 'kms:Decrypt'],
          Resource: ['arn:aws:s3:::b/*'],
        },
        { Effect: 'Deny', NotAction: ['logs:PutLogEvents'], Resource: ['*'] },
      ],
    ],
  ],
  'CDK for Terraform in TypeScript': [
    `import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
const doc = new DataAwsIamPolicyDocument(this, "doc", {
  statement: [
    {
      sid: "Read",
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: [bucket.arn, \`\${bucket.arn}/*\`],
      condition: [{ test: "StringEquals", variable: "aws:ResourceAccount", values: ["111122223333"] }],
    },
    { effect: "Deny", notActions: ["iam:*"], resources: ["*"], principals: [] },
  ],
});
new IamPolicy(this, "p", { policy: doc.json });
`,
    [[dataRead, dataDenial]],
  ],
  'CDK for Terraform in Python': [
    `from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import *
doc = DataAwsIamPolicyDocument(self, "doc", statement=[
    DataAwsIamPolicyDocumentStatement(actions=["sts:AssumeRole"], principals=[
        DataAwsIamPolicyDocumentStatementPrincipals(type="Service", identifiers=["sagemaker.amazonaws.com"])])])
`,
    [[trust]],
  ],
};

const awacs = (statement: string, imports = 'from awacs import s3') =>
  `${imports}\npd = Policy(Statement=[Statement(${statement}, Resource=["*"])])\n`;
const sst = (permissions: string) =>
  `new sst.aws.Function("F", { handler: "a.b", permissions: ${permissions}, memory: "1 GB" });\n`;

describe('policies that programs make', () => {
  it.each(Object.entries(forms))('%s', (_, [text, statements]) => {
    const { policies, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    expect(policies.map(({ policy }) => policy.Statement)).toEqual(statements);
  });

  it('have no place in a comment or a text over lines', () => {
    const made = 'aws.iam.getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"] }] })';
    for (const text of [`// ${made}\n`, `/* ${made} */`, `"""\n${made}\n"""`, `# ${made}`])
      expect(readImport(`import x\n${text}`).policies).toEqual([]);
  });

  it('say what is commented out in them', () => {
    const { policies } = readImport(
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:Get*",\n// "s3:Put*",\n], resources: ["*"] }] });',
    );
    expect(policies[0]?.notes.map(({ code }) => code)).toContain('commentedPart');
  });

  const java = (rest: string) =>
    `PolicyStatement s = PolicyStatement.Builder.create().actions(List.of("s3:Get*")).resources(List.of("*"))${rest}`;
  it.each<[reason: string, text: string]>([
    ['a method that adds to it later', `${java('.build();')}\ns.addActions("s3:*");`],
    ['a part that is set later', `${java('.build();')}\ns.effect = x;`],
    ['principals', java('.principals(List.of(new AnyPrincipal())).build();')],
    ['what a call gives', java('.conditions(conditionsOf(team)).build();')],
    [
      'a list of a call',
      'PolicyStatement.Builder.create().actions(actionsOf(team)).resources(List.of("*")).build()',
    ],
    [
      'actions of a name',
      'PolicyStatement.Builder.create().actions(allowed).resources(List.of("*")).build()',
    ],
    [
      'actions of a name in a document',
      'const d = getPolicyDocument({ statements: [{ actions: allowed, resources: ["*"] }] });',
    ],
    [
      'actions of a spread list',
      'awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{Actions: jsii.Strings(all...), Resources: jsii.Strings("*")})',
    ],
    [
      'a formatted text',
      'PolicyStatement.Builder.create().actions(List.of("s3:*")).resources(List.of(String.format("arn:aws:s3:::%s/*", name))).build()',
    ],
    ['resources that come later', 'PolicyStatement.Builder.create().actions(List.of("s3:*")).build()'],
    [
      'a part of a list only under a condition of the compiler',
      'new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:Get*",\n#if DEBUG\n"s3:*",\n#endif\n}, Resources = new[] { "*" } })',
    ],
    [
      'other documents',
      'const d = getPolicyDocument({ sourcePolicyDocuments: [x.json], statements: [{ actions: ["s3:*"], resources: ["*"] }] });',
    ],
    [
      'an argument that is not known',
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"], when: "x" }] });',
    ],
    ['statements of a name', 'const d = aws.iam.getPolicyDocument({ statements });'],
    ['statements of a call', 'const d = aws.iam.getPolicyDocument({ statements: statementsOf(team) });'],
    [
      'an override',
      'const d = new DataAwsIamPolicyDocument(this, "d", { statement: [{ actions: ["s3:*"], resources: ["*"] }] });\nd.addOverride("statement.0.effect", "Deny");',
    ],
    [
      'entries of another list',
      'const d = getPolicyDocument({ statements: [...base, { actions: ["s3:*"], resources: ["*"] }] });',
    ],
    ...[
      'PolicyStatement.Builder.create().effect(Effect.ALLOW).effect(Effect.DENY).actions(List.of("s3:*")).resources(List.of("*")).build()',
      'const d = getPolicyDocument({ statements: [{ effect: "Deny", effect: "Allow", actions: ["s3:*"], resources: ["*"] }] });',
      'const d = getPolicyDocument({ statements: [{ notActions: ["s3:Get*"], not_actions: ["s3:*"], resources: ["*"] }] });',
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"] }], statements: [] });',
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"], conditions: [{ test: "Null", test: "Bool", variable: "a:b", values: ["true"] }] }] });',
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"], principals: [{ type: "AWS", type: "Service", identifiers: ["*"] }] }] });',
    ].map((text): [string, string] => ['a part that is there twice', text]),
    ...['this.s', 's', 'exports.s'].flatMap((name) =>
      [`${name}.addActions("s3:*");`, `${name}.effect = x;`].map((change): [string, string] => [
        `a change of ${name} later`,
        `${name} = PolicyStatement.Builder.create().actions(List.of("s3:Get*")).resources(List.of("*")).build();\n${change}`,
      ]),
    ),
    [
      'what is set in braces after it',
      'a.Add(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:*" }, Resources = new[] { "*" } }) { Effect = Effect.DENY });',
    ],
    [
      'a change by another name in C#',
      'var a = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:*" }, Resources = new[] { "*" } });\nvar b = a;\nb.AddActions("iam:*");',
    ],
    [
      'a change by another name in Go',
      'a := awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{Actions: jsii.Strings("s3:*"), Resources: jsii.Strings("*")})\nb := a\nb.SetEffect(awsiam.Effect_DENY)',
    ],
    [
      'a call that it is given to, which sets another part',
      'const s = Object.assign(getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"] }] }), { version: "x" });',
    ],
    ...[
      'setattr(d, "json", other)',
      'Object.defineProperty(d, "json", other)',
      'Reflect.set(d, "json", other)',
    ].map((change): [string, string] => [
      `a later ${change.split('(')[0] ?? ''}`,
      `d = get_policy_document(statements=[{"actions": ["s3:*"], "resources": ["*"]}])\n${change}`,
    ]),
    ['a copy with another part', `use(${java('.build().copy(props)').replace('PolicyStatement s = ', '')});`],
    [
      'a text that Kotlin fills in',
      'val s = PolicyStatement.Builder.create().actions(listOf("s3:*")).resources(listOf("$bucketArn/*")).build()',
    ],
    [
      'a text that Terraform fills in',
      'const d = new DataAwsIamPolicyDocument(this, "d", { statement: [{ actions: ["s3:*"], resources: ["${aws_s3_bucket.b.arn}/*"] }] });',
    ],
    [
      'entries of another list in Python',
      'd = get_policy_document(statements=[{"actions": [*base, "s3:Get*"], "resources": ["*"]}])',
    ],
    [
      'an operator of a name',
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"], conditions: [{ test: op, variable: "a:b", values: ["c"] }] }] });',
    ],
    [
      'a type of principals of a name',
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"], principals: [{ type: t, identifiers: ["*"] }] }] });',
    ],
    ['actions of a name for SST', sst('[{ actions: acts, resources: ["*"] }]')],
    ['an effect of a name for SST', sst('[{ effect: e, actions: ["s3:*"], resources: ["*"] }]')],
    ['what SST passes over', sst('[{ actions: ["s3:*"], resources: ["*"], notActions: ["s3:Get*"] }]')],
    ['a list of SST that goes on', sst('[{ actions: ["s3:*"], resources: ["*"] }].concat(more)')],
    [
      'a module of awacs whose name is not the prefix',
      awacs('Effect=Allow, Action=[awslambda.InvokeFunction]', 'from awacs import awslambda'),
    ],
    ...[
      'from awacs import sqs as s3',
      'import awacs.sqs as s3',
      'from awacs.s3 import GetObject',
      'import awacs',
    ].map((imports): [string, string] => [
      `a module that may be another: ${imports}`,
      awacs('Effect=Allow, Action=[s3.GetObject]', imports),
    ]),
    ['an effect of a name with awacs', awacs('Effect=effect, Action=[s3.GetObject]')],
    ['a pattern of a call with awacs', awacs('Effect=Allow, Action=[Action("s3", "Get*")]')],
    [
      'a principal of a call with awacs',
      awacs('Effect=Allow, Principal=Principal("AWS", "*"), Action=[s3.GetObject]'),
    ],
    ['a condition of a call with awacs', awacs('Effect=Allow, Condition=c(), Action=[s3.GetObject]')],
    ['statements of a name with awacs', 'import awacs.s3\npd = Policy(Statement=statements)'],
    [
      'a statement that awacs appends',
      `${awacs('Effect=Allow, Action=[s3.GetObject]')}pd.Statement.append(other)\n`,
    ],
    ['a text that is cut', 'const d = getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"'],
  ])('%s: nothing is read, and it is listed', (_, text) => {
    const { policies, refusals } = readImport(text);
    expect(policies).toEqual([]);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.map(({ code }) => code)).not.toContain('notJson');
  });

  it.each([
    [
      'Pulumi',
      'const a = getPolicyDocument({ statements });\nconst b = getPolicyDocument({ statements: [{ actions: ["s3:Get*"], resources: ["*"] }] });',
    ],
    [
      'AWS CDK in C#',
      'a.Add(new Amazon.CDK.AWS.IAM.PolicyStatement(new PolicyStatementProps { Principals = new[] { new StarPrincipal() }, Actions = new[] { "s3:*" }, Resources = new[] { "*" } }));\nb.Add(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:Get*" }, Resources = new[] { "*" } }));',
    ],
  ])('of two with %s, the one that cannot be read is listed beside the other', (_, text) => {
    const { policies, refusals } = readImport(text);
    expect([policies.length, refusals.length]).toEqual([1, 1]);
  });

  it.each([
    'var s = new PolicyStatement();\ns.AddActions("s3:*");',
    'PolicyStatement s = new(new PolicyStatementProps { Actions = new[] { "s3:*" }, Resources = new[] { "*" } });',
    'var s = new Amazon.CDK.AWS.IAM.PolicyStatement(new() { Actions = new[] { "s3:*" }, Resources = new[] { "*" } });',
    'PolicyStatement.Builder b = PolicyStatement.Builder.create();\nb.effect(Effect.DENY);\nb.actions(List.of("s3:*"));',
    's := awsiam.NewPolicyStatement(nil)\ns.AddActions(jsii.String("s3:*"))',
    'const s = new iam.PolicyStatement();\ns.addActions("s3:*");',
    'const s = new iam.PolicyStatement(props);',
    's = iam.PolicyStatement()\ns.add_actions("s3:*")',
    'doc, err := iam.GetPolicyDocument(ctx, &iam.GetPolicyDocumentArgs{Statements: s}, nil)',
    'var doc = Aws.Iam.GetPolicyDocument.Invoke(new() { Statements = s });',
    'doc := dataawsiampolicydocument.NewDataAwsIamPolicyDocument(stack, jsii.String("d"), &config)',
    'var d = DataAwsIamPolicyDocument.Builder.create(this, "d").statement(s).build();',
  ])('%s: beside a policy that is read, it is listed', (text) => {
    const policy =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}';
    const { policies, refusals } = readImport(`${text}\n\nput(${policy});\n`);
    expect(policies.map(({ doubtful }) => doubtful)).toEqual([true]);
    expect(refusals).toHaveLength(1);
  });

  it('a statement is read behind a sign that opens a text and that nothing closes', () => {
    const { policies } = readImport(
      'const sign = /`/;\nconst d = getPolicyDocument({ statements: [{ actions: ["s3:Get*"], resources: ["*"] }] });\n// getPolicyDocument({ statements: [{ actions: ["s3:*"], resources: ["*"] }] })\n',
    );
    expect(policies.map(({ policy }) => policy.Statement[0]?.Action)).toEqual(['s3:Get*']);
  });

  it('what says how the provider is called is no part of the policy', () => {
    const { policies, refusals } = readImport(
      'const d = getPolicyDocument({ statements: [{ actions: ["s3:Get*"], resources: ["*"] }] }, { provider: p });\nuse(d);',
    );
    expect([policies.length, refusals]).toEqual([1, []]);
  });

  it('a function of the program that is called so is none', () => {
    const { policies, refusals } = readImport('function getPolicyDocument(name) { return lookup(name); }\n');
    expect([policies, refusals.map(({ code }) => code)]).toEqual([[], ['notJson']]);
  });
});
