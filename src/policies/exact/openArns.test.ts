import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { documentWith, type StatementParts } from '../language/testing/documentWith.ts';
import { runs } from '../testing/effort.ts';
import { compareExact } from './compareExact.ts';
import { compareLayers } from './layers/compareLayers.ts';

/** Values that are missing where a whole ARN is to be: as they are written they match nothing, with a value anything. */

const get = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } as const;
const deny = { ...get, Effect: 'Deny' } as const;
const on = (Resource: string, statement: Statement = get): Statement => ({ ...statement, Resource });
const by = (operator: string, value: string): Statement => ({
  ...get,
  Condition: { [operator]: { 'aws:PrincipalArn': value } },
});
const doc = documentWith(get);

const ROLE = 'arn:aws:iam::111122223333:role/reader';

function compareInLayers(one: PolicyDocument, other: PolicyDocument) {
  return compareLayers({ identity: [one] }, { identity: [other] }, { principals: [ROLE] });
}

describe.each([
  ['documents', (one: PolicyDocument, other: PolicyDocument) => compareExact([one], [other])],
  ['layers', compareInLayers],
])('in %s', (_, compare) => {
  it.each<[string, readonly StatementParts[], readonly StatementParts[], string, string]>([
    ['an Allow comes', [], [on('<ARN>')], 'undecided', 'none'],
    ['the same Allow', [on('<ARN>')], [on('<ARN>')], 'none', 'none'],
    ['a Deny comes', [get], [get, on('<ARN>', deny)], 'none', 'undecided'],
    ['an Allow that its Deny takes away', [], [on('<ARN>'), on('<ARN>', deny)], 'none', 'none'],
    ['less of the same', [on('<ARN>/*')], [on('<ARN>/a')], 'none', 'undecided'],
    ['one behind another colon', [on('<ARN>')], [on('<ARN>:*')], 'undecided', 'undecided'],
    ['the same behind a colon', [on('<ARN>:*')], [on('<ARN>:*')], 'none', 'none'],
    ['a known resource in its place', [on('<ARN>')], [on('arn:aws:s3:::a/*')], 'undecided', 'undecided'],
    ['another one', [on('<ARN>')], [on('<OTHER_ARN>')], 'undecided', 'undecided'],
    ['an end of an ARN', [], [on('arn:aws:<REST>')], 'undecided', 'none'],
    ['everything in its place', [on('<ARN>')], [get], 'undecided', 'none'],
    ['all but it', [{ ...on('*'), Resource: undefined, NotResource: '<ARN>' }], [get], 'undecided', 'none'],
  ])('%s', (_name, one, other, come, gone) => {
    const { newAccess, removedAccess } = compare(doc(...one), doc(...other));
    expect([newAccess.kind, removedAccess.kind]).toEqual([come, gone]);
  });
});

it.each([
  // A request without the key shows it, whatever the value is.
  ['a condition comes', get, by('ArnLike', '<ARN>'), 'none', 'some'],
  ['a condition goes', by('ArnNotLike', '<ARN>'), get, 'undecided', 'none'],
  ['an operator that means the same', by('ArnLike', '<ARN>'), by('ArnEquals', '<ARN>'), 'none', 'none'],
])('%s', (_, one, other, come, gone) => {
  const { newAccess, removedAccess } = compareExact([doc(one)], [doc(other)]);
  expect([newAccess.kind, removedAccess.kind]).toEqual([come, gone]);
});

const resource = fc.constantFrom(
  '*',
  '<A>',
  '<A>/*',
  '<A>/a',
  '<A>:*',
  '<B>',
  '<B>*',
  'arn:aws:<C>',
  'arn:aws:s3:::<D>/*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/a',
);
const statement = fc
  .record({
    effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    resource,
    isExcept: fc.nat(4),
  })
  .map(
    ({ effect, resource: pattern, isExcept }): Statement => ({
      Effect: effect,
      Action: 's3:GetObject',
      ...(isExcept === 0 ? { NotResource: pattern } : { Resource: pattern }),
    }),
  );
const policy = fc.array(statement, { minLength: 1, maxLength: 3 }).map((statements) => doc(...statements));

const arn = fc.constantFrom(
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/a',
  'arn:aws:s3:::b',
  'arn:aws:sqs:r:1:a',
  '*',
  'a',
  'arn:aws:s3',
);
const values = fc.record({
  A: arn,
  B: arn,
  C: fc.constantFrom('s3:::a', 's3:::b/*', 's3'),
  D: fc.constantFrom('a', 'b'),
});

const filledWith = (document: PolicyDocument, texts: Readonly<Record<string, string>>): PolicyDocument =>
  JSON.parse(JSON.stringify(document).replaceAll(/<(\w)>/g, (_, name: string) => texts[name] ?? ''));

it.each([
  ['documents', (one: PolicyDocument, other: PolicyDocument) => compareExact([one], [other])],
  ['layers', compareInLayers],
])('in %s, what is answered with missing values holds with every value', (_, compare) => {
  let answered = 0;
  fc.assert(
    fc.property(policy, policy, values, (one, other, texts) => {
      const open = compare(one, other);
      const known = compare(filledWith(one, texts), filledWith(other, texts));
      for (const side of ['newAccess', 'removedAccess'] as const) {
        if (open[side].kind === 'undecided' || open[side].otherReading) continue;
        // A request that was found has the value as a text in it, which a wildcard is not.
        if (open[side].kind === 'some' && Object.values(texts).some((text) => text.includes('*'))) continue;
        answered += 1;
        // With values a pattern can be one that is malformed or too long to decide.
        if (known[side].kind !== 'undecided') expect(known[side].kind, side).toBe(open[side].kind);
      }
    }),
    { numRuns: runs(2000) },
  );
  expect(answered).toBeGreaterThan(500);
});
