import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/effort.ts';
import { conditionAsText, entriesOf, problemOfGuarantee, readCondition } from './enteredGuarantee.ts';

it('entries are lines, also of a JSON list', () => {
  expect(entriesOf(' iam:PassRole \n\n"s3:*",\n  "s3:Get*"\niam:PassRole')).toEqual([
    'iam:PassRole',
    's3:*',
    's3:Get*',
  ]);
});

describe('a condition', () => {
  it.each([
    ['', {}],
    ['{"Bool": {"aws:SecureTransport": true}}', { Bool: { 'aws:SecureTransport': ['true'] } }],
    ['{"Condition": {"StringLike": {"k": ["a*", "b"]}}}', { StringLike: { k: ['a*', 'b'] } }],
    ['{"NumericLessThan": {"k": 5}}', { NumericLessThan: { k: ['5'] } }],
  ])('is read as a policy writes it: %s', (text, condition) => {
    expect(readCondition(text)).toEqual({ ok: true, condition });
  });

  it.each([
    'x',
    '[]',
    '1',
    '{"Bool": 1}',
    '{"Bool": {"k": {}}}',
    '{"Bool": {"k": []}}',
    '{"Bool": {"k": [null]}}',
  ])('is refused with an example: %s', (text) => {
    expect(readCondition(text)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('StringEquals'),
    });
  });

  it('is the same after it was shown as text', () => {
    const texts = fc
      .string({ minLength: 1, maxLength: 8 })
      .filter((text) => text !== '__proto__' && text !== 'Condition');
    const block = fc.dictionary(texts, fc.dictionary(texts, fc.array(texts, { minLength: 1, maxLength: 3 })));
    fc.assert(
      fc.property(block, (condition) => {
        expect(readCondition(conditionAsText(condition))).toEqual({ ok: true, condition });
      }),
      { numRuns: runs(200) },
    );
  });
});

const entered = {
  persona: '',
  title: 'x',
  must: 'never',
  actions: ['s3:*'],
  resources: [],
  condition: {},
} as const;

it.each([
  [{ title: ' ' }, 'Enter a name.'],
  [{ actions: [] }, 'Enter at least one action'],
  [{ actions: ['GetObject'] }, 'GetObject isn’t an action'],
  [{ must: 'unless' as const }, 'Enter the condition'],
])('says what is missing: %j', (change, problem) => {
  expect(problemOfGuarantee({ ...entered, ...change })).toContain(problem);
  expect(problemOfGuarantee(entered)).toBeUndefined();
});
