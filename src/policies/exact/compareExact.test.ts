import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../language/policy.ts';
import { simulate } from '../simulate/simulate.ts';
import { compareExact } from './compareExact.ts';
import { compareLayers } from './layers/compareLayers.ts';
import { type ExactRequest, isAllowedInReplay } from './replay/replay.ts';
import {
  policyWithOpenNames,
  policyWithPlaceholders,
  policyWithVariables,
  smallPolicy,
  smallRequest,
} from './testing/smallPolicies.ts';
import { runs } from '../testing/effort.ts';

const NONE = { kind: 'none', proven: true };

/** `error` for a request that the simulator does not take. */
const verdict = (document: PolicyDocument, { action, resource, context }: ExactRequest) =>
  simulate(
    { principal: 'arn:aws:iam::111122223333:role/example', action, resource: { arn: resource }, context },
    { identity: [document] },
  ).verdict;

/** The first request that one side allows and the other does not. */
const contrary = (before: PolicyDocument, after: PolicyDocument, samples: readonly ExactRequest[]) =>
  samples.find(
    (request) =>
      isAllowedInReplay([after], request, 'fields') === true &&
      isAllowedInReplay([before], request, 'fields') === false,
  );

const requests = fc.array(smallRequest, { minLength: 25, maxLength: 25 });

describe('the answer holds for every request', () => {
  it('nothing is new where it is proven; a request that is new is, for the simulator too', () => {
    fc.assert(
      fc.property(smallPolicy, smallPolicy, requests, (before, after, samples) => {
        const { newAccess } = compareExact([before], [after]);
        expect(newAccess.kind).not.toBe('undecided');
        if (newAccess.kind === 'none') expect(contrary(before, after, samples)).toBeUndefined();
        if (newAccess.kind !== 'some') return;
        expect(contrary(before, after, [newAccess.witness])).toBeDefined();
        const verdicts = [verdict(after, newAccess.witness), verdict(before, newAccess.witness)];
        expect(verdicts).toEqual(
          verdicts[0] === 'error' ? ['error', 'error'] : ['allowed', expect.stringMatching(/Deny$/)],
        );
      }),
      { numRuns: runs(1200) },
    );
  });

  it('with policy variables', () => {
    let undecided = 0;
    fc.assert(
      fc.property(policyWithVariables, policyWithVariables, requests, (before, after, samples) => {
        const { newAccess } = compareExact([before], [after]);
        if (newAccess.kind === 'none') expect(contrary(before, after, samples)).toBeUndefined();
        if (newAccess.kind === 'undecided') undecided += 1;
        if (newAccess.kind !== 'some') return;
        expect(contrary(before, after, [newAccess.witness])).toBeDefined();
      }),
      { numRuns: runs(500) },
    );
    expect(undecided).toBeLessThan(runs(500) / 50);
  });

  it.each([
    ['resources and conditions', policyWithPlaceholders],
    ['actions and principals', policyWithOpenNames],
  ] as const)('with placeholders in %s: the answer is the same for every value of theirs', (_, policies) => {
    const values = fc.record({
      B: fc.constantFrom('a', 'b', 'ab', '2', 'true', '10.1.0.0/16', 'Get', 'et'),
      C: fc.constantFrom('a', 'x', 'a/b', 's3'),
      D: fc.constantFrom('111122223333', '444455556666'),
      E: fc.constantFrom('*', '111122223333', 'arn:aws:iam::111122223333:role/a', 'x'),
    });
    const counts = { none: 0, some: 0, undecided: 0 };
    fc.assert(
      fc.property(policies, policies, values, (before, after, given) => {
        const { newAccess } = compareExact([before], [after]);
        counts[newAccess.kind] += 1;
        const [old, now] = [before, after].map((document) =>
          JSON.parse(
            JSON.stringify(document).replaceAll(/<(\w)>/g, (_whole, name: keyof typeof given) => given[name]),
          ),
        );
        if (newAccess.kind === 'undecided') expect(newAccess.because.reason).toBe('missingValue');
        else expect(compareExact([old], [now]).newAccess.kind).toBe(newAccess.kind);
      }),
      { numRuns: runs(300) },
    );
    expect(Math.min(counts.none, counts.some)).toBeGreaterThan(runs(300) / 20);
  });
});

/** One statement that allows one action on everything, with a condition. */
const under = (Condition: unknown): PolicyDocument =>
  JSON.parse(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:Get', Resource: '*', Condition }],
    }),
  );

describe('a condition that takes its whole value from elsewhere', () => {
  it('is new access beside one value: the key of the variable can have another', () => {
    const [one, other] = [{ StringEquals: { 'k:t': 'a' } }, { StringEquals: { 'k:t': '${k:u}' } }].map(under);
    expect(compareExact([one!], [other!]).newAccess.kind).toBe('some');
  });

  it.each([
    [{ StringEquals: { 'k:t': 'a' } }, { StringEquals: { 'k:t': '<B>' } }],
    [{ StringLike: { 'k:t': 'a*' } }, { StringEquals: { 'k:t': '<B>' } }],
    [{ NumericLessThan: { 'k:n': '5' } }, { NumericLessThan: { 'k:n': '<B>' } }],
    [{ Null: { 'k:t': 'true' } }, { Null: { 'k:t': '<B>' } }],
    [{ Bool: { 'k:b': 'true' } }, { Bool: { 'k:b': '<B>' } }],
    [{ IpAddress: { 'k:i': '10.0.0.0/8' } }, { IpAddress: { 'k:i': '<B>' } }],
    [{ DateLessThan: { 'k:d': '2026-01-01' } }, { DateLessThan: { 'k:d': '<B>' } }],
    [{ NotIpAddress: { 'k:i': '<B>' } }, {}],
    [{ StringEquals: { 'tag/team': 'a' } }, { StringEquals: { 'tag/<B>': 'a' } }],
  ])('is not decided while it is missing: %j, then %j', (before, after) => {
    expect(compareExact([under(before)], [under(after)]).newAccess).toEqual({
      kind: 'undecided',
      because: { reason: 'missingValue', names: ['B'] },
    });
  });
});

