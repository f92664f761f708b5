import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';

const resource = (program: string) => readImport(program).policies[0]?.policy.Statement[0]?.Resource;

const python = (line: string) =>
  `import json\nbucket = "acme"\n${line}\npolicy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": f"arn:aws:s3:::{bucket}/*"}]}\n`;
const javascript = (line: string) =>
  `const bucket = 'acme';\n${line}\nconst policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: \`arn:aws:s3:::\${bucket}/*\` }] };\n`;

describe('a name that is only used keeps its value', () => {
  it.each([
    python('# the bucket of the data'),
    python('!aws s3 ls'),
    python('%pip install boto3'),
    python('print(bucket)'),
    python('print("Bucket:", bucket)'),
    python('print(f"Bucket {bucket} exists")'),
    python('logger.info("%s", bucket)'),
    python('s3.put(Key="bucket/x", Name=\'my bucket\')'),
    python('x = make(bucket, "x")'),
    python('s3.create_bucket(bucket)'),
    python('x = bucket == "acme"'),
    python('def name():\n    return bucket'),
    javascript('// the bucket of the data'),
    javascript('console.log(`Bucket ${bucket} exists`);'),
    javascript('console.log(bucket);'),
    javascript('const client = new Client({ bucket });'),
    javascript('const made = await make(bucket);'),
    javascript("const one = new Bucket(bucket, 'x');"),
  ])('%s', (program) => {
    expect(resource(program)).toBe('arn:aws:s3:::acme/*');
  });
});

describe('a name that may be bound does not', () => {
  it.each([
    python('x = list(bucket for bucket in buckets)'),
    python('print(*(bucket for bucket in buckets))'),
    python('globals().update({"bucket": "x"})'),
    python('setattr(module, "bucket", "x")'),
    python('def make(x, bucket):\n    pass'),
    javascript('const make = ({ bucket }) => {};'),
    javascript('const { bucket } = load();'),
    javascript('const make = async(bucket) => {};'),
    javascript('const make = function(bucket)\n{ };'),
    javascript('console.log(all.map((bucket) => 1));'),
    javascript('console.log(function (bucket) { return 1; });'),
    javascript('class A {\n  make(bucket) {}\n}'),
  ])('%s', (program) => {
    expect(resource(program)).toBe('arn:aws:s3:::<bucket>/*');
  });
});

it.each(['key', 'op', 'subject'])('in Python, the name %s in front of a colon stands for a value', (name) => {
  const program = `import json\np = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {${name}: "x"}}}]}\n`;
  const { policies, refusals } = readImport(program);
  expect([policies, refusals.map(({ code, detail }) => [code, detail])]).toEqual([
    [],
    [['notComputed', name]],
  ]);
});

it.each([
  'return `',
  'const make = (bucket) => `',
  'const all = [`',
  'const p = pulumi.interpolate`',
  'x || `',
])('a text between backticks behind %s has placeholders', (before) => {
  const program = `function f() {\n${before}{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::\${bucket}/*"}]}\`;\n}\n`;
  expect(resource(program)).toBe('arn:aws:s3:::<bucket>/*');
});

describe('a text with what a function fills in is not read', () => {
  const document = (resource: string) =>
    `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "${resource}"}]}`;
  const filled = document('arn:aws:s3:::%s/*');
  it.each([
    `policy := fmt.Sprintf(\`${filled}\`, bucket)\n`,
    `String policy = String.format("""\n  ${filled}\n  """, bucket);\n`,
    `const policy = util.format('${filled}', bucket);\n`,
    `policy = <<~JSON\n  ${document('arn:aws:s3:::#{bucket}/*')}\nJSON\n`,
    `put(JSON.stringify(${filled}, null, 2).replace('%s', bucket));\n`,
  ])('%s', (program) => {
    const { policies, refusals } = readImport(program);
    expect([policies, refusals.map(({ code }) => code)]).toEqual([[], ['notComputed']]);
  });
  it('and is read where nothing is', () => {
    expect(readImport(`const policy = util.format('${document('*')}', 1);\n`).policies).toHaveLength(1);
  });
});
