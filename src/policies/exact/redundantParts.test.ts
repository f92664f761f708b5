import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../language/policy.ts';
import { documentWith } from '../language/testing/documentWith.ts';
import { runs } from '../testing/effort.ts';
import { accessEffect } from './accessEffect.ts';
import { type RedundantPart, redundantParts } from './redundantParts.ts';
import { policyWithVariables, smallPolicy } from './testing/smallPolicies.ts';

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' } as const;
const policy = documentWith(READ);
const paths = (document: unknown) =>
  redundantParts(document)
    .map(({ path }) => path.slice(1).join('/'))
    .toSorted();
const when = (...values: readonly string[]) => ({ StringLike: { k: values } });

/** The policy without the parts. */
function without(document: PolicyDocument, parts: readonly RedundantPart[]): PolicyDocument {
  const copy = JSON.parse(JSON.stringify(document));
  const entries = parts.filter(({ kind }) => kind !== 'statement');
  const statements = parts.filter(({ kind }) => kind === 'statement');
  for (const { path } of entries) {
    const list = path.slice(0, -1).reduce((value, step) => value[step], copy);
    list[Number(path.at(-1))] = undefined;
  }
  for (const { path } of statements) copy.Statement[Number(path[1])] = undefined;
  return JSON.parse(
    JSON.stringify(copy, (_, value) =>
      Array.isArray(value) ? value.filter((one) => one !== undefined) : value,
    ),
  );
}

describe('what can be taken away', () => {
  it.each([
    ['nothing', policy({}, { Action: 's3:PutObject' }), []],
    ['a statement that another covers', policy({}, { Action: 's3:Get*' }), ['0']],
    ['of statements that cover each other the second', policy({}, { Sid: 'B' }), ['1']],
    [
      'a statement that two others cover',
      policy({ Condition: when('a', 'b*') }, { Condition: when('a') }, { Condition: when('b*') }),
      ['2', '1'],
    ],
    [
      'an action, as another statement has it',
      policy({ Action: ['s3:GetObject', 's3:PutObject'] }, { Action: 's3:Put*' }),
      ['0/Action/1'],
    ],
    [
      'a resource within another',
      policy({ Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/b', 'arn:aws:s3:::c'] }),
      ['0/Resource/1'],
    ],
    ['a value within another', policy({ Condition: when('a*', 'ab', 'b') }), ['0/Condition/StringLike/k/1']],
    [
      'a value of what must not be',
      policy({ Condition: { StringNotLike: { k: ['a*', 'ab'] } } }),
      ['0/Condition/StringNotLike/k/1'],
    ],
    [
      'an action that is left out twice',
      policy({ Action: undefined, NotAction: ['s3:*', 's3:Get*'] }),
      ['0/NotAction/1'],
    ],
    ['an Allow that is always denied', policy({}, { Effect: 'Deny', Resource: '*' }), ['0']],
    [
      'a statement that another covers without an exception',
      policy({ Action: 's3:GetObject' }, { Action: undefined, NotAction: ['s3:PutObject', 's3:GetObject'] }),
      ['0', '1/NotAction/1'],
    ],
    ['an entry twice', policy({ Action: ['s3:GetObject', 's3:getobject'] }), ['0/Action/1']],
  ])('%s', (_, document, expected) => {
    expect(paths(document)).toEqual([...expected].toSorted());
  });

  it.each([
    [
      'for other callers',
      policy(
        { Principal: { AWS: '111122223333' } },
        { Principal: { AWS: '444455556666' }, Action: 's3:Get*' },
      ),
    ],
    ['a missing value', policy({ Resource: ['arn:aws:s3:::<B>', 'arn:aws:s3:::a'] })],
    ['what IAM refuses', { Statement: [READ, READ, { Effect: 'allow' }] }],
    ['a single statement', { Statement: READ }],
    ['no policy', null],
  ])('not: %s', (_, document) => {
    expect(paths(document)).toEqual([]);
  });

  it('not of what IAM refuses in the layer of the policy alone', () => {
    const twice = policy({ Principal: '*' }, { Principal: '*' });
    const found = (['resource', 'serviceControl'] as const).map(
      (layer) => redundantParts(twice, { layer }).length,
    );
    expect(found).toEqual([1, 0]);
  });

  it('leaves the same access, and nothing that could go as well', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(smallPolicy, policyWithVariables), (document) => {
        const parts = redundantParts(document);
        found += parts.length;
        const left = without(document, parts);
        expect(accessEffect(JSON.stringify(document), JSON.stringify(left))).toBe('same');
        expect(redundantParts(left)).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
    expect(found).toBeGreaterThan(runs(300) / 2);
  });
});
