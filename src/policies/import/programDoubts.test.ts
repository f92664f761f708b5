import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';

/*
 * What a program does to a value elsewhere. A policy that is read must be the one that the program makes: where the text doesn’t
 * say which, the value is a placeholder, or the policy is listed and not read.
 */

const policy = (resource: string, effect = '"Allow"') =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": ${effect}, "Action": "s3:GetObject", "Resource": ${resource}}]}`;

const resourcesIn = (text: string): unknown =>
  readImport(text).policies.map(({ policy: { Statement } }) => Statement.map(({ Resource }) => Resource));

const python = (before: string, resource: string) => `import json\n${before}\npolicy = ${policy(resource)}\n`;
const typescript = (before: string, resource: string) =>
  `import * as x from 'y';\n${before.replace('@@', `return ${policy(resource)};`)}\n`;

describe('a name that could have another value is a placeholder', () => {
  const f = 'f"arn:aws:s3:::{BUCKET}/*"';
  const js = '`arn:aws:s3:::${bucket}/*`';
  const inFunction = 'function make() {\n  @@\n}';
  const bucket = ['arn:aws:s3:::<bucket>/*'];
  const capitals = ['arn:aws:s3:::<BUCKET2>/*'];
  const list = ['<RES2>'];
  it.each<[name: string, text: string, resources: readonly string[]]>([
    [
      'parameters over lines',
      `import json\nBUCKET = "a"\ndef make(\n    BUCKET,\n    key,\n):\n    return ${policy(f)}\n`,
      capitals,
    ],
    [
      'parameters with types',
      `import json\nbucket = "a"\ndef make(\n    bucket: str,\n) -> dict:\n    return ${policy('f"arn:aws:s3:::{bucket}/*"')}\n`,
      bucket,
    ],
    [
      'a default value',
      `import json\nbucket = "a"\ndef make(bucket="b"):\n    return ${policy('f"arn:aws:s3:::{bucket}/*"')}\n`,
      bucket,
    ],
    [
      'an arrow function',
      typescript("const bucket = 'a';\nexport const make = (bucket: string) => {\n  @@\n};", js),
      bucket,
    ],
    [
      'one without brackets',
      `const bucket = 'a';\nexport const all = buckets.map(bucket => (${policy(js)}));\n`,
      bucket,
    ],
    [
      'a pattern',
      `const bucket = 'a';\nexport const all = buckets.map(({ bucket }) => (${policy(js)}));\n`,
      bucket,
    ],
    [
      'a method',
      typescript("const bucket = 'a';\nclass A {\n  make(bucket: string) {\n    @@\n  }\n}", js),
      bucket,
    ],
    [
      'a constant in a function',
      typescript("const bucket = 'a';\nfunction make(props) {\n  const { bucket } = props;\n  @@\n}", js),
      bucket,
    ],
    [
      'one with a type of two parts',
      typescript(
        "const RES = ['arn:aws:s3:::a'];\nfunction make() {\n  const RES: Array<string> = list();\n  @@\n}",
        'RES',
      ),
      list,
    ],
    ['several at once', python('BUCKET = "a"\nBUCKET, KEY = load()', f), capitals],
    ['several in brackets', python('BUCKET = "a"\n(BUCKET, KEY) = load()', f), capitals],
    ['several in a list', python('BUCKET = "a"\n[BUCKET, KEY] = load()', f), capitals],
    ['an expression that assigns', python('BUCKET = "a"\nif (BUCKET := get()): pass', f), capitals],
    ['a line that assigns', python('BUCKET = "a"\nif live: BUCKET = "b"', f), capitals],
    ['one of two branches', python('if live:\n    BUCKET = "a"\nelse:\n    BUCKET = "b"', f), capitals],
    ['a context', python('BUCKET = "a"\nwith open("x") as BUCKET:\n    pass', f), capitals],
    ['a loop over lines', python('BUCKET = "a"\nfor (\n    BUCKET\n) in x:\n    pass', f), capitals],
    ['itself', python('BUCKET = "a"\nBUCKET = BUCKET.upper()', f), capitals],
    [
      'all names of a module',
      `"""\nBUCKET = "a"\n"""\nfrom config import *\npolicy = ${policy(f)}\n`,
      capitals,
    ],
    [
      'a comment',
      `/*\nbucket = 'a';\n*/\nconst cfg = require('x');\nconst policy = ${policy(js)};\n`,
      bucket,
    ],
    ['a list with another name', python('RES = ["arn:aws:s3:::a"]\nALL = RES\nALL.append("b")', 'RES'), list],
    ['an entry', python('RES = ["arn:aws:s3:::a"]\nRES[0] += "/*"', 'RES'), list],
    ['||=', typescript("let bucket = '';\nbucket ||= get();\nfunction make() {\n  @@\n}", js), bucket],
    ['a list without brackets', python('RES = "arn:aws:s3:::a", "arn:aws:s3:::b"', 'RES'), list],
    ['a text over lines', python('RES = ("arn:aws:s3:::a"\n  "/x")', 'RES'), list],
    ...[
      '+ "/x"',
      "\t|| 'b'",
      '\n\n  + "/x"',
      '// why\n + "/x"',
      '.concat(b)',
      '? a : b',
      '[0]',
      '(b)',
      '% b',
    ].map((rest): [string, string, readonly string[]] => [
      `a value that goes on with ${rest.trim()}`,
      typescript(`const RES = 'arn:aws:s3:::a'\n${rest};\n${inFunction}`, 'RES'),
      list,
    ]),
  ])('%s', (_, text, resources) => {
    expect(resourcesIn(text)).toEqual([resources]);
  });

  it('each value one of its own', () => {
    const written = '[bucket.arn, bucketArn, bucket_arn, bucket.arn, bucket["arn"]]';
    expect(resourcesIn(python('', written))).toEqual([
      [['<bucketArn>', '<bucketArn2>', '<bucket_arn>', '<bucketArn>', '<bucketArn3>']],
    ]);
  });
});

