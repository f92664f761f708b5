import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arns,
  byFields,
  joined,
  patterns,
  plainly,
  resources,
} from './testing/resourcePatternArbitraries.ts';
import { matchesResource, readingsDiffer, resourceMatchers, subsumesResource } from './resourcePattern.ts';
import { contextOfRequest } from '../simulate/request.ts';
import { isUnresolvedVariable, variableTemplate } from '../simulate/policyVariables.ts';
import type { PatternText } from './arnMatch.ts';
import { runs } from '../testing/effort.ts';

const ENDPOINT = 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod-a';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const LOGS = 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/sagemaker/x';

/** A pattern, a resource, and whether it matches in the readings `fields` and `plain`. */
const table: readonly (readonly [pattern: string, resource: string, fields: boolean, plain: boolean])[] = [
  ['*', ENDPOINT, true, true],
  ['**', ENDPOINT, true, true],
  ['*', '*', true, true],
  // Six fields or more have one reading.
  ['arn:aws:sagemaker:*:*:endpoint/prod-*', ENDPOINT, true, true],
  ['arn:aws:sagemaker:*:*:endpoint/test-*', ENDPOINT, false, false],
  ['arn:aws:sagemaker:*:endpoint/prod-a:*', ENDPOINT, false, false],
  ['arn:aws:sagemaker:eu*::endpoint/prod-a', ENDPOINT, false, false],
  ['arn:aws:*:*:*:*', ENDPOINT, true, true],
  ['arn:aws:*:*:*:*', '*', false, false],
  ['arn:aws:logs:*:*:log-group:/aws/*', LOGS, true, true],
  ['arn:aws:logs:*:*:*:*', LOGS, true, true],
  ['arn:aws:logs:*:log-group:/aws/*:x', LOGS, false, false],
  // Fewer are completed.
  ['arn', ENDPOINT, true, true],
  ['arn:*', ENDPOINT, true, true],
  ['arn:*', '*', false, false],
  ['arn:aws:sqs', QUEUE, true, true],
  ['arn:aws:sqs', ENDPOINT, false, false],
  ['arn:aws:sq', QUEUE, false, false],
  ['arn:aws:sqs:', QUEUE, false, false],
  ['arn:aws:sq*', QUEUE, true, true],
  ['arn:aws:sqs:*', QUEUE, true, true],
  ['arn:aws:sqs:*:*', QUEUE, true, true],
  ['arn:aws:sqs:eu-west-1', QUEUE, true, true],
  ['arn:aws:sqs:*:111122223333', QUEUE, true, true],
  ['arn:aws:sqs:*:444455556666', QUEUE, false, false],
  // A `*` that reaches on decides otherwise.
  ['arn:aws:sagemaker:*:endpoint/prod-*', ENDPOINT, false, true],
  ['arn:aws:sagemaker:*:endpoint/prod-a', ENDPOINT, false, true],
  ['arn:aws:sagemaker:*:endpoint/prod-?', ENDPOINT, false, true],
  ['arn:aws:sagemaker:*:endpoint/test-*', ENDPOINT, false, false],
  ['arn:aws:sagemaker:*endpoint/*', ENDPOINT, false, true],
  ['arn:aws:sagemaker*/prod-a', ENDPOINT, false, true],
  ['arn:*:endpoint/prod-*', ENDPOINT, false, true],
  ['arn:aws:logs:*:log-group', LOGS, false, true],
  // What does not begin with the field `arn` matches nothing field by field.
  ['*endpoint/prod-*', ENDPOINT, false, true],
  ['*:endpoint/prod-*', ENDPOINT, false, true],
  ['arn*', ENDPOINT, false, true],
  ['?rn:aws:sagemaker', ENDPOINT, false, false],
  ['?*', '*', false, true],
  ['?', '*', false, false],
  ['endpoint/prod-*', ENDPOINT, false, false],
  ['ARN:aws:sagemaker:*', ENDPOINT, false, false],
  ['', ENDPOINT, false, false],
];
it.each(table)('%s on %s: %s, %s', (pattern, resource, fields, plain) => {
  expect(matchesResource(pattern, resource)).toBe(fields);
  expect(matchesResource(pattern, resource, 'plain')).toBe(plain);
});

const twoWays: readonly (readonly [pattern: string, differ: boolean])[] = [
  ['*', false],
  ['arn:aws:s3:::ml-*', false],
  ['arn:aws:sagemaker:*:*:endpoint/*', false],
  ['arn:aws:s3', false],
  ['arn:aws:s3:*', false],
  ['arn:aws:s3*:*', false],
  ['arn:aws:logs:*:*', false],
  ['bucket/*', false],
  ['arn:aws:sagemaker:*:endpoint/prod-*', true],
  ['arn:*:s3:*', true],
  ['arn:aws:s3:*:', true],
  ['*/prod', true],
  ['arn*', true],
];
it.each(twoWays)('%s has two readings: %s', (text, differ) => {
  expect(readingsDiffer({ text })).toBe(differ);
});

it('a colon that a variable brings in separates no fields, so that only the other reading reaches it', () => {
  const text = variableTemplate('arn:aws:logs:${aws:PrincipalTag/place}*', true).resolve(
    contextOfRequest({ 'aws:PrincipalTag/place': 'eu-west-1:1' }),
  );
  const { fields, plain } = resourceMatchers(isUnresolvedVariable(text) ? { text: '' } : text);
  expect([fields(LOGS), plain?.(LOGS)]).toEqual([false, true]);
});

