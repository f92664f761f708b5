import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';

/* What a program does to a policy after it wrote it, as programs are written: each is listed, and the policy isn’t read without it. */

const statement = '{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::BUCKET/*"]}';
const document = `{"Version": "2012-10-17", "Statement": [${statement}]}`;
const python = (behind: string, name = 'policy') => `import json, boto3\n${name} = ${document}\n${behind}\n`;
const text = (behind: string) => `import json, boto3\nPOLICY = '''${document}'''\n${behind}\n`;
const typescript = (behind: string) => `const policy = ${document};\n${behind}\n`;

const details = (program: string) => {
  const { policies, refusals } = readImport(program);
  return [policies.length, refusals.map(({ code, detail }) => [code, detail])];
};

describe('a change of a part', () => {
  const first = 'policy["Statement"][0]';
  it.each([
    [`${first}["Action"].append(`, python(`${first}["Action"].append("s3:PutObject")`)],
    [`${first}["Resource"].extend(`, python(`${first}["Resource"].extend(["arn:aws:s3:::b"])`)],
    [`${first}["Resource"] +=`, python(`${first}["Resource"] += ["arn:aws:s3:::b"]`)],
    [`${first}["Action"].remove(`, python(`${first}["Action"].remove("s3:GetObject")`)],
    [`del policy["Statement"]`, python(`del ${first}["Condition"]`)],
    ['policy["Statement"].clear(', python('policy["Statement"].clear()')],
    ['policy.Statement[0].Action.push(', typescript("policy.Statement[0].Action.push('s3:PutObject');")],
    ['policy.Statement[0]!.Effect =', typescript("policy.Statement[0]!.Effect = 'Deny';")],
    ['policy.Statement[0]?.Action.push(', typescript("policy.Statement[0]?.Action.push('s3:*');")],
    ['policy.Statement.at(0).Effect =', typescript("policy.Statement.at(0).Effect = 'Deny';")],
    ['policy.Statement[0] as any).Effect =', typescript("(policy.Statement[0] as any).Effect = 'Deny';")],
    ['delete policy.Statement', typescript('delete policy.Statement[0].Condition;')],
    ['Object.assign(policy.Statement[0],', typescript('Object.assign(policy.Statement[0], more);')],
    [
      'this.policy.Statement[0].Effect =',
      `class A {\n  private readonly policy = ${document};\n  deny() { this.policy.Statement[0].Effect = 'Deny'; }\n}\n`,
    ],
    ['config.policy["Version"] =', python('config.policy["Version"] = "x"', 'config.policy')],
    [
      'all["a"]["Statement"][0]["Effect"] =',
      python('all["a"]["Statement"][0]["Effect"] = "Deny"', 'all["a"]'),
    ],
  ])('%s', (detail, program) => {
    expect(details(program)).toEqual([0, [['notComputed', detail]]]);
  });
});

describe('a statement that is added', () => {
  it.each([
    ['policy["Statement"].append(', python('policy["Statement"].append(deny(bucket))')],
    ['policy["Statement"].append(', python('for one in more:\n    policy["Statement"].append(one)')],
    ['policy["Statement"] +=', python('policy["Statement"] += load("more.json")')],
    ['policy.Statement.concat(', typescript('const all = policy.Statement.concat(denials(bucket));')],
    ['policy.Statement.push(', typescript('policy.Statement.push(...denials(bucket));')],
    ['policy["Statement"].insert(', python('policy["Statement"].insert(0, deny)')],
  ])('by %s is part of the policy where it is not written down', (detail, program) => {
    expect(details(program)).toEqual([0, [['notComputed', detail]]]);
  });
  it.each([
    python(`policy["Statement"].append(${statement})`),
    python(`policy["Statement"].append(\n    ${statement},\n)`),
    python(`policy["Statement"].insert(\n    0, ${statement}\n)`),
    python(`policy["Statement"].extend([${statement}])`),
    python(`policy["Statement"] += [${statement}]`),
    python(`more = ${statement}\npolicy["Statement"].append(more)`),
    typescript(`policy.Statement.push(${statement});`),
  ])('is read by itself where it is written down: %#', (program) => {
    expect(details(program)).toEqual([2, []]);
  });
});

