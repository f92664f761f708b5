import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { compose } from '../../compose/compose.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { comparePermissions } from '../../exact/compare.ts';
import { compareExact } from '../../exact/compareExact.ts';
import { isAllowedInReplay } from '../../exact/replay/replay.ts';
import { smallPolicy, smallRequest } from '../../exact/testing/smallPolicies.ts';
import type { DocumentKind, PolicyDocument } from '../../language/policy.ts';
import { builtIn } from '../../library/builtIn.ts';
import { personas } from '../../library/personas/index.ts';
import { runs } from '../../testing/effort.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { documentWith } from '../../language/testing/documentWith.ts';
import type { AccessComparison, AccessDifference } from './accessDifference.ts';
import { compareEveryRequest } from './compareEveryRequest.ts';
import { headlinesOf, kindWords } from './everyRequestWords.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const doc = documentWith({ Effect: 'Allow', Resource: '*' });

function compare(
  before: readonly PolicyDocument[],
  after: readonly PolicyDocument[],
  kind: DocumentKind = 'identity',
): AccessComparison {
  const changes = comparePermissions(before, after, catalog);
  const answer = [...compareEveryRequest({ kind, before, after }, changes, catalog)].at(-1);
  if (!answer) throw new Error('no answer');
  return answer;
}

const kindsOf = (difference: AccessDifference): readonly string[] =>
  difference.state === 'some' ? difference.kinds.map(kindWords) : [];

const kindOf = (difference: AccessDifference): string =>
  difference.state === 'undecided' ? difference.because.reason : difference.state;

const lines = (comparison: AccessComparison): readonly string[] =>
  headlinesOf(comparison).map(({ text }) => text);

const get = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const team = (value: string) => ({ Condition: { StringEquals: { 'aws:PrincipalTag/team': value } } });

describe('a policy that only denies, by its kind', () => {
  const deny = doc({ Effect: 'Deny', Action: 's3:DeleteBucket' });
  it.each<[DocumentKind, readonly string[]]>([
    ['service-control', ['New access: 1 kind of request.', 'No removed access. Proven for every request.']],
    ['identity', ['No new access by these policies alone.', 'No removed access. Proven for every request.']],
    [
      'permissions-boundary',
      ['No new access by these policies alone.', 'No removed access. Proven for every request.'],
    ],
    [
      'vpc-endpoint',
      ['No new access by these policies alone.', 'No removed access. Proven for every request.'],
    ],
  ])('%s', (kind, expected) => {
    expect(lines(compare([deny], [], kind))).toEqual(expected);
    expect(compare([], [deny], kind).newAccess).toEqual({ state: 'none' });
    expect(lines(compare([deny], [deny], kind))).toEqual(['Same access. Proven for every request.']);
  });

  it('is found by a request that the simulator denies before and allows after', () => {
    const { newAccess } = compare([deny], [], 'service-control');
    const [kind] = newAccess.state === 'some' ? newAccess.kinds : [];
    expect(kind?.witness.action).toBe('s3:DeleteBucket');
    expect([kind?.simulated.before, kind?.simulated.after]).toEqual(['explicitDeny', 'allowed']);
  });
});

describe('what is said of policies', () => {
  it.each<[string, readonly PolicyDocument[], readonly PolicyDocument[], readonly string[]]>([
    [
      'two statements that cover one together',
      [doc(get)],
      [
        doc(
          { ...get, ...team('a') },
          { ...get, Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'a' } } },
        ),
      ],
      ['Same access. Proven for every request.'],
    ],
    [
      'a Deny without an Allow',
      [doc(get)],
      [doc(get, { Effect: 'Deny', Action: 'ec2:RunInstances' })],
      ['No new access. Proven for every request.', 'No removed access by these policies alone.'],
    ],
    [
      'a Deny without an Allow that goes',
      [doc({ Effect: 'Deny', Action: 'ec2:RunInstances' })],
      [],
      ['No new access by these policies alone.', 'No removed access. Proven for every request.'],
    ],
    [
      'the same Deny in two statements',
      [doc({ Effect: 'Deny', Action: ['ec2:RunInstances', 'ec2:StopInstances'] })],
      [doc({ Effect: 'Deny', Action: 'ec2:RunInstances' }, { Effect: 'Deny', Action: 'ec2:StopInstances' })],
      ['Same access. Proven for every request.'],
    ],
    [
      'one condition more',
      [doc(get)],
      [doc({ ...get, ...team('a') })],
      ['No new access. Proven for every request.', 'Removed access: 1 kind of request.'],
    ],
    [
      'actions of two levels and services',
      [doc(get)],
      [doc(get, { Action: ['s3:PutObject', 's3:DeleteObject', 'sagemaker:ListModels'] })],
      ['New access: 2 kinds of request.', 'No removed access. Proven for every request.'],
    ],
    [
      'a policy that IAM rejects',
      [doc(get)],
      [doc({ ...get, Principal: '*', NotPrincipal: '*' })],
      [
        'New access: undecided. IAM rejects one of the policies.',
        'Removed access: undecided. IAM rejects one of the policies.',
      ],
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(lines(compare(before, after))).toEqual(expected);
  });

  it('a kind of its own where actions are in no list, and of services that a pattern reaches', () => {
    const { newAccess } = compare([doc({ Action: ['s3:GetObject'] })], [doc({ Action: 's3:G*' })]);
    expect(kindsOf(newAccess)).toContain('s3: actions that AWS doesn’t list');
    expect(newAccess).toMatchObject({ others: 'none' });
    const all = compare([], [doc({ Action: '*' })]).newAccess;
    expect(all).toMatchObject({ state: 'some' });
  });

  it('the other reading of ARNs with few fields', () => {
    const { newAccess } = compare(
      [doc({ ...get, Resource: '*' })],
      [doc({ ...get, Resource: 'arn:aws:s3' })],
    );
    expect(newAccess).toMatchObject({ state: 'none' });
    const short = compare([], [doc({ ...get, Resource: '*data' })]);
    expect(
      headlinesOf(short)
        .flatMap(({ notes }) => notes)
        .join(),
    ).toContain('With the other interpretation');
  });
});