describe('numbers and dates', () => {
  it.each([
    [{ NumericEquals: { 'k:n': '1' } }, { NumericEquals: { 'k:n': 1e21 } }],
    [{ NumericLessThan: { 'k:n': 1 } }, { NumericLessThan: { 'k:n': [2, 3] } }],
    [{ NumericLessThan: { 'k:n': 1e-7 } }, { NumericLessThan: { 'k:n': 2e-7 } }],
    [
      { DateLessThan: { 'k:d': '2026-01-01T00:00:00.0001Z' } },
      { DateLessThan: { 'k:d': '2026-01-01T00:00:00.0002Z' } },
    ],
    [
      { DateLessThan: { 'k:d': '2026-01-01T00:00:00.0000001Z' } },
      { DateLessThan: { 'k:d': '2026-01-01T00:00:00.0000002Z' } },
    ],
    [
      { DateLessThan: { 'k:d': '1960-01-01T00:00:00.1Z' } },
      { DateLessThan: { 'k:d': '1960-01-01T00:00:00.2Z' } },
    ],
  ])('are compared exactly: %j, then %j', (before, after) => {
    const { newAccess, removedAccess } = compareExact([under(before)], [under(after)]);
    expect([newAccess.kind, removedAccess.kind]).toEqual([
      'some',
      'NumericEquals' in before ? 'some' : 'none',
    ]);
  });
});

describe('what has not the shape of a policy', () => {
  const odd = [
    null,
    1,
    'x',
    true,
    [[]],
    [null],
    {},
    { AWS: null },
    { StringEquals: null },
    { Null: { k: null } },
  ];
  const elements = ['Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'Condition'];
  const documents = odd.flatMap((value): readonly unknown[] => [
    value,
    { Statement: value },
    { Version: value, Statement: [] },
    ...elements.map((name) => ({
      Statement: { Effect: 'Allow', Action: 's3:Get', Resource: '*', [name]: value },
    })),
  ]);

  it('is never thrown at, nor said to be nothing new where it cannot be read', () => {
    for (const read of documents) {
      const document = JSON.parse(JSON.stringify(read));
      expect(['none', 'some', 'undecided']).toContain(compareExact([], [document]).newAccess.kind);
    }
    const one = { Statement: [{ Effect: 'allow', Action: 's3:Get', Resource: '*' }] };
    expect(compareExact([], [JSON.parse(JSON.stringify(one))]).newAccess).toEqual({
      kind: 'undecided',
      because: { reason: 'malformed' },
    });
  });

  it('names operators as objects have properties', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const document = JSON.parse(JSON.stringify(under('X')).replace('"X"', `{"${name}":{"k":"a"}}`));
      expect(compareExact([], [document]).newAccess.kind).toBe('undecided');
    }
  });
});

describe('laws', () => {
  it('nothing is new in comparison with itself, with its statements in another order, or with one part of it', () => {
    fc.assert(
      fc.property(smallPolicy, smallPolicy, (one, other) => {
        const turned = { ...one, Statement: one.Statement.toReversed() };
        expect(compareExact([one], [turned])).toEqual({ newAccess: NONE, removedAccess: NONE });
        const allows = other.Statement.filter(({ Effect }) => Effect === 'Allow');
        expect(compareExact([one, { ...other, Statement: allows }], [one]).newAccess).toEqual(NONE);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    { Condition: { Null: { 'k:t': '<B>' } } },
    { Condition: { StringEquals: { 'tag/<B>': 'a', 'tag/team': 'b' } } },
    { Condition: { Bool: { 'k:b': '<B>' } } },
    { Principal: { AWS: '<B>' } },
    { Action: 's3:<B>', Principal: { AWS: 'arn:aws:iam::<B>:root' } },
    { Resource: '<B>' },
  ])('nothing is new in comparison with itself, whatever the values are that are missing: %j', (own) => {
    const [statement, other] = [{ ...under({}).Statement[0], ...own }, under({}).Statement[0]];
    const document: PolicyDocument = JSON.parse(JSON.stringify({ Statement: [statement] }));
    const more: PolicyDocument = JSON.parse(
      JSON.stringify({ Statement: [other, { ...statement, Sid: 'A' }] }),
    );
    expect(compareExact([document], [document])).toEqual({ newAccess: NONE, removedAccess: NONE });
    expect(compareExact([document], [more]).removedAccess).toEqual(NONE);
    const set = 'Principal' in own ? { identity: [], resource: document } : { identity: [document] };
    expect(compareLayers(set, set)).toEqual({ newAccess: NONE, removedAccess: NONE });
  });

  it('what is new from one to a second, and not from there to a third, is not new to the third', () => {
    fc.assert(
      fc.property(smallPolicy, smallPolicy, smallPolicy, (one, two, three) => {
        const kinds = [
          [one, two],
          [two, three],
          [one, three],
        ].map(([before, after]) => compareExact([before!], [after!]).newAccess.kind);
        if (kinds[0] === 'none' && kinds[1] === 'none') expect(kinds[2]).toBe('none');
      }),
      { numRuns: runs(300) },
    );
  });
});
