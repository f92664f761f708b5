import { describe, expect, it } from 'vitest';
import { matchesResource, type PatternReading } from '../language/resourcePattern.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { compareExact } from './compareExact.ts';
import { compareLayers } from './layers/compareLayers.ts';
import type { Reading } from './texts/textPattern.ts';

const policy = (...Statement: readonly Statement[]): PolicyDocument => ({ Version: '2012-10-17', Statement });

const patterns = [
  'arn:aws:s3',
  'arn:aws:s3:',
  'arn:aws:s3:*',
  'arn:aws:s3:::',
  'arn:aws:s3:::*',
  'arn:*',
  'arn:*a',
  'arn:*:s3',
  'arn:aws:*:b',
  'arn:aws:s3:*a',
  'arn:aws:s?',
  'arn:aws:s3:*:*:a',
  '*:a',
  'a*',
  '*',
  '**',
  'x',
] as const;
const resources = ['arn:aws:s3:::*', 'arn:aws:s3:::a', 'arn:aws:s3:x:y:z:a', 'arn:aws:sqs:::b'] as const;

/** The resource alone, as a pattern. */
const alone = (resource: string): Statement => ({
  Effect: 'Allow',
  Action: 's3:Get',
  Resource: resource.replaceAll('*', '${*}'),
});

const readings: readonly (readonly [Reading, PatternReading])[] = [
  ['fields', 'fields'],
  ['short', 'plain'],
];
const cases = readings.flatMap(([reading, simulated]) =>
  patterns.flatMap((pattern) => resources.map((resource) => ({ reading, simulated, pattern, resource }))),
);

describe('law: a pattern matches in a comparison what it matches in a simulation', () => {
  it.each(cases)('$reading: $pattern on $resource', ({ reading, simulated, pattern, resource }) => {
    const allow = alone(resource);
    const matched = matchesResource(pattern, resource, simulated);
    const pairs: readonly (readonly [deny: Statement, isDenied: boolean])[] = [
      [{ Effect: 'Deny', Action: '*', Resource: pattern }, matched],
      [{ Effect: 'Deny', Action: '*', NotResource: pattern }, !matched],
    ];
    for (const [deny, isDenied] of pairs) {
      const [before, after] = [policy(allow), policy(allow, deny)];
      const expected = isDenied ? 'some' : 'none';
      expect(compareExact([before], [after], { reading }).removedAccess.kind).toBe(expected);
      const sets = [{ identity: [before] }, { identity: [after] }] as const;
      expect(compareLayers(sets[0], sets[1], { reading }).removedAccess.kind).toBe(expected);
    }
  });
});

describe('every pattern read as one text', () => {
  const allow: Statement = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::${*}' };
  it.each(['fields', 'short', 'plain'] as const)('a short pattern without wildcards: %s', (reading) => {
    const denied = policy(allow, { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3' });
    const none = { kind: 'none', proven: true };
    const expected = { newAccess: none, removedAccess: none };
    expect(compareExact([policy(allow)], [denied], { reading })).toEqual(expected);
    expect(compareExact([denied], [policy(allow)], { reading })).toEqual(expected);
  });

  // Field by field nothing is both.
  const whole: Statement = { Effect: 'Allow', Action: 's3:Get', Resource: 'arn:aws:s3:*:*:x' };
  const deny: Statement = { Effect: 'Deny', Action: 's3:Get', Resource: 'arn:aws:s3:*:*:*:x' };

  it('only if asked for, and then the answer says what the usual reading gives', () => {
    const { newAccess } = compareExact([policy(whole, deny)], [policy(whole)], { reading: 'plain' });
    expect(newAccess).toMatchObject({ kind: 'some', otherReading: 'none' });
  });

  it('a short pattern beside it changes nothing', () => {
    const short: Statement = { Effect: 'Allow', Action: 's3:List', Resource: 'arn:*a' };
    const { newAccess } = compareExact([policy(short, whole, deny)], [policy(short, whole)]);
    expect(newAccess).toEqual({ kind: 'none', proven: true });
  });
});
