import { afterEach, expect, it, vi } from 'vitest';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/*
 * How much reading does, counted and not timed: the characters that patterns scan and parsers get. A pattern that scans the whole text
 * for each policy in it is quadratic.
 */

let scanned = 0;
const parsed = vi.hoisted(() => ({ json: 0, yaml: 0 }));

vi.mock('jsonc-parser', async (original) => {
  const library = await original<typeof import('jsonc-parser')>();
  const parseTree: typeof library.parseTree = (text, ...rest) => {
    parsed.json += text.length;
    return library.parseTree(text, ...rest);
  };
  return { ...library, parseTree };
});

vi.mock('yaml', async (original) => {
  const library = await original<typeof import('yaml')>();
  const parseDocument: typeof library.parseDocument = (text, ...rest) => {
    parsed.yaml += text.length;
    return library.parseDocument(text, ...rest);
  };
  return { ...library, parseDocument };
});

afterEach(() => vi.restoreAllMocks());

const { exec } = RegExp.prototype;

/** What fails at the first character goes no further. */
const isAnchored = ({ source, multiline }: RegExp): boolean => source.startsWith('^') && !multiline;

/** Counts what every pattern goes over: `test`, `replace`, and the like call this. */
function countPatterns(): void {
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    if (found) scanned += found.index + found[0].length - from;
    else if (!this.sticky && !isAnchored(this)) scanned += text.length - from;
    return found;
  });
}

function effortOf(text: string) {
  [scanned, parsed.json, parsed.yaml] = [0, 0, 0];
  countPatterns();
  const { policies } = readImport(text, { yaml: readYaml });
  vi.restoreAllMocks();
  return { policies, patterns: scanned, ...parsed };
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
  expect(json).toBe(policies.reduce((sum, policy) => sum + policy.text.length, 0));
  expect(yaml).toBeLessThanOrEqual(text.length);
});