describe('a change under another name', () => {
  const assigned = 'one["Effect"] = "Deny"';
  it.each([
    python(`one = policy["Statement"][0]\n${assigned}`),
    python(`for one in policy["Statement"]:\n    ${assigned}`),
    python(`for i, one in enumerate(policy["Statement"]):\n    ${assigned}`),
    python('one = copy.deepcopy(policy)\none["Statement"][0]["Resource"] = arn'),
    python('one = policy.copy()\none["Statement"] = []'),
    python('one = json.dumps(policy)\none = one.replace("BUCKET", bucket)'),
    python('one = {**policy, "Statement": more}'),
    typescript('const one = structuredClone(policy);\none.Statement[0].Effect = "Deny";'),
    typescript('policy.Statement.forEach((one) => {\n  one.Effect = "Deny";\n});'),
    typescript('for (const one of policy.Statement) one.Effect = "Deny";'),
    typescript('const one = { ...policy, Statement: more };'),
    typescript('const [one] = policy.Statement;\none.Effect = "Deny";'),
    typescript('const { Statement } = policy;\nStatement[0].Effect = "Deny";'),
    typescript('const { Statement: [one, ...others] } = policy;\none.Effect = "Deny";'),
    python(`one, *others = policy["Statement"]\n${assigned}`),
    python(`[one] = policy["Statement"]\n${assigned}`),
    python(`(one, other) = policy["Statement"]\n${assigned}`),
  ])('%#', (program) => {
    expect(details(program)).toEqual([0, [['notComputed', expect.any(String)]]]);
  });
});

describe('an object that is added to a part of a statement', () => {
  const statement = `const statement = { Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['a'] };\n`;
  it.each([
    ['statement.Resource.push(', `${statement}statement.Resource.push(\n  { 'Fn::Sub': arn },\n);\n`],
    ['statement.Resource?.push(', `${statement}statement.Resource?.push({ 'Fn::GetAtt': [q, 'Arn'] });\n`],
    ["statement['Resource'].unshift(", `${statement}statement['Resource'].unshift({ Ref: 'Bucket' });\n`],
    [
      'policy.Statement[0].Principal.AWS.push(',
      typescript("policy.Statement[0].Principal.AWS.push({ Ref: 'Role' });"),
    ],
    [
      'policy["Statement"][0]["Resource"].append(',
      python('policy["Statement"][0]["Resource"].append({"Ref": "Bucket"})'),
    ],
    ['policy["Statement"][0]["Resource"] +=', python('policy["Statement"][0]["Resource"] += [{"Ref": "B"}]')],
    [
      'policy["Statement"][0]["Principal"]["CanonicalUser"].append(',
      python('policy["Statement"][0]["Principal"]["CanonicalUser"].append({"Ref": "B"})'),
    ],
    ['res.append(', python('res = policy["Statement"][0]["Resource"]\nres.append({"Fn::Sub": arn})')],
    ['res +=', python('res = policy["Statement"][0]["Resource"]\nres += [{"Fn::Sub": arn}]')],
    ['res.push(', typescript("const res = policy.Statement[0].Resource;\nres.push({ Ref: 'B' });")],
    ['res.push(', typescript("const res = policy.Statement[0]!.Principal.AWS;\nres.push({ Ref: 'B' });")],
    ['Resource.push(', typescript("const { Resource } = policy.Statement[0];\nResource.push({ Ref: 'B' });")],
    ['res.push(', typescript("const { Resource: res } = policy.Statement[0];\nres.push({ Ref: 'B' });")],
  ])('%s', (detail, program) => {
    expect(details(program)).toEqual([0, [['notComputed', detail]]]);
  });

  it('is one where it is a statement', () => {
    const more = '{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }';
    expect(details(typescript(`policy.Statement.push(${more});`))).toEqual([2, []]);
  });
});

