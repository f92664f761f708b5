import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/effort.ts';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

const read = (text: string) => readImport(text, { yaml: readYaml });

const compact =
  '{"Version":"2012-10-17","Statement":[{"Sid":"Main","Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
const other = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["iam:*"],"Resource":"*"}]}';
const printed = JSON.stringify(JSON.parse(other), null, 2);
const yaml =
  "Version: '2012-10-17'\nStatement:\n  - Effect: Deny\n    Action:\n      - iam:*\n    Resource: '*'";
const lines = (text: string, change: (line: string, index: number) => string) =>
  text.split('\n').map(change).join('\n');
const struck = (text: string) => text.replace(/\S/g, (letter) => `${letter}\u0336`);
const shifted = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
/** Notations of the same denial that are not read; the words that say so. */
const forms: Readonly<Record<string, readonly [text: string, words: RegExp]>> = {
  'one side of a comparison': [`\n1,9c1,9\n${lines(printed, (line) => `> ${line}`)}`, /lines start with >/],
  YAML: [yaml, /YAML/],
  'YAML with line ends of two characters': [yaml.replaceAll('\n', '\r\n'), /YAML/],
  'YAML in comments': [lines(yaml, (line) => `# ${line}`), /YAML/],
  'one in Go': [
    '&awsiam.PolicyStatementProps{\n\tEffect: awsiam.Effect_DENY,\n\tActions: jsii.Strings("iam:*"),\n\tResources: jsii.Strings("*"),\n}',
    /names are not in quotation marks/,
  ],
  'an object of Terraform': [
    'policy = jsonencode({\n  Version = "2012-10-17"\n  Statement = [{\n    Effect = "Deny"\n    Action = ["iam:*"]\n    Resource = "*"\n  }]\n})',
    /HCL/,
  ],
  'a plan’s text': [
    '      + policy = jsonencode(\n            {\n              + Statement = [\n                  + {\n                      + Action   = "iam:*"\n                      + Effect   = "Deny"\n                    },',
    /HCL/,
  ],
  'a page’s source': [printed.replaceAll('"', '&quot;'), /&quot;/],
  'a page’s source in one line': [other.replaceAll('"', '&quot;'), /&quot;/],
  'a page’s source with numbers': [other.replaceAll('"', '&#34;'), /&quot;/],
  'the source of a source': [other.replaceAll('"', '&amp;quot;'), /&quot;/],
  'a page with tags': [
    printed.replace(/"(\w+)":/g, '<span class="nt">"$1"</span><span class="p">:</span>'),
    /not valid JSON/,
  ],
  'a string': [JSON.stringify(printed), /escaped/],
  'a string in one line without its marks': [JSON.stringify(other).slice(1, -1), /escaped/],
  'a string in a string': [JSON.stringify(JSON.stringify(other)), /escaped/],
  escapes: [other.replaceAll('"', '\\u0022'), /escaped/],
  'an address': [encodeURIComponent(other), /%22/],
  'an address in an address': [encodeURIComponent(encodeURIComponent(other)), /%22/],
  'numbered lines': [lines(printed, (line, index) => `${index + 1} ${line}`), /numbered/],
  'lines numbered by a page': [lines(printed, (line, index) => `  ${index + 1} | ${line}`), /numbered/],
  'lines numbered with tabs': [lines(printed, (line, index) => `${index + 1}\t${line}`), /numbered/],
  'lines of a search': [lines(printed, (line, index) => `a/p.json:${index + 1}:${line}`), /not valid JSON/],
  'lines of a log': [lines(printed, (line) => `2026-05-01T10:00:00Z INFO ${line}`), /not valid JSON/],
  'lines of a change': [lines(printed, (line) => `+${line}`), /not valid JSON/],
  'lines of a quotation with initials': [lines(printed, (line) => `AB> ${line}`), /not valid JSON/],
  'lines numbered in Arabic digits': [lines(printed, (line) => `\u0661 ${line}`), /not valid JSON/],
  'strings that are joined': [lines(printed, (line) => `  '${line}' +`), /not valid JSON/],
  'strings of Java': [lines(printed, (line) => `  ${JSON.stringify(`${line}\n`)} +`), /escaped/],
  'other colons': [other.replaceAll(':', '\u2236'), /not valid JSON/],
  'a command of PowerShell': [
    '@{ Statement = @(@{ Effect = "Deny"; Action = "iam:*"; Resource = "*" }) }',
    /names are not in quotation marks/,
  ],
  'rows of a page’s table': [
    '<tr><td>1</td><td>"Effect": "Deny",</td></tr>\n<tr><td>2</td><td>"Action": "iam:*"</td></tr>',
    /not valid JSON/,
  ],
  'a command of Windows': [other.replaceAll('"', '\\^"'), /not valid JSON/],
  'lines in a box': [lines(printed, (line) => `│ ${line}`), /not valid JSON/],
  'struck letters': [struck(printed), /struck through/],
  'struck letters in one line': [struck(other), /struck through/],
  'wide letters': [shifted(printed), /not valid JSON/],
  'names in lowercase': [other.toLowerCase().replace('deny', 'Deny'), /capital letter/],
  'a statement in lowercase': [other.replace('Statement', 'statement'), /capital letter/],
  'a list of statements in lowercase': [
    '[{"effect":"Deny","action":"iam:*","resource":"*"}]',
    /capital letter/,
  ],
  'arrows of Ruby': [
    "{ 'Version' => '2012-10-17', 'Statement' => [{ 'Effect' => 'Deny', 'Action' => 'iam:*' }] }",
    /not valid JSON/,
  ],
};

