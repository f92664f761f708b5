import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { builtIn } from '../library/builtIn.ts';
import { listOf } from './policy.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { parsePolicy } from './parse.ts';
import { personas } from '../library/personas/index.ts';
import { minifyPolicy, printPolicy } from './print.ts';

const documents = compose(
  fillExamples(createDraft({ personas: personas.map(({ id }) => id) }, builtIn), builtIn),
  builtIn,
).map(({ policy }) => policy);

describe('parsePolicy', () => {
  it.each(documents.map((policy, index) => ({ policy, index })))(
    'reads back what was printed ($index)',
    ({ policy }) => {
      for (const text of [printPolicy(policy).text, minifyPolicy(policy)]) {
        const parsed = parsePolicy(text);
        expect(parsed.ok && parsed.policy).toEqual(policy);
      }
    },
  );

  it.each(documents.map((policy, index) => ({ policy, index })))(
    'agrees with the printer on every place ($index)',
    ({ policy }) => {
      const { text, ranges } = printPolicy(policy);
      const parsed = parsePolicy(text);
      if (!parsed.ok) throw new Error('not parsed');
      policy.Statement.forEach((statement, index) => {
        const paths = [
          ['Statement', index],
          ['Statement', index, 'Sid'],
          ...listOf(statement.Action).map((_, entry) => ['Statement', index, 'Action', entry]),
        ];
        for (const path of paths) {
          const range = ranges.get(path);
          expect(range).toBeDefined();
          expect(parsed.ranges.get(path)).toEqual(range);
          expect(parsed.ranges.pathAt(range!.offset)).toEqual(path);
        }
      });
    },
  );

  it.each([
    { name: 'nothing', text: '', code: 'empty' },
    { name: 'white space', text: ' \n\uFEFF', code: 'empty' },
    { name: 'a missing comma', text: '{"Version": "2012-10-17" "Statement": []}', code: 'notJson', at: 25 },
    { name: 'an unclosed brace', text: '{"Statement": []', code: 'notJson' },
    { name: 'a comment', text: '{"Statement": [] /* x */}', code: 'notJson', at: 17 },
    { name: 'a trailing comma', text: '{"Statement": [],}', code: 'notJson' },
    { name: 'a list', text: '[]', code: 'shape', at: 0 },
    { name: 'no statement', text: '{}', code: 'shape', at: 0 },
    {
      name: 'an element that IAM does not know',
      text: '{"Statement": [], "Statment": []}',
      code: 'shape',
      at: 30,
    },
    { name: 'an effect in small letters', text: '{"Statement": {"Effect": "allow"}}', code: 'shape', at: 25 },
    { name: 'no effect', text: '{"Statement": {"Action": "a:B"}}', code: 'shape', at: 14 },
    {
      name: 'a number as action',
      text: '{"Statement": {"Effect": "Deny", "Action": [1]}}',
      code: 'shape',
      at: 44,
    },
    { name: 'the same key twice', text: '{"Statement": [], "Statement": []}', code: 'duplicateKey', at: 18 },
    { name: 'a prototype', text: '{"Statement": [], "__proto__": {"a": 1}}', code: 'shape', at: 31 },
    { name: 'deep text', text: '['.repeat(10_000), code: 'tooDeep', at: 100 },
    { name: 'two million characters and one', text: ' '.repeat(2_000_001), code: 'tooLarge' },
  ])('refuses $name', ({ text, code, at }) => {
    const parsed = parsePolicy(text);
    if (parsed.ok) throw new Error('was accepted');
    expect(parsed.errors[0]?.code).toBe(code);
    if (at !== undefined) expect(parsed.errors[0]?.range.offset).toBe(at);
  });

  it('takes a byte order mark and a lone statement', () => {
    const parsed = parsePolicy('\uFEFF{"Statement": {"Effect": "Allow", "Action": "a:B", "Resource": "*"}}');
    if (!parsed.ok) throw new Error('not parsed');
    expect(parsed.policy.Statement).toEqual([{ Effect: 'Allow', Action: 'a:B', Resource: '*' }]);
    expect(parsed.ranges.get(['Statement', 0, 'Action'])).toEqual({ offset: 45, length: 5 });
  });

  it.each([
    ['3600', 3600],
    ['0.5', 0.5],
    ['1.0', '1.0'],
    ['1e3', '1e3'],
    ['1e999', '1e999'],
    ['123456789012345678901', '123456789012345678901'],
    ['-0', '-0'],
  ])('keeps the number %s as it is written', (written, value) => {
    const text = `{"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*",
      "Condition": {"NumericEquals": {"aws:MultiFactorAuthAge": ${written}}}}]}`;
    const parsed = parsePolicy(text);
    if (!parsed.ok) throw new Error('not parsed');
    expect(parsed.policy.Statement[0]?.Condition).toEqual({
      NumericEquals: { 'aws:MultiFactorAuthAge': value },
    });
    expect(minifyPolicy(parsed.policy)).toMatch(new RegExp(`"?${written}"?}`));
  });

  it('never throws, and every error is within the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '"Statement"',
      '"Effect"',
      '"Allow"',
      '\\',
      '\n',
      '1',
      'null',
      '\uD800',
      '"__proto__"',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parsePolicy(text);
        if (parsed.ok) return;
        expect(parsed.errors.length).toBeGreaterThan(0);
        for (const { range } of parsed.errors)
          expect(range.offset + range.length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('survives a policy with any piece cut out', () => {
    const text = printPolicy(documents[0]!).text;
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(50), (from, length) => {
        const parsed = parsePolicy(text.slice(0, from) + text.slice(from + length));
        expect(typeof parsed.ok).toBe('boolean');
      }),
    );
  });

  it('leaves the prototype of objects alone', () => {
    parsePolicy('{"Statement": [{"Effect": "Allow", "Condition": {"__proto__": {"polluted": "1"}}}]}');
    expect('polluted' in {}).toBe(false);
  });
});
