import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { parseJson } from '../language/parse.ts';
import type { Example } from './check.ts';
import { policyTypes } from '../language/policyType.ts';
import { checkPolicy } from './checkPolicy.ts';
import { describeFinding } from './described.ts';
import { rules } from './index.ts';
import { messageOf } from './message.ts';
import { notCheckedRule } from './readText.ts';
import { exhaustive, runs } from '../testing/effort.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const textOf = ({ policy }: Example) =>
  typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2);

const codesOf = (example: Example) =>
  checkPolicy(textOf(example), example.type ?? 'identity', {
    catalog,
    ...(example.resourceType === undefined ? {} : { resourceType: example.resourceType }),
    ...(example.today === undefined ? {} : { today: example.today }),
    ...(example.roles === undefined ? {} : { roles: example.roles }),
  }).map(({ code }) => code);

describe('every rule', () => {
  const executed = rules.filter((rule) => rule !== notCheckedRule);

  it.each(executed.map((rule) => [rule.code, rule] as const))(
    '%s is raised by its example and not by the other',
    (code, rule) => {
      expect(codesOf(rule.invalid)).toContain(code);
      expect(codesOf(rule.valid)).not.toContain(code);
    },
  );

  it.each(executed.map((rule) => [rule.code, rule] as const))(
    '%s passes an example without any error',
    (_, rule) => {
      const { policy, type = 'identity' } = rule.valid;
      const found = checkPolicy(JSON.stringify(policy), type, { catalog });
      expect(found.filter((finding) => finding.type === 'ERROR')).toEqual([]);
    },
  );

  it('has a code of its own', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  it('fills every gap of its sentence', () => {
    for (const { invalid, code, message } of executed) {
      const found = checkPolicy(textOf(invalid), invalid.type ?? 'identity', {
        catalog,
        ...(invalid.resourceType === undefined ? {} : { resourceType: invalid.resourceType }),
        ...(invalid.today === undefined ? {} : { today: invalid.today }),
        ...(invalid.roles === undefined ? {} : { roles: invalid.roles }),
      }).find((finding) => finding.code === code);
      for (const [, gap = ''] of message.matchAll(/\{([a-z]+)\}/g))
        expect(found?.values, code).toHaveProperty(gap);
    }
  });
});

describe('whatever the text', () => {
  const jsonLike = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => json.slice(0, -1)),
  );
  const element = fc.oneof(
    fc.string(),
    fc.constantFrom('*', 's3:*', 'arn:aws:s3:::${', '${}', '\ud800', 'arn:::::', '__proto__'),
    fc.jsonValue(),
  );
  const names = ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'Condition', '__proto__'];
  const policyLike = fc
    .array(fc.dictionary(fc.constantFrom(...names), fc.oneof(element, fc.array(element))), { maxLength: 4 })
    .map((list) => JSON.stringify({ Version: '2012-10-17', Statement: list }));

  it('answers with findings whose places lie in the text', () => {
    fc.assert(
      fc.property(fc.oneof(jsonLike, policyLike), fc.constantFrom(...policyTypes), (text, type) => {
        for (const { range, code } of checkPolicy(text, type, { catalog })) {
          expect(range.offset + range.length, code).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: runs(250) },
    );
  });

  it.each(['/*', '{}/*', '{"a": 1} -/*', '"\\u12'])(
    'keeps to the text where a comment or an escape is cut off: %s',
    (text) => {
      for (const { range } of checkPolicy(text, 'identity', { catalog }))
        expect(range.offset + range.length).toBeLessThanOrEqual(text.length);
    },
  );

  it.each([
    [
      'thousands of patterns',
      identityOf(Array.from({ length: exhaustive ? 60_000 : 10_000 }, (_, index) => `s3:a*b*${index}*c`)),
      'INVALID_ACTION',
    ],
    ['more than 2 MB', ' '.repeat(2_100_000), 'SPB_NOT_READ'],
    ['10,000 levels', '['.repeat(10_000), 'SPB_NOT_READ'],
    ['nothing', '', 'JSON_SYNTAX_ERROR'],
  ])('takes %s', (_, text, code) => {
    expect(checkPolicy(text, 'identity', { catalog }).map((finding) => finding.code)).toContain(code);
  });

  it.each([
    [
      'an error message',
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject',
    ],
    ['commas left out', '{"Version" "2012-10-17" "Statement" [{"Effect" "Allow"} {"Effect" "Allow"}]}'],
    ['curly quotes', '{“Version”: “2012-10-17”, “Statement”: []}'],
    ['a fence', '```json\n{"Version":"2012-10-17"}\n```'],
    ['Python', "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': '*'}]}"],
    ['YAML', 'Version: "2012-10-17"\nStatement:\n  - Effect: Allow\n    Action: "*"'],
  ])('a text that is not JSON is one finding, at the first place: %s', (_, text) => {
    const found = checkPolicy(text, 'identity', { catalog });
    expect(found.map(({ code }) => code)).toEqual(['JSON_SYNTAX_ERROR']);
    const places = parseJson(text).errors.map(({ range }) => range.offset);
    expect(found[0]?.range.offset).toBe(Math.min(...places));
  });

  it('says where, and what, in words', () => {
    const text =
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:GetObjects"],"Resource":"*"}}';
    const [finding] = checkPolicy(text, 'identity', { catalog });
    expect(finding?.path).toEqual(['Statement', 'Action', 0]);
    expect(
      text.slice(finding?.range.offset, (finding?.range.offset ?? 0) + (finding?.range.length ?? 0)),
    ).toBe('"s3:GetObjects"');
    expect(finding && messageOf(finding)).toBe('The action s3:GetObjects doesn’t exist.');
    expect(finding && describeFinding(finding).message).toBe('The action s3:GetObjects doesn’t exist.');
  });

  it.each([
    ['s3:GetObjects', 'The action s3:GetObjects doesn’t exist. Did you mean s3:GetObject?'],
    [
      'sagemaker:CreateTrainngJob',
      'The action sagemaker:CreateTrainngJob doesn’t exist. Did you mean sagemaker:CreateTrainingJob?',
    ],
    ['sagmaker:CreateModel', 'The service prefix sagmaker doesn’t exist. Did you mean sagemaker?'],
    ['s3:BakeCake', 'The action s3:BakeCake doesn’t exist.'],
    ['s3:Bake*', 'The action s3:Bake* doesn’t exist.'],
  ])('names what %s can mean', (action, message) => {
    const [finding] = checkPolicy(identityOf([action]), 'identity', { catalog });
    expect(finding && describeFinding(finding, undefined, catalog).message).toBe(message);
  });

  it.each([
    ['StringEqual', ' Did you mean StringEquals?'],
    ['ForAnyValue:StringEqualIfExists', ' Did you mean ForAnyValue:StringEqualsIfExists?'],
    ['StringMatches', ''],
  ])('names what the condition operator %s can mean', (operator, sentence) => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { [operator]: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      },
    });
    const finding = checkPolicy(text, 'identity', { catalog }).find(
      ({ code }) => code === 'INVALID_CONDITION_OPERATOR',
    );
    expect(finding && describeFinding(finding, undefined, catalog).message).toBe(
      `The condition operator ${operator} doesn’t exist.${sentence}`,
    );
  });

  it('reports a service whose data is not loaded as not checked, once', async () => {
    const lazy: Catalog = { ...catalog, service: () => undefined, state: () => 'notLoaded' };
    const text = identityOf(['s3:GetObject', 's3:PutObject']);
    const codes = checkPolicy(text, 'identity', { catalog: lazy }).map((finding) => finding.code);
    expect(codes).toEqual(['SPB_SERVICE_NOT_CHECKED']);
  });
});

function identityOf(actions: readonly string[]): string {
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
