import { describe, expect, it } from 'vitest';
import type { Statement } from '../language/policy.ts';
import { documentWith } from '../language/testing/documentWith.ts';
import { type Flip, findFlips } from './counterfactuals.ts';
import type { PolicySet } from './policySet.ts';
import type { AccessRequest } from './request.ts';

const doc = documentWith({ Effect: 'Allow', Action: '*', Resource: '*' });
const request: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:role/x',
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::data/x' },
  context: { 'aws:SourceVpc': 'vpc-2', 'aws:ResourceTag/owner': 'ben', 'aws:PrincipalTag/owner': 'ana' },
};
const when = (Condition: Statement['Condition'], own: Partial<Statement> = {}) => doc({ ...own, Condition });
const OWN = { StringEquals: { 'aws:ResourceTag/owner': '${aws:PrincipalTag/owner}' } };
const words = (flips: readonly Flip[]) =>
  flips.map((flip) =>
    flip
      .map((change) => {
        if (change.kind === 'setKey') return `${change.key}=${change.value}`;
        if (change.kind === 'removeKey') return `-${change.key}`;
        return change.kind === 'dropStatement' ? `drop ${change.layer} ${change.statement}` : 'add';
      })
      .join(' '),
  );

const rows: readonly (readonly [name: string, policies: PolicySet, first: string])[] = [
  ['a key set', { identity: [when({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } })] }, 'aws:SourceVpc=vpc-1'],
  ['a tag set', { identity: [when(OWN)] }, 'aws:ResourceTag/owner=ana'],
  ['a number below', { identity: [when({ NumericLessThan: { 'x:size': '5' } })] }, 'x:size=4'],
  ['a key removed', { identity: [when({ Null: { 'aws:SourceVpc': 'true' } })] }, '-aws:SourceVpc'],
  ['a Deny dropped', { identity: [doc({}), doc({ Effect: 'Deny' })] }, 'drop identity 1/0'],
  [
    'a Deny avoided',
    { identity: [doc({}), when({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, { Effect: 'Deny' })] },
    'aws:SourceVpc=vpc-1',
  ],
  [
    'an organization’s Deny dropped',
    { identity: [doc({})], serviceControl: [[doc({})], [doc({}), doc({ Effect: 'Deny' })]] },
    'drop serviceControl 1/1/0',
  ],
  ['the only Allow dropped', { identity: [doc({})] }, 'drop identity 0/0'],
  ['two keys together', { identity: [when({ StringEquals: { 'x:a': '1', 'x:b': '2' } })] }, 'x:a=1 x:b=2'],
  ['a statement added', { identity: [doc({ Action: 'iam:*' })] }, 'add'],
];

describe('what would flip it', () => {
  it.each(rows)('%s', (_, policies, first) => {
    expect(words(findFlips(request, policies))[0]).toBe(first);
  });

  it('finds nothing where one change is not enough', () => {
    expect(findFlips(request, { identity: [], permissionsBoundary: [doc({ Action: 'iam:*' })] })).toEqual([]);
    expect(findFlips(request, { identity: [doc({}), doc({})] })).toEqual([]);
    expect(findFlips({ ...request, action: '' }, { identity: [] })).toEqual([]);
  });

  it('finds nothing that depends on how a pattern with fewer than six fields is read', () => {
    const short = { Resource: 'arn:aws:s3:*:data/x' };
    expect(findFlips(request, { identity: [doc(short)] })).toEqual([]);
    expect(findFlips(request, { identity: [doc({}), doc({ ...short, Effect: 'Deny' })] })).toEqual([]);
    expect(findFlips(request, { identity: [doc({}), doc(short)] })).toEqual([]);
  });
});
