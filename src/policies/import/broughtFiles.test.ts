import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/** Forms of files that people bring: each is read as it means, or listed. */

const statement = (more: object = {}) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: '*',
  ...more,
});
const json = (resource = '*') =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"${resource}"}]}`;
const escaped = (resource: string) => json(resource).replaceAll('"', '\\"');
const lined = (mark: string, text: string) => text.replaceAll(/^/gm, mark);
const indented = (by: number, text: string) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** Statements of each policy, and what is listed. */
type Row = readonly [text: string, statements: readonly unknown[][], unread?: readonly string[]];

const read = (text: string, name = '') => {
  const { policies, refusals } = readImport(text, { yaml: readYaml, name });
  return [policies.map(({ policy }) => policy.Statement), refusals.map(({ detail }) => detail)];
};

/** On several lines, each with a mark. */
const quoted = (mark: string, text: string): string =>
  JSON.stringify(JSON.parse(text), null, 2)
    .split('\n')
    .map((line) => `${mark}${line}`)
    .join('\n');

describe.each<[string, Readonly<Record<string, Row>>]>([
  [
    'outputs of tools',
    {
      'a change set of CloudFormation, which replaces a policy': [
        JSON.stringify({
          Changes: [
            {
              ResourceChange: {
                ResourceType: 'AWS::IAM::ManagedPolicy',
                BeforeContext: `{"Properties":{"PolicyDocument":${json('before')}}}`,
                AfterContext: `{"Properties":{"PolicyDocument":${json('after')}}}`,
                Details: [{ Target: { BeforeValue: json('before'), AfterValue: json('after') } }],
              },
            },
          ],
        }),
        [[statement({ Resource: 'after' })]],
      ],
      'a policy that IAM Access Analyzer generated': [
        JSON.stringify({
          generatedPolicyResult: {
            generatedPolicies: [{ policy: json('arn:aws:sqs:${Region}:${Account}:${QueueName}') }],
          },
        }),
        [[statement({ Resource: 'arn:aws:sqs:<REGION>:<ACCOUNT_ID>:<QueueName>' })]],
      ],
      'a role of a controller in a cluster': [
        `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\nmetadata: {name: r}\nspec:\n  inlinePolicies:\n    p: '${json()}'\n`,
        [[statement()]],
      ],
      'variables of Ansible, where an ARN ends with a variable': [
        `ml:\n  - name: a\n    document:\n      Statement:\n        - Effect: Allow\n          Action: s3:GetObject\n          Resource: "arn:aws:s3:::{{ b }}/*"\n  - name: t\n    document: '${json()}'\nother:\n  - effect: allow\n    action: [s3:PutObject]\n    resource: "*"\n`,
        [[statement({ Resource: 'arn:aws:s3:::<b>/*' })], [statement()]],
        ['it is not where a policy is expected'],
      ],
      'a table of the AWS CLI': [
        '||||                  Statement                  ||||\n|||+-----------+--------------------+------------+|||\n||||  Effect   |  Resource          |    Sid     ||||\n||||  Allow    |  *                 |  Read      ||||\n',
        [],
        ['it is a table of the AWS CLI; use --output json'],
      ],
      'text of the AWS CLI': [
        'DOCUMENT\t2012-10-17\nSTATEMENT\tAllow\t*\tRead\nACTION\ts3:GetObject\n',
        [],
        ['it is text of the AWS CLI; use --output json'],
      ],
      'a table of cdk diff': [
        '│ + │ ${Data.Arn}       │ Allow  │ s3:GetObject*     │ AWS:${Role}    │\n',
        [],
        ['it is a table of cdk diff; use cdk synth --json'],
      ],
      'cells of a table with lists of policies': [
        `name,policies\n"a","[{""PolicyDocument"":${json('a').replaceAll('"', '""')}}]"\n"b","[{""document"":""${encodeURIComponent(json('b'))}""}]"\n`,
        [[statement({ Resource: 'a' })], [statement({ Resource: 'b' })]],
      ],
      ...Object.fromEntries(
        [
          { 'text/html': `<b>p</b><pre>${json().replaceAll('"', '&quot;')}</pre>`, 'text/plain': '<HTML>' },
          { 'application/json': JSON.parse(json()) as unknown, 'text/plain': '<JSON>' },
          { 'text/html': `<td>${json()}</td>`, 'text/plain': json() },
        ].map((data, index): [string, Row] => [
          `an output of a notebook, form ${index + 1}`,
          [
            JSON.stringify({ nbformat: 4, cells: [{ source: ['show(p)'], outputs: [{ data }] }] }),
            [[statement()]],
          ],
        ]),
      ),
      'cells of a table with statements': [
        `name,statements\na,"[${JSON.stringify(statement()).replaceAll('"', '""')}]"\nb,"${JSON.stringify(statement({ Resource: 'b' })).replaceAll('"', '""')}"\n`,
        [[statement()], [statement({ Resource: 'b' })]],
      ],
      'cells of a table with more than statements': [
        `name,statements\na,"[${JSON.stringify(statement()).replaceAll('"', '""')}] if x"\n`,
        [],
        ['Statement'],
      ],
      'actions of Cloud Custodian': [
        'policies:\n  - name: x\n    resource: s3\n    actions:\n      - type: set-statements\n        statements:\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource: "arn:aws:s3:::{bucket_name}/{account_id}"\n',
        [[statement({ Resource: 'arn:aws:s3:::<bucket_name>/<ACCOUNT_ID>' })]],
      ],
    },
  ],
  [
    'lines that someone quotes',
    {
      'of a mail, in front of another policy': [
        `Ana wrote:\n> As policy:\n>\n${quoted('> ', json('a'))}\n> Bye\n\nUse this one:\n${json('b')}\n`,
        [[statement({ Resource: 'a' })], [statement({ Resource: 'b' })]],
      ],
      'without spaces': [quoted('>', json('a')), [[statement({ Resource: 'a' })]]],
      'in a quotation, as YAML': [
        '> > Version: "2012-10-17"\n> > Statement:\n> >   - Effect: Allow\n> >     Action: s3:GetObject\n> >     Resource: "*"\n',
        [[statement()]],
      ],
      'with a block of code': [
        `> **Note**\n>\n> \`\`\`json\n${quoted('> ', json('a'))}\n> \`\`\`\n`,
        [[statement({ Resource: 'a' })]],
      ],
      'that a shell waits for': [
        `$ cat > p.json <<'EOF'\n${quoted('> ', json('a'))}\n> EOF\n$ ls\n`,
        [[statement({ Resource: 'a' })]],
      ],
      'with a word of someone else between': [
        quoted('> ', json('a')).replace('\n', '\nWhy?\n'),
        [],
        ['Statement'],
      ],
      'behind the end of a document of YAML': [
        `Statement: []\n...\nStatement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: "*"\n`,
        [[statement()]],
        ['a statement'],
      ],
    },
  ],
  [
    'colors of a terminal',
    {
      'around strings of JSON': [
        json('b').replaceAll(/"[^"]*"/g, (one) => `\u001b[0;32m${one}\u001b[0m`),
        [[statement({ Resource: 'b' })]],
      ],
      'of YAML, with the end of each line': [
        'Version: \u001b[32m"2012-10-17"\u001b[0m\u001b[K\nStatement:\n  - Effect: Allow\u001b[K\n    Action: \u001b[32ms3:GetObject\u001b[0m\n    Resource: \u001b[32m"*"\u001b[0m\n',
        [[statement()]],
      ],
      ...Object.fromEntries(
        ['', '^['].map((sign): [string, Row] => [
          `without the invisible escape character, as ${sign}[32m`,
          [
            json('b').replaceAll(/:("[^"]*")/g, (_, one) => `: ${sign}[32m${one}${sign}[0m`),
            [[statement({ Resource: 'b' })]],
          ],
        ]),
      ),
      'without that sign, around a list whose first action begins as the end of a color': [
        '[32m# p[0m\nVersion: "2012-10-17"\nStatement:\n  - Effect: Allow\n    Action: [mgn:StartTest, s3:GetObject]\n    Resource: "*"\n',
        [[statement({ Action: ['mgn:StartTest', 's3:GetObject'] })]],
      ],
      'of a word that took the place of another, without that sign': [
        `{"Statement":[{"Effect":"Allow","Action":[31m"s3:Get*"[0m[32m"s3:*"[0m,"Resource":"*"}]}`,
        [],
        ['ValueExpected'],
      ],
      'of a word that took the place of another': [
        `{"Statement":[{"Effect":"Allow","Action":"\u001b[31ms3:Get*\u001b[m\u001b[32ms3:*\u001b[m","Resource":"*"}]}`,
        [],
        ['InvalidCharacter'],
      ],
    },
  ],
  [
    'variables',
    {
      'of a shell before a colon': [
        `cat > p.json <<EOF\n${json('arn:aws:s3:::$ACCT:$B/${C}/*')}\nEOF\n`,
        [[statement({ Resource: 'arn:aws:s3:::<ACCT>:<B>/<C>/*' })]],
      ],
      'of a shell, behind the lines of a box': [
        lined('│ ', `cat > p.json <<EOF\n${json('arn:aws:s3:::$B/${C}/*')}\nEOF`),
        [[statement({ Resource: 'arn:aws:s3:::<B>/<C>/*' })]],
      ],
      'of a shell, behind added lines': [
        lined('+', `cat > p.json <<EOF\n${json('arn:aws:s3:::$B/${C}/*')}\nEOF`),
        [[statement({ Resource: 'arn:aws:s3:::<B>/<C>/*' })]],
      ],
      'of a shell, behind places of a search': [
        lined('deploy.sh:12:', `cat > p.json <<EOF\n${json('arn:aws:s3:::$B/${C}/*')}\nEOF`),
        [[statement({ Resource: 'arn:aws:s3:::<B>/<C>/*' })]],
      ],
      'of a shell, behind marks of a log': [
        lined('2026-05-01T10:00:00Z [INFO] ', `cat > p.json <<EOF\n${json('arn:aws:s3:::$B/${C}/*')}\nEOF`),
        [[statement({ Resource: 'arn:aws:s3:::<B>/<C>/*' })]],
      ],
      'of a shell, behind another policy': [
        `cat > p.json <<EOF\n${json('b')}\n${json('arn:aws:s3:::$B/*')}\nEOF\n`,
        [[statement({ Resource: 'b' })], [statement({ Resource: 'arn:aws:s3:::<B>/*' })]],
      ],
      'of a shell, behind a comment': [
        `cat > p.json <<EOF\n# for $B\n${json('arn:aws:s3:::$B/*')}\nEOF\n`,
        [[statement({ Resource: 'arn:aws:s3:::<B>/*' })]],
      ],
      'of a shell, in a variable': [
        `POLICY="${escaped('arn:aws:s3:::$B/*')}"\n`,
        [[statement({ Resource: 'arn:aws:s3:::<B>/*' })]],
      ],
      'of Kotlin and PHP, with backslashes': [
        `val p = "${escaped('arn:aws:s3:::${bucket}/*')}"\n`,
        [[statement({ Resource: 'arn:aws:s3:::<bucket>/*' })]],
      ],
      'of a member, with backslashes': [
        `val p = "${escaped('arn:aws:s3:::${a.b}/*')}"\n`,
        [],
        ['A text that a program fills in'],
      ],
      'of IAM, with backslashes': [
        `p = "${escaped('arn:aws:s3:::b/${aws:username}')}"\n`,
        [[statement({ Resource: 'arn:aws:s3:::b/${aws:username}' })]],
      ],
      'of a shell by its position': [
        `cat > p.json <<EOF\n${json('arn:aws:s3:::$1/*')}\nEOF\n`,
        [],
        ['A text that a program fills in'],
      ],
      'of a shell without its end': [
        `cat > p.json <<EOF\n${json('arn:aws:s3:::${B%%-x}/${C[0]}')}\nEOF\n`,
        [],
        ['A text that a program fills in'],
      ],
      'two between texts in backticks, with similar words': [
        `f(\`${json('` + a.b + `/` + aB + `')}\`)`,
        [[statement({ Resource: '<aB>/<aB2>' })]],
      ],
      'two in a text in backticks, with similar words': [
        `const p = \`${json('${a.b}/${aB}')}\`;`,
        [[statement({ Resource: '<aB>/<aB2>' })]],
      ],
      'of IAM, escaped beside one of Terraform': [
        json('arn:aws:s3:::${var.b}/$${aws:username}/*'),
        [[statement({ Resource: 'arn:aws:s3:::<b>/${aws:username}/*' })]],
      ],
      'of IAM, escaped in YAML beside one of Terraform': [
        `Statement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource:\n      - \${local.b}\n      - b/$\${aws:username}\n`,
        [[statement({ Resource: ['<localB>', 'b/${aws:username}'] })]],
      ],
      'of IAM in a shell': [
        `cat > p.json <<'EOF'\n${json('arn:aws:s3:::b/${aws:username}')}\nEOF\n`,
        [[statement({ Resource: 'arn:aws:s3:::b/${aws:username}' })]],
      ],
      'of PowerShell with a name behind a colon': [
        `$p = @"\n${json('arn:aws:s3:::$b/$env:USER')}\n"@\n`,
        [[statement({ Resource: 'arn:aws:s3:::<b>/<env_USER>' })]],
      ],
      'of the environment in PowerShell, in braces': [
        `$p = @"\n${json('arn:aws:s3:::${env:B}/${b}/*')}\n"@\n`,
        [[statement({ Resource: 'arn:aws:s3:::<env_B>/<b>/*' })]],
      ],
      'of a shell, behind marks of its next lines, from the first on': [
        lined('> ', `cat > p.json <<EOF\n${json('arn:aws:s3:::$B/*')}\nEOF`),
        [[statement({ Resource: 'arn:aws:s3:::<B>/*' })]],
      ],
      'of IAM behind a backslash in a shell, beside one of the shell': [
        `cat > p.json <<EOF\n${json('arn:aws:s3:::$B/\\${aws:username}/\\${*}')}\nEOF\n`,
        [[statement({ Resource: 'arn:aws:s3:::<B>/${aws:username}/${*}' })]],
      ],
      'behind a backslash in a shell, of which IAM has none': [
        `cat > p.json <<EOF\n${json('arn:aws:s3:::\\${B}')}\nEOF\n`,
        [],
        ['InvalidEscapeCharacter'],
      ],
      'between two texts in backticks': [
        `f(\`${json('` + arn + `/*')}\`)`,
        [[statement({ Resource: '<arn>/*' })]],
      ],
      'of more than names between two texts in backticks': [
        `f(\`${json('` + strings.Join(a, sep) + `')}\`)`,
        [],
        ['A text that a program fills in'],
      ],
      'of kro in a manifest': [
        `apiVersion: kro.run/v1alpha1\nkind: ResourceGraphDefinition\nspec:\n  resources:\n  - template:\n      spec:\n        policyDocument: |\n${indented(10, json('${table.status.arn}/*'))}\n`,
        [[statement({ Resource: '<tableStatusArn>/*' })]],
      ],
      'of IAM in a manifest': [
        `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Policy\nspec:\n  policyDocument: |\n${indented(4, json('arn:aws:s3:::b/${aws:username}'))}\n`,
        [[statement({ Resource: 'arn:aws:s3:::b/${aws:username}' })]],
      ],
    },
  ],
  [
    'programs',
    {
      'a part that is set through get': [
        'document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole"}]}\ndocument.get("Statement")[0]["Principal"] = {"AWS": x}\n',
        [],
        ['document.get("Statement")[0]["Principal"] ='],
      ],
      'a part that is only looked at through get': [
        'document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}\nprint(document.get("Statement")[0])\n',
        [[statement()]],
      ],
      'a statement of AWS CDK from elsewhere': [
        'import * as iam from "aws-cdk-lib/aws-iam";\nrole.addToPolicy(iam.PolicyStatement.fromJson(statements[key]));\n',
        [],
        ['iam.PolicyStatement.fromJson'.replace('iam.', '')],
      ],
      'a document of AWS CDK from elsewhere': [
        'import * as iam from "aws-cdk-lib/aws-iam";\nnew iam.ManagedPolicy(this, "p", { document: iam.PolicyDocument.fromJson(userPolicy) });\n',
        [],
        ['PolicyDocument.fromJson'],
      ],
      'a document of AWS CDK that is here': [
        `const userPolicy = ${json()};\nnew iam.ManagedPolicy(this, "p", { document: iam.PolicyDocument.fromJson(userPolicy) });\n`,
        [[statement()]],
      ],
      'statements of IAM Floyd': [
        "new Statement.Ec2().allow().toStartInstances().ifAwsRequestTag('a', 'b');\n",
        [],
        ['it is code of IAM Floyd'],
      ],
    },
  ],
  [
    'texts with backslashes',
    {
      'of C# and Visual Basic, with doubled quotation marks': [
        `var p = @"${json('a').replaceAll('"', '""')}";\nDim q As String = "${json('b').replaceAll('"', '""')}"\n`,
        [[statement({ Resource: 'a' })], [statement({ Resource: 'b' })]],
      ],
      'with doubled quotation marks in parts': [
        `p = "${json('a').replaceAll('"', '""')}" & x\n`,
        [],
        ['its quotation marks are doubled ("")'],
      ],
      'of a shell, with variables': [
        `aws iam put-role-policy --policy-name p \\\n  --policy-document "${json('arn:aws:s3:::$ACCT:${B}/*').replaceAll('"', '\\"')}"\n`,
        [[statement({ Resource: 'arn:aws:s3:::<ACCT>:<B>/*' })]],
      ],
      'of Java': [
        `new CreatePolicyRequest().withPolicyName("P").withPolicyDocument("${json().replaceAll('"', '\\"')}");`,
        [[statement()]],
      ],
      'of Go, with breaks of lines': [
        `policy := "${json().replaceAll('"', '\\"').replace(',', ',\\n\\t')}"\n`,
        [[statement()]],
      ],
      'with signs by their numbers': [
        `p = "${escaped('arn:aws:s3:::b/\\u002a')}";`,
        [],
        ['its quotation marks are escaped (\\")'],
      ],
      'with a value of Swift': [
        `let p = "${escaped('arn:aws:s3:::\\(bucket)/*')}"`,
        [],
        ['its quotation marks are escaped (\\")'],
      ],
      'that is put together': [
        `String policy = "${json().replaceAll('"', '\\"')}" + more;`,
        [],
        ['its quotation marks are escaped (\\")'],
      ],
      'with a value in the middle': [
        `String policy = "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"" + arn + "\\"}]}";`,
        [],
        ['its quotation marks are escaped (\\")'],
      ],
    },
  ],
  [
    'files',
    {
      'a notebook': [
        JSON.stringify({
          cells: [
            { cell_type: 'markdown', source: ['# Role\n', 'It reads "data".'] },
            {
              cell_type: 'code',
              outputs: [{ output_type: 'stream', name: 'stdout', text: ['done\n'] }],
              source: [
                'bucket = "b"\n',
                'policy = {"Version": "2012-10-17", "Statement": [\n',
                '    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}]}\n',
                'iam.create_policy(PolicyDocument=json.dumps(policy))',
              ],
            },
          ],
          nbformat: 4,
        }),
        [[statement({ Resource: 'arn:aws:s3:::b/*' })]],
      ],
      'what a cell printed': [
        JSON.stringify({
          cells: [
            {
              cell_type: 'code',
              source: 'iam.get_role_policy(RoleName="r", PolicyName="p")',
              outputs: [
                {
                  output_type: 'execute_result',
                  data: { 'text/plain': `{'PolicyDocument': ${json().replaceAll('"', "'")}}` },
                },
              ],
            },
          ],
          nbformat: 4,
        }),
        [[statement()]],
      ],
      'a notebook without policies': [
        JSON.stringify({ cells: [{ cell_type: 'code', source: ['print(1)'] }], nbformat: 4 }),
        [],
        ['JSON'],
      ],
      'a table with policies': [
        `arn,name,policy\narn:aws:iam::111122223333:policy/a,a,"${json().replaceAll('"', '""')}"\narn:aws:iam::111122223333:policy/b,b,"${json('arn:aws:s3:::b/*').replaceAll('"', '""')}"\n`,
        [[statement()], [statement({ Resource: 'arn:aws:s3:::b/*' })]],
      ],
      'statements of a role as a text': [
        'ensure:\n\n```\n  additionalPolicies:\n    master: |\n      [\n        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }\n      ]\n```\n',
        [[statement()]],
      ],
      'a part of a template with what follows it': [
        '  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource: "*"\n\nOutputs:\n  Arn:\n    Value: !Ref P\n',
        [[statement()]],
      ],
      'documents in a list with others from elsewhere': [
        `module "m" {\n  source       = "x"\n  policy_jsons = concat([jsonencode(${json()}), data.aws_iam_policy_document.d.json], var.more)\n}\n`,
        [[statement()]],
        ['data.aws_iam_policy_document.d.json', 'var.more'],
      ],
      'a list of documents by a condition': [
        `module "m" {\n  source       = "x"\n  policy_jsons = var.on ? [jsonencode(${json()})] : []\n}\n`,
        [[statement()]],
      ],
      'documents in a list that a module takes': [
        `module "m" {\n  source       = "terraform-aws-modules/lambda/aws"\n  policy_jsons = [\n    <<-EOT\n      ${json()}\n    EOT\n    , jsonencode(${json('arn:aws:s3:::b/*')}),\n  ]\n}\n`,
        [[statement()], [statement({ Resource: 'arn:aws:s3:::b/*' })]],
      ],
    },
  ],
])('%s', (_of, rows) => {
  it.each(Object.entries(rows))('%s', (_name, [text, statements, unread = []]) => {
    expect(read(text)).toEqual([statements, unread]);
  });
});

it('a policy of a notebook is at its line in the file', () => {
  const file = JSON.stringify(
    { cells: [{ cell_type: 'code', source: ['x = 1\n', `policy = ${json()}\n`] }], nbformat: 4 },
    null,
    1,
  );
  const [found] = readImport(file).policies;
  const line = file.slice(0, found?.range.offset ?? 0).split('\n').length;
  expect(file.split('\n')[line - 1]).toContain('policy = ');
});