it.each([
  ['"arn:aws:s3:::{}/${{aws:username}}/*".format(BUCKET)', 'arn:aws:s3:::acme/${aws:username}/*'],
  ['"arn:aws:s3:::{}/{{x}}".format(BUCKET)', 'arn:aws:s3:::acme/{x}'],
  ['"arn:aws:s3:::%s/a%%b" % BUCKET', 'arn:aws:s3:::acme/a%b'],
])('braces and percent signs that are written twice: %s', (written, resource) => {
  expect(resourcesIn(python('BUCKET = "acme"', written))).toEqual([[resource]]);
});

it.each([
  '["arn:aws:s3:::acme"\n   "/reports/*"]',
  '["arn:aws:s3:::acme" "/reports/*"]',
  '[f"arn:aws:s3:::{B}"\n   f"/reports/*"]',
  '[f"arn:aws:s3:::{b}/*" for b in BS]',
  '["arn:aws:s3:::{1}/{0}".format(B, C)]',
  '["arn:aws:s3:::{0.name}".format(B)]',
])('texts that make one, and loops, are no entries of a list: %s', (written) => {
  expect(readImport(python('B = "a"', written)).policies).toEqual([]);
});

describe('what is changed later is listed, not read', () => {
  const one = '{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}';
  const whole = policy('"arn:aws:s3:::%s/*"');
  const cdk = "import * as iam from 'aws-cdk-lib/aws-iam';\n";
  const statement = "new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })";
  it.each([
    ['st["Effect"] =', `import json\nst = ${one}\nst["Effect"] = "Deny"\n`],
    ['st["Condition"] =', `import json\nst = ${one}\nst["Condition"] = {}\n`],
    ['st.update(', `import json\nst = ${one}\nst.update(Effect="Deny")\n`],
    ['st |=', `import json\nst = ${one}\nst |= extra\n`],
    ['st.pop(', `import json\nst = ${one}\nst.pop("Resource")\n`],
    ['st.Effect =', `const st = ${one};\nst.Effect = 'Deny';\n`],
    [
      'policy["Statement"][0]["Resource"] =',
      `import json\npolicy = ${whole}\npolicy["Statement"][0]["Resource"] = arn\n`,
    ],
    ['policy.replace(', `policy = '''${whole}'''\npolicy = policy.replace("%s", bucket)\n`],
    ['%', `import json\npolicy = json.dumps(${whole}) % bucket\n`],
    ['|', `echo '${whole}' | jq '.Statement[0].Action = "*"' > p.json\n`],
    ['|', `echo '${whole}' | sed "s/a/$B/" | tee p.json\n`],
    ['|', `echo '${whole}' | tee a.json | sed s/a/b/ | aws s3 cp - s3://b/p.json\n`],
    ['|', `printf %s '${whole}' | ./narrow.sh\n`],
    ['|', `cat <<'EOF' | sed "s/a/$B/" > p.json\n${whole}\nEOF\n`],
    ['sed', `sed "s/a/$B/" <<EOF > p.json\n${whole}\nEOF\n`],
    ['jq', `jq '.Statement[0].Action = "*"' <<< '${whole}' > p.json\n`],
    ['.substitute(', `from string import Template\npolicy = Template('''${whole}''').substitute(bucket=b)\n`],
    ['st.addCondition(', `${cdk}const st = ${statement};\nst.addCondition('Bool', {});\n`],
    ['st.addActions(', `${cdk}const st = ${statement};\nst.addActions('kms:*');\n`],
    ['st.effect =', `${cdk}const st = ${statement};\nst.effect = iam.Effect.DENY;\n`],
    [
      'st.effect =',
      'from aws_cdk import aws_iam as iam\nst = iam.PolicyStatement(actions=["s3:*"], resources=["*"])\nst.effect = iam.Effect.DENY\n',
    ],
    [
      'PolicyStatement',
      `${cdk}const st = new iam.PolicyStatement({ effect: iam.Effect.ALLOW, actions: ['s3:*'] });\n`,
    ],
    [
      'SUB_KEY',
      `import json\nSUB_KEY = "a:sub"\np = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {SUB_KEY: "x"}}}]}\n`,
    ],
    [
      'OPERATOR',
      `import json\np = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {OPERATOR: {"aws:SourceVpc": "x"}}}]}\n`,
    ],
  ])('%s', (detail, text) => {
    const { policies, refusals } = readImport(text);
    expect([policies, refusals.map((refusal) => [refusal.code, refusal.detail])]).toEqual([
      [],
      [['notComputed', detail]],
    ]);
  });

  it.each([
    ['a default value', `def f(st=${one}):\n    pass\n`],
    ['what goes on in the next line', `import json\nst = ${one}\n  | extra\n`],
  ])('%s is no statement by itself', (_, text) => {
    expect(readImport(text).policies).toEqual([]);
  });

  it.each([
    ['another name', `import json\nst = ${one}\nst2["Effect"] = "Deny"\nbest.update(a)\n`],
    ['another list', `import json\nst = ${one}\npolicy["Statement"].append(st)\n`],
    ['a comparison', `import json\nst = ${one}\nif st["Effect"] == "Deny": pass\n`],
    ['an address behind', `policy = ${policy('"*"')}%7B%22a%22`],
    ['a cell of a table', `| a | ${policy('"*"')} | b |\n`],
    ['a file', `echo '${policy('"*"')}' | tee p.json\n`],
    ['files', `echo '${policy('"*"')}' | tee p.json | sudo tee q.json > /dev/null\n`],
    ['a print', `echo '${policy('"*"')}' | jq . | less\n`],
    ['a command', `aws iam create-policy --policy-document '${policy('"*"')}' | aws iam list-policies\n`],
    ['values of variables', `envsubst <<'EOF' > p.json\n${policy('"*"')}\nEOF\n`],
    ['a print of a document', `cat <<EOF | jq . | tee p.json\n${policy('"*"')}\nEOF\n`],
    ['another print of it', `jq . <<EOF > p.json\n${policy('"*"')}\nEOF\n`],
    ['a filter', `policy: "{{ '${policy('"*"')}' | from_json }}"\n`],
  ])('%s changes nothing', (_, text) => {
    expect(readImport(text).policies).toHaveLength(1);
  });
});