describe('missing values', () => {
  const key = (Action: string, Resource = '<KEY_ARN>') => ({ Action, Resource });
  const bound = (ArnLike: Record<string, string>) => ({ ...get, Condition: { ArnLike } });
  it.each<[string, readonly PolicyDocument[], readonly PolicyDocument[], string, string]>([
    ['all of an ARN', [], [doc(key('kms:Decrypt'))], 'missingValue', 'none'],
    ['the same on both sides', [doc(key('kms:Decrypt'))], [doc(key('kms:Decrypt'))], 'none', 'none'],
    [
      'in place of one that is there',
      [doc(key('kms:Decrypt'))],
      [doc(key('kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/a'))],
      'missingValue',
      'missingValue',
    ],
    ['of another action', [doc(key('kms:Decrypt'))], [doc(key('kms:Decrypt'), get)], 'some', 'none'],
    [
      'in a Deny',
      [doc({ Action: 'kms:Decrypt' }, { Effect: 'Deny', ...key('kms:Decrypt') })],
      [doc({ Action: 'kms:Decrypt' })],
      'missingValue',
      'none',
    ],
    [
      'all of the value of an ARN condition',
      [],
      [doc(bound({ 'aws:SourceArn': '<ARN>' }))],
      'missingValue',
      'none',
    ],
    ['a part of an ARN', [], [doc({ ...get, Resource: 'arn:aws:s3:::<BUCKET>/*' })], 'some', 'none'],
  ])('%s', (_name, before, after, newAccess, removedAccess) => {
    const found = compare(before, after);
    expect([kindOf(found.newAccess), kindOf(found.removedAccess)]).toEqual([newAccess, removedAccess]);
  });

  it('names the values that decide', () => {
    const [headline] = headlinesOf(compare([], [doc(key('kms:Decrypt'))]));
    expect(headline).toMatchObject({ tone: 'open', missing: ['KEY_ARN'] });
  });
});

it('law: proven where the comparison of every request proves it, and each kind has its request', () => {
  fc.assert(
    fc.property(
      smallPolicy,
      smallPolicy,
      fc.array(smallRequest, { maxLength: 20 }),
      (before, after, samples) => {
        const { newAccess } = compare([before], [after]);
        const exact = compareExact([before], [after], { catalog }).newAccess;
        expect(newAccess.state).toBe(exact.kind);
        const isNew = (request: (typeof samples)[number]) =>
          isAllowedInReplay([after], request, 'fields') === true &&
          isAllowedInReplay([before], request, 'fields') === false;
        if (newAccess.state === 'none') expect(samples.filter(isNew)).toEqual([]);
        if (newAccess.state !== 'some') return;
        for (const { witness, simulated } of newAccess.kinds) {
          expect(isNew(witness)).toBe(true);
          if (simulated.after === 'error') continue;
          expect(simulated).toMatchObject({ after: 'allowed', before: expect.stringMatching(/Deny$/) });
        }
        expect(new Set(newAccess.kinds.map(kindWords)).size).toBe(newAccess.kinds.length);
      },
    ),
    { numRuns: runs(25) },
  );
});

it('everything that the wizard allows has a request of each kind, which the simulator allows', () => {
  const draft = fillExamples(createDraft({ personas: personas.map(({ id }) => id) }, builtIn), builtIn);
  for (const { policy, kind } of compose(draft, builtIn)) {
    const { newAccess, removedAccess } = compare([], [policy], kind);
    expect(removedAccess.state).toBe('none');
    expect(newAccess).toMatchObject({ state: 'some', others: 'none' });
    const kinds = newAccess.state === 'some' ? newAccess.kinds : [];
    expect(kinds.map(({ simulated: { before, after } }) => [before === 'allowed', after])).toEqual(
      kinds.map(() => [false, 'allowed']),
    );
  }
});