describe('a text in which values are replaced', () => {
  it.each([
    ['json.dumps(policy).replace(', python('x = json.dumps(policy).replace("BUCKET", b)')],
    ['json.dumps(policy) %', python('x = json.dumps(policy) % b')],
    [
      'JSON.stringify(policy).replace(',
      typescript('const x = JSON.stringify(policy).replace(/BUCKET/g, b);'),
    ],
    ['POLICY % (', text('x = POLICY % (bucket,)')],
    ['Template(POLICY)', text('x = Template(POLICY).substitute(bucket=b)')],
    ['re.sub("BUCKET", b, POLICY)', text('x = re.sub("BUCKET", b, POLICY)')],
    ['POLICY.replace(', text('x = json.loads(POLICY.replace("BUCKET", b))')],
  ])('%s', (detail, program) => {
    expect(details(program)).toEqual([0, [['notComputed', detail]]]);
  });
});

describe('the same policy', () => {
  const other = '\ndef other(policy):\n    policy["Statement"] = []\n';
  it.each([
    ['without spaces', python('x = json.dumps(policy).replace(" ", "").replace("\\n", "")')],
    ['sent', python('iam.put_role_policy(PolicyDocument=json.dumps(policy))')],
    ['named in a text', python('print("policy %d of %d" % (1, 2))')],
    ['compared', python('assert policy["Statement"][0]["Effect"] == "Deny"')],
    ['gone through', python('for one in policy["Statement"]:\n    print(one["Effect"])')],
    [
      'in a function, where another has the name',
      `import json\ndef make():\n    policy = ${document}\n    return policy\n${other}`,
    ],
    ['where the name is given another', python('policy = load()\npolicy["Statement"] = []')],
  ])('%s', (_, program) => {
    expect(details(program)).toEqual([1, []]);
  });
});

describe('a change far from the policy', () => {
  const first = 'policy["Statement"][0]["Effect"]';
  const filler = (lines: number, line = 'x = 1  # of something else\n') => line.repeat(lines);
  it.each<[what: string, program: string, detail: string]>([
    ['behind much else', python(`${filler(10_000)}${first} = "Deny"`), `${first} =`],
    [
      'behind many uses of the name',
      python(
        `${filler(400, 'print(policy, "is used here and not changed, as in many programs of this kind")\n')}${first} = "Deny"`,
      ),
      `${first} =`,
    ],
    [
      'through another name, behind many uses',
      python(
        `${filler(400, 'print(policy, "is used here and not changed, as in many programs of this kind")\n')}other = policy\nother["Statement"] = []`,
      ),
      'other["Statement"] =',
    ],
  ])('%s is seen', (_, program, detail) => {
    expect(details(program)).toEqual([0, [['notComputed', detail]]]);
  });

  it('isn’t one of another function’s policy', () => {
    const make = (name: string, rest = '') =>
      `def ${name}():\n    policy = ${document}\n    return policy\n${rest}\n`;
    const other = `def other(policy):\n    ${first} = "Deny"\n`;
    expect(details(`import json\n${make('a', filler(5_000))}${other}`)).toEqual([1, []]);
  });

  it('is seen for each of many policies of one name, or they are listed', () => {
    const one = `self.policy = ${document}\nprint(self.policy, "is used here and not changed, as in many programs")\n`;
    const text = `import json\n${one.repeat(800)}self.policy["Statement"] = []\n`;
    const { policies, refusals } = readImport(text);
    const listed = new Set(refusals.map(({ detail }) => detail));
    expect([policies.length, [...listed]]).toEqual([0, ['self.policy["Statement"] =', 'policy']]);
  });
});

describe('a value that is given to a call which sets parts of it', () => {
  const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
  const statement = "new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })";
  it.each([
    `const p = Object.assign(${policy}, other)`,
    `const p = _.merge({}, ${policy}, other)`,
    `const p = merge(${policy}, other)`,
    `const s = Object.assign(${statement}, { effect: iam.Effect.DENY });`,
  ])('is listed, not read as it is written: %s', (text) => {
    const { policies, refusals } = readImport(text);
    expect(policies).toEqual([]);
    expect(refusals.map(({ code }) => code)).toEqual(['notComputed']);
  });
});