const positions: Readonly<Record<string, (form: string) => string>> = {
  before: (form) => `${form}\n\n${compact}`,
  behind: (form) => `See below.\n\n${compact}\n\n${form}`,
  'in its line': (form) => `${compact} ${form}`,
  'between two of them': (form) => `${compact}\n${form}\n${compact.replace('Main', 'Last')}`,
};

const cells = Object.entries(forms).flatMap(([name, [form, words]]) =>
  Object.entries(positions).map(([place, put]) => [name, place, form, words, put] as const),
);

describe('what looks like a policy and is not read', () => {
  it.each(cells)(
    '%s %s is listed with its place, and the rest is not selected',
    (_, __, form, words, put) => {
      const text = put(form);
      const { policies, refusals } = read(text);
      expect(policies.map(({ text: found }) => found)).toContain(compact);
      expect(policies.filter(({ doubtful }) => !doubtful)).toEqual([]);
      for (const { notes } of policies) expect(notes.map(({ code }) => code)).toContain('notAlone');
      const told = refusals.filter(({ code }) => code === 'notRead');
      expect(told.map(({ detail }) => detail)).toEqual([expect.stringMatching(words)]);
      const [from, to] = [text.indexOf(form), text.indexOf(form) + form.length];
      for (const { range } of told) {
        expect(range.offset).toBeGreaterThanOrEqual(from);
        expect(range.offset + range.length).toBeLessThanOrEqual(to);
        expect(range.length).toBeGreaterThan(10);
      }
    },
  );

  it.each(Object.entries(forms))('%s alone is listed or read', (_, [form]) => {
    const { policies, refusals } = read(form);
    expect(policies.length + refusals.length).toBeGreaterThan(0);
    expect(refusals.map(({ code, detail }) => [code, detail])).not.toContainEqual(['notJson', 'JSON']);
  });

  it('of two in a row each is listed with what it is; parts of one in the same notation are one', () => {
    const [first, second] = [
      `${yaml}\n\n  - Effect: Allow\n    Action: s3:*`,
      `1,9c1,9\n${lines(printed, (line) => `> ${line}`)}`,
    ];
    const text = `${compact}\n\n${first}\n\n${second}`;
    const { refusals } = read(text);
    expect(refusals.map(({ detail, range }) => [detail, text.slice(range.offset).split('\n')[0]])).toEqual([
      ['it is YAML', 'Statement:'],
      ['its lines start with >', '"Statement": ['],
    ]);
  });

  it('a text of any of them with policies between is the list of both', () => {
    const part = fc.oneof(
      fc.constant(compact),
      fc.constantFrom(...Object.values(forms)).map(([form]) => form),
    );
    const law = (parts: readonly string[]) => {
      const text = ['See below.', ...parts].join('\n\n');
      const { policies, refusals } = read(text);
      const places = [...policies, ...refusals].map(({ range }) => range);
      let at = 0;
      for (const one of parts) {
        const from = text.indexOf(one, at);
        at = from + one.length;
        expect(places.some(({ offset, length }) => offset < at && offset + length > from)).toBe(true);
      }
      const isWhole = parts.every((one) => one === compact);
      expect(policies.map(({ doubtful }) => doubtful)).toEqual(policies.map(() => !isWhole));
    };
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), law), { numRuns: runs(400) });
  });

  it.each([
    ['a statement alone', '{"Effect":"Deny","Action":"iam:*","Resource":"*"}'],
    ['statements without a policy', '[{"Effect":"Deny","Action":"iam:*","Resource":"*"}]'],
    ['one that was cut off', other.slice(0, -20)],
    ['one without a quotation mark', other.replace('"Deny"', '"Deny')],
  ])('%s beside a policy is refused, and the policy is not selected', (_, part) => {
    for (const put of Object.values(positions).slice(0, 3)) {
      const { policies, refusals } = read(put(part));
      expect(policies.map(({ text, doubtful }) => [text, doubtful])).toEqual([[compact, true]]);
      expect(refusals).toHaveLength(1);
    }
  });

  it.each([['a place of another tool', "{Policy: x, Statements: [{Effect: Allow, Action: 'kms:*'}]}"]])(
    '%s in a template is listed',
    (_, entry) => {
      const text = `Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: 'sts:AssumeRole'}]}\n      Policies:\n        - ${entry}\n`;
      const { policies, refusals } = read(text);
      expect(policies.map(({ doubtful }) => doubtful)).toEqual([true]);
      expect(refusals.map(({ code, range }) => [code, text.slice(range.offset, range.offset + 6)])).toEqual([
        ['notRead', 'Statem'],
      ]);
    },
  );
});

