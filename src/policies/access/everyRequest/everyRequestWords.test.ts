import { describe, expect, it } from 'vitest';
import type { Undecided } from '../../exact/answer.ts';
import type { AccessDifference, RequestKind } from './accessDifference.ts';
import { comparisonSummary, shortComparisonSummary } from './comparisonSummary.ts';
import { headlinesOf } from './everyRequestWords.ts';
import { parsePolicyPair } from './parsePolicyPair.ts';
import { shownChanges } from './shownChanges.ts';

const none: AccessDifference = { state: 'none' };
const kind = (service: string): RequestKind => {
  const request = { action: `${service}:Do`, resource: '*', context: {} };
  return {
    service,
    accessLevel: 'Write',
    witness: request,
    simulated: {
      request: { ...request, principal: '*', resource: { arn: '*' } },
      before: 'implicitDeny',
      after: 'allowed',
    },
  };
};
const some = (
  services: readonly string[],
  others: 'none' | 'some' | Undecided = 'none',
): AccessDifference => ({ state: 'some', kinds: services.map(kind), others });
const open: AccessDifference = { state: 'undecided', because: { reason: 'missingValue', names: ['KEY'] } };

describe('one comparison', () => {
  it.each<[AccessDifference, AccessDifference, readonly string[]]>([
    [none, none, ['proven Same access. Proven for every request.']],
    [
      none,
      some(['s3']),
      ['proven No new access. Proven for every request.', 'found Removed access: 1 kind of request.'],
    ],
    [
      some(['s3', 'ec2'], 'some'),
      open,
      [
        'found New access: at least 2 kinds of request.',
        'open Removed access: undecided. It depends on missing values: <KEY>.',
      ],
    ],
  ])('%#', (newAccess, removedAccess, expected) => {
    const found = headlinesOf({ newAccess, removedAccess });
    expect(found.map(({ tone, text }) => `${tone} ${text}`)).toEqual(expected);
  });

  it('what is undecided beside what was found is said, with the fields', () => {
    const [headline] = headlinesOf({
      newAccess: some(['s3'], { reason: 'missingValue', names: ['KEY'] }),
      removedAccess: none,
    });
    expect(headline).toMatchObject({
      text: 'New access: at least 1 kind of request.',
      missing: ['KEY'],
      notes: ['For other requests it is undecided. It depends on missing values: <KEY>.'],
    });
  });

  it('another reading is said beside what is proven', () => {
    const [headline] = headlinesOf({ newAccess: { ...none, otherReading: 'some' }, removedAccess: none });
    expect(headline?.notes.join()).toContain('With the other interpretation, there is a difference.');
  });
});

describe('all policies together', () => {
  const both = (newAccess: AccessDifference, removedAccess: AccessDifference = none) => ({
    newAccess,
    removedAccess,
  });
  it.each<[string, Parameters<typeof comparisonSummary>[0], readonly string[]]>([
    ['nothing is known', [undefined], []],
    [
      'all the same',
      [both(none), both(none)],
      ['proven Same access in 2 policies. Proven for every request.'],
    ],
    [
      'one more',
      [both(some(['s3', 'ec2'])), both(none)],
      [
        'found New access: 2 kinds of request in 1 of 2 policies.',
        'proven No removed access in 2 policies. Proven for every request.',
      ],
    ],
    [
      'one undecided is never proven',
      [both(open), both(none)],
      [
        'open No new access found in the other policies. Undecided in 1 policy.',
        'proven No removed access in 2 policies. Proven for every request.',
      ],
    ],
    [
      'another interpretation decides otherwise',
      [both({ ...none, otherReading: 'some' }), both(none)],
      [
        'open No new access found in the other policies. Undecided in 1 policy.',
        'proven No removed access in 2 policies. Proven for every request.',
        'open In 1 policy the answer depends on how AWS interprets resource patterns with fewer than six fields.',
      ],
    ],
    [
      'Deny statements that deny less are never proven to be the same',
      [both({ state: 'none', denials: true }), both(none)],
      [
        'open No policy by itself gives new access. Deny statements deny less in 1 policy, which matters if another policy allows these requests.',
        'proven No removed access in 2 policies. Proven for every request.',
      ],
    ],
    [
      'one not compared is never proven',
      [both(none), undefined],
      [
        'open No new access found in the other policies. Not compared: 1 policy.',
        'open No removed access found in the other policies. Not compared: 1 policy.',
      ],
    ],
  ])('%s', (_name, comparisons, expected) => {
    expect(comparisonSummary(comparisons).map(({ tone, text }) => `${tone} ${text}`)).toEqual(expected);
  });

  it.each([
    [both(none), 'proven Same access. Proven for every request.'],
    [both(some(['s3']), some(['s3', 'ec2'])), 'found ▲ 1 new, ▼ 2 removed'],
    [both(none, open), 'open ? removed access undecided'],
    [both(none, { state: 'none', denials: true }), 'open ? denies more'],
    [both({ ...none, otherReading: 'some' }), 'open ? new access: two interpretations'],
  ])('a policy in a list %#', (comparison, expected) => {
    const { tone, text } = shortComparisonSummary(comparison);
    expect(`${tone} ${text}`).toBe(expected);
  });
});

describe('the list of changes', () => {
  const change = (kindOfChange: 'widens' | 'narrows' | 'conditions', withoutAllow?: true) => ({
    kind: kindOfChange,
    effect: 'Allow' as const,
    service: 's3',
    accessLevel: 'Read',
    actions: ['s3:GetObject'],
    from: [],
    to: [],
    ...(withoutAllow && { withoutAllow }),
  });
  const all = [change('widens'), change('narrows'), change('conditions'), change('narrows', true)];
  it.each([
    [undefined, [0, 1, 2, 3]],
    [{ newAccess: none, removedAccess: none }, [3]],
    [{ newAccess: none, removedAccess: some(['s3']) }, [1, 2, 3]],
    [{ newAccess: { ...none, otherReading: 'some' as const }, removedAccess: none }, [0, 2, 3]],
  ])('has nothing that is proven not to be so %#', (comparison, expected) => {
    expect(shownChanges(all, comparison)).toEqual(expected.map((place) => all[place]));
  });
});

describe('two texts', () => {
  const policy = (Action: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action, Resource: '*' }] });
  it('a policy of an organization counts beside what AWS attaches', () => {
    expect(parsePolicyPair(policy('s3:*'), policy('ec2:*'), 'scp')).toMatchObject({
      kind: 'service-control',
      before: [{}, { Statement: [{ Action: 's3:*' }] }],
    });
  });
  it('that are no policies are not compared', () => {
    expect(parsePolicyPair('{', policy('s3:*'), 'identity')).toBeUndefined();
  });
});
