import { afterEach, expect, it, vi } from 'vitest';
import { readImport } from './readImport.ts';
import { parseJson } from '../language/parse.ts';
import { type ReadYaml, readYaml } from './yaml.ts';

/*
 * How much reading does, counted and not timed: the characters that patterns scan and parsers get. A pattern that scans the whole text
 * for each policy in it is quadratic.
 */

let [scanned, letters] = [0, 0];

afterEach(() => vi.restoreAllMocks());

const { exec } = RegExp.prototype;
const { charCodeAt } = String.prototype;

/** What fails at the first character goes no further. */
const isAnchored = ({ source, multiline }: RegExp): boolean => source.startsWith('^') && !multiline;

/** Counts what every pattern goes over (`test`, `replace`, and the like call `exec`), and each letter that the parser of JSON looks at. */
function count(): void {
  [scanned, letters] = [0, 0];
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    if (found) scanned += found.index + found[0].length - from;
    else if (!this.sticky && !isAnchored(this)) scanned += text.length - from;
    return found;
  });
  vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
    letters += 1;
    return charCodeAt.call(this, at);
  });
}

function effortOf(text: string) {
  let parsed = 0;
  const yaml: ReadYaml = (part) => {
    parsed += part.length;
    return readYaml(part);
  };
  count();
  const { policies } = readImport(text, { yaml });
  vi.restoreAllMocks();
  return { policies, patterns: scanned, json: letters, yaml: parsed };
}

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('');

const forms: Readonly<Record<string, (count: number) => string>> = {
  'a template with conditions': (count) =>
    `Resources:\n${many(
      count,
      (at) =>
        `  P${at}:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Action: ['s3:GetObject']\n            Resource: !If [HasKms, '*', !Sub 'arn:aws:s3:::b\${X}/*']\n`,
    )}`,
  'a template as JSON': (count) =>
    JSON.stringify({
      Resources: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `P${at}`,
          {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: {
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: { Ref: `B${at}` } }],
              },
            },
          },
        ]),
      ),
    }),
  'documents with prose between': (count) =>
    many(
      count,
      (at) =>
        `Policy ${at} of the team is:\n\n{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b${at}/*"}]}\n\n`,
    ),
  'configuration of Terraform': (count) =>
    many(
      count,
      (at) =>
        `data "aws_iam_policy_document" "d${at}" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["\${aws_s3_bucket.b.arn}/p${at}/*"]\n  }\n}\n\n`,
    ),
  'a program': (count) =>
    `import * as iam from 'aws-cdk-lib/aws-iam';\n${many(
      count,
      (at) =>
        `role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b${at}/*'] }));\n`,
    )}`,
  'a program with a library made from Terraform’s provider': (count) =>
    many(
      count,
      (at) =>
        `const d${at} = aws.iam.getPolicyDocument({ statements: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::b${at}/*'] }] });\n`,
    ),
};

it.each(Object.entries(forms))('four times as much of %s is at most five times the work', (_, textOf) => {
  // Long enough that both are read in the same way.
  const [small, large] = [effortOf(textOf(200)), effortOf(textOf(800))];
  expect(large.policies.length).toBe(4 * small.policies.length);
  expect(small.policies.length).toBeGreaterThan(0);
  expect(large.patterns / small.patterns).toBeLessThan(5);
  expect(large.json / Math.max(1, small.json)).toBeLessThan(5);
  expect(large.yaml / Math.max(1, small.yaml)).toBeLessThan(5);
});

it('a policy that is written anew is parsed once, and YAML is as well', () => {
  const text = forms['a template with conditions']?.(200) ?? '';
  const { policies, json, yaml } = effortOf(text);
  expect(policies).toHaveLength(400);
  count();
  for (const policy of policies) parseJson(policy.text);
  vi.restoreAllMocks();
  expect(json / letters).toBeGreaterThan(0.9);
  expect(json / letters).toBeLessThan(1.5);
  expect(yaml / text.length).toBeGreaterThan(0.9);
  expect(yaml / text.length).toBeLessThanOrEqual(1);
});

it('calls that cannot be read, each with brackets that stay open, are listed in proportion to the text', () => {
  const workOf = (calls: number) => {
    count();
    const { refusals } = readImport('getPolicyDocument([{"a":['.repeat(calls));
    vi.restoreAllMocks();
    expect(refusals.length).toBeGreaterThan(calls);
    return scanned;
  };
  // More than the pieces of JSON that are looked at, so that one refusal goes to the end of the text.
  expect(workOf(6000) / workOf(1500)).toBeLessThan(6);
});