const indented = JSON.stringify(JSON.parse(compact), null, 2);

/** Words of policies that are no policy. */
const prose: Readonly<Record<string, string>> = {
  'a mail': `Hi Ana,\n\nthe statement below has the Effect we agreed on. Action: please review by Friday. Resource: the usual bucket.\n\n${compact}\n\nThe Effect: less access. The statement: short.`,
  'a change that is asked for': `Please change "Effect": "Allow" to "Effect": "Deny"; the "Action" element stays.\n${compact}`,
  'a reference': `Effect: Allow or Deny\nAction: the service calls, e.g. s3:GetObject\nResource: an ARN, such as arn:aws:s3:::bucket\n\n${compact}`,
  'a sentence of elements': `Statement 1: allows reads. Effect: Allow. Action: s3:GetObject. Resource: all.\n\n${compact}`,
  'an access denied message': `User: arn:aws:sts::111122223333:assumed-role/nb/ana is not authorized to perform: sagemaker:CreateModel on resource: arn:aws:sagemaker:eu-west-1:111122223333:model/x because no identity-based policy allows the sagemaker:CreateModel action\n\n${compact}`,
  'a ticket': `Action: s3:GetObject\nResource: arn:aws:s3:::ml-input\nStatus: open\n\n${compact}`,
  'a table': `| Element | Value |\n|---|---|\n| Effect | Allow |\n| Action | s3:GetObject |\n\n${compact}`,
  'a command': `aws iam put-role-policy --role-name nb --policy-name p --policy-document '${compact}'`,
  'the query of a call': `Action=PutRolePolicy&Version=2010-05-08\n\n${compact}`,
  'a resource of Terraform with a text': `resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = <<EOF\n${compact}\nEOF\n}`,
  'a program around it': `const effect = 'x';\nfunction action(resource) { return { statement: 1 }; }\nexport default ${compact};`,
  'a call of boto3': `client.put_role_policy(RoleName='nb', PolicyDocument=json.dumps(${compact}))\nstatement = 1\naction = "start"\nresource = boto3.resource("s3")`,
  'a finding about public access': `{"action":["s3:GetObject"],"resource":"arn:aws:s3:::b","principal":{"AWS":"*"}}\n${compact}`,
  'an event': `{"eventName":"GetObject","resources":[{"ARN":"arn:aws:s3:::b/k","type":"AWS::S3::Object"}]}\n${compact}`,
  'the result of a simulation': `{"EvaluationResults":[{"EvalActionName":"s3:GetObject","EvalResourceName":"*","EvalDecision":"allowed"}]}\n${compact}`,
  'a quoted question': `> Can you check the statement?\n> Effect: fine?\n\n${compact}`,
  'a page of a wiki': `{code:json}\n${compact}\n{code}\nAction items:\n* review statement\n* effect: none`,
  'the source of a page': `<p>The <code>Effect</code>: <b>Allow</b></p>\n<pre>${compact}</pre>`,
  'a comment in it': compact.replace('"Effect"', '/* who: the team */ "Effect"'),
  'another policy': `${compact}\n\n${compact.replace('Main', 'Other')}`,
  'older versions of it': `{"PolicyName":"p","PolicyVersionList":[{"Document":${compact},"IsDefaultVersion":true},{"Document":${compact},"IsDefaultVersion":false}]}`,
  'a template': `{"Resources":{"P":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"PolicyDocument":${compact}}}}}`,
  'a template in YAML': `Description: |\n  Effect of this stack: Allow people in.\nResources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${compact.replace('Main', 'Flow')}\n`,
  'a dictionary of Python':
    "policy = {'Statement': [{'Effect': 'Deny', 'Action': ['iam:*'], 'Resource': '*'}]}",
};