describe('laws of resource patterns', () => {
  it('a pattern matches what the rule says, in both readings', () => {
    fc.assert(
      fc.property(patterns, resources, (pattern, resource) => {
        expect(matchesResource(pattern, resource)).toBe(byFields(pattern, resource));
        expect(matchesResource(pattern, resource, 'plain')).toBe(plainly(pattern, resource));
      }),
      { numRuns: runs(5000) },
    );
  });

  it('where the readings are said not to differ, none differs', () => {
    fc.assert(
      fc.property(patterns, resources, (pattern, resource) => {
        if (!readingsDiffer({ text: pattern }))
          expect(byFields(pattern, resource)).toBe(plainly(pattern, resource));
      }),
      { numRuns: runs(5000) },
    );
  });

  it('what is covered matches nothing more, in both readings', () => {
    const pairs = fc
      .tuple(
        patterns,
        fc.constantFrom('', '*', ':*', 'a'),
        patterns,
        fc.constantFrom('', 'a', 'a:a', 'a*', '?'),
      )
      .chain(([text, end, other, inner]) => {
        const wide = `${text}${end}`;
        return fc.constantFrom(
          [wide, other],
          [wide, wide.replace('*', inner)],
          [wide, wide.replaceAll('*', inner)],
        );
      });
    fc.assert(
      fc.property(pairs, fc.array(resources, { minLength: 12, maxLength: 12 }), ([wide, narrow], given) => {
        if (!subsumesResource(wide, narrow)) return;
        for (const resource of given)
          for (const matches of [byFields, plainly])
            expect(!matches(narrow, resource) || matches(wide, resource)).toBe(true);
        if (wide !== narrow) expect(readingsDiffer({ text: wide })).toBe(false);
      }),
      { numRuns: runs(4000) },
    );
  });

  it('… whatever policy variables stand for', () => {
    const parts = ['', 'a', '*', 'a*', '${v}', '${w}', '${v}a', '${v}*', '${*}'];
    const templates = fc.oneof(
      joined(parts, 1, 7),
      joined(parts, 0, 6).map((text) => `arn:${text}`),
    );
    const values = fc.record({
      v: fc.constantFrom('a', 'a:a', 'arn', 'arn:a', '*', 'arn:a:a:a:a:a', 'b'),
      w: fc.constantFrom('a', 'a:a', '*'),
    });
    const resolved = (template: string, given: Record<string, string>): PatternText | undefined => {
      const text = variableTemplate(template, true).resolve(contextOfRequest(given));
      return isUnresolvedVariable(text) ? undefined : text;
    };
    fc.assert(
      fc.property(templates, templates, values, arns, (wide, narrow, given, arn) => {
        if (!subsumesResource(wide, narrow)) return;
        const [one, other] = [resolved(wide, given), resolved(narrow, given)].map(
          (text) => text && resourceMatchers(text),
        );
        if (!one || !other) return;
        expect(!other.fields(arn) || one.fields(arn)).toBe(true);
        expect(!(other.plain ?? other.fields)(arn) || (one.plain ?? one.fields)(arn)).toBe(true);
      }),
      { numRuns: runs(8000) },
    );
  });
});

const covering: readonly (readonly [wide: string, narrow: string, covers: boolean])[] = [
  ['*', 'arn:aws:sagemaker:*:endpoint/prod-*', true],
  ['arn:aws:s3', 'arn:aws:s3:::ml-input/*', true],
  ['arn:aws:s3:*', 'arn:aws:s3:::ml-input', true],
  ['arn:aws:s3:::*', 'arn:aws:s3:::${aws:username}/*', true],
  ['arn:aws:s3:::ml-*', 'arn:aws:s3:::ml-?', true],
  ['arn:aws:sagemaker:*', 'arn:aws:sagemaker:*:endpoint/prod-*', true],
  ['arn:aws:sagemaker:*:*:*', 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/*', true],
  ['arn:aws:sagemaker:eu-west-1:*:a*:*', 'arn:aws:sagemaker:eu-west-1:*:ab', false],
  ['arn:aws:logs:::a*:*', 'arn:aws:logs:::ab', false],
  ['arn:aws:logs:::a*:*', 'arn:aws:logs:::ab:*', true],
  ['arn:aws:sagemaker:*:*:*:x', 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/a', false],
  ['arn:aws:sagemaker:*:endpoint/prod-*', ENDPOINT, false],
  ['arn:aws:sagemaker:*:endpoint/*', 'arn:aws:sagemaker:*:endpoint/prod-*', false],
  ['arn:aws:sagemaker:*:endpoint/*', 'arn:aws:sagemaker:*:endpoint/*', true],
  ['arn:aws:sagemaker:*:*:endpoint/*', 'arn:aws:sagemaker:*:endpoint/prod-*', false],
  ['arn:aws:s3:::ml-?', 'arn:aws:s3:::ml-*', false],
  ['*:a:*:*:*:*', '${aws:PrincipalTag/arn}:a:x:x:x:x', false],
];
it.each(covering)('%s covers %s: %s', (wide, narrow, covers) => {
  expect(subsumesResource(wide, narrow)).toBe(covers);
});