it.each([
  ['Kotlin', 'val policy = """@@"""\n', '$bucket/${prefix}/*', '<bucket>/<prefix>/*'],
  ['Scala', 'val policy = s"""@@"""\n', '${bucket}/*', '<bucket>/*'],
  ['Groovy', 'def policy = """\n@@\n"""\n', '$bucket/${aws:username}', '<bucket>/${aws:username}'],
])('a text over lines has placeholders for the names in it: %s', (_, program, written, resource) => {
  expect(resourcesIn(program.replace('@@', () => policy(`"arn:aws:s3:::${written}"`)))).toEqual([
    [`arn:aws:s3:::${resource}`],
  ]);
});

describe('a text of JavaScript between backticks', () => {
  const read = (resource: string) => readImport(`const policy = \`${policy(`"${resource}"`)}\`;\n`);
  it('has placeholders for its names', () => {
    const { policies } = read('arn:aws:s3:::${bucket.name}/${prefix}/*');
    expect(policies.map((found) => found.policy.Statement[0]?.Resource)).toEqual([
      'arn:aws:s3:::<bucketName>/<prefix>/*',
    ]);
  });
  it('is listed where more is computed in it', () => {
    const { policies, refusals } = read("arn:aws:s3:::${name('a')}/*");
    expect([policies, refusals.map(({ code }) => code)]).toEqual([[], ['notComputed']]);
  });
  it('keeps the variables of policies', () => {
    const { policies } = read('arn:aws:s3:::a/${aws:username}/${*}');
    expect(policies.map((found) => found.policy.Statement[0]?.Resource)).toEqual([
      'arn:aws:s3:::a/${aws:username}/${*}',
    ]);
  });
});