it.each(Object.entries(prose))('%s raises nothing', (_, text) => {
  for (const pasted of [text, text.replace(compact, () => indented)]) {
    const { policies, refusals } = read(pasted);
    expect(refusals).toEqual([]);
    expect(policies.length).toBeGreaterThan(0);
    expect(policies.filter(({ doubtful }) => doubtful)).toEqual([]);
  }
});

describe('what holds a policy without the look of one', () => {
  const read =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';

  it.each([
    ['in Base64', `policy.json: ${btoa(read)}`, 'it is Base64-encoded'],
    ['in Base64 of a manifest', `{"data":{"policy.json":"${btoa(read)}"}}`, 'it is Base64-encoded'],
    ['on one line', 'Effect: Allow / Action: s3:PutObject / Resource: *', 'its parts are on one line'],
    [
      'YAML without line ends',
      'Version: 2012-10-17 Statement: - Effect: Deny Action: s3:PutObject Resource: "*"',
      'its parts are on one line',
    ],
    [
      'colors of a terminal without their first character, of words that took the place of others',
      '{[32m"Version"[0m: "2012-10-17", [1;34m"Statement"[m: {[32m"Action"[0m: [31m"s3:Get*"[0m[32m"s3:*"[0m}}',
      'it has codes of the colors of a terminal, such as [32m',
    ],
    [
      'the same as a terminal shows that character',
      '{^[[32m"Statement"^[[0m: {"Action": ^[[31m"s3:Get*"^[[0m^[[32m"s3:*"^[[0m}}',
      'it has codes of the colors of a terminal, such as [32m',
    ],
    ['XML', '<Statement><Effect>Deny</Effect><Action>s3:*</Action></Statement>', 'it is XML'],
    [
      'CDK in Java',
      'PolicyStatement.Builder.create()\n  .effect(Effect.ALLOW)\n  .actions(List.of("s3:GetObject"))',
      'it is AWS CDK code',
    ],
    [
      'broken by tags',
      '{<br>"Statement": [{<br>"Effect": "Allow",<br>"Action": "s3:GetObject",<br>"Resource": "*"<br>}]<br>}',
      'it has HTML tags, such as <br>',
    ],
  ])('%s is listed with its reason, and what is read is not the whole', (_, text, detail) => {
    const { policies, refusals } = readImport(`${read}\n\n${text}\n`);
    expect(policies.map(({ doubtful }) => doubtful)).toEqual([true]);
    expect(refusals.map((refusal) => refusal.detail)).toContain(detail);
  });

  it('takes no policy from lines that a change removes', () => {
    const { policies } = readImport(`-${read}\n+${read}\n`);
    expect(policies.map(({ doubtful, notes }) => [doubtful, notes.map(({ code }) => code)])).toEqual([
      [true, expect.arrayContaining(['commentedOut'])],
      [false, expect.not.arrayContaining(['commentedOut'])],
    ]);
  });

  it('takes no policy from code that is compiled out', () => {
    const { policies } = readImport(`#if 0\n${read}\n#endif\n`);
    expect(policies.map(({ doubtful, notes }) => [doubtful, notes.map(({ code }) => code)])).toEqual([
      [true, expect.arrayContaining(['commentedOut'])],
    ]);
  });
});
