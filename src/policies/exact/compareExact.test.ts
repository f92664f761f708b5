import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../language/policy.ts';
import { simulate } from '../simulate/simulate.ts';
import { compareExact } from './compareExact.ts';
import { type ExactRequest, isAllowedInReplay } from './replay/replay.ts';
import {
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
      { numRuns: runs(2000) },
    );
  });

  it('with policy variables', () => {
    let undecided = 0;
    fc.assert(
      fc.property(policyWithVariables, policyWithVariables, requests, (before, after, samples) => {
        const { newAccess } = compareExact([before], [after]);
        if (newAccess.kind === 'none') expect(contrary(before, after, samples)).toBeUndefined();
        if (newAccess.kind === 'some') expect(contrary(before, after, [newAccess.witness])).toBeDefined();
        if (newAccess.kind === 'undecided') undecided += 1;
      }),
      { numRuns: runs(800) },
    );
    expect(undecided).toBeLessThan(runs(800) / 50);
  });

  it('with placeholders: the answer is the same for every value of theirs', () => {
    const values = fc.tuple(fc.constantFrom('a', 'b', 'ab'), fc.constantFrom('a', 'x', 'a/b'));
    fc.assert(
      fc.property(policyWithPlaceholders, policyWithPlaceholders, values, (before, after, [b, c]) => {
        const { newAccess } = compareExact([before], [after]);
        const [old, now] = [before, after].map((document) =>
          JSON.parse(JSON.stringify(document).replaceAll('<B>', b).replaceAll('<C>', c)),
        );
        if (newAccess.kind === 'undecided') expect(newAccess.because.reason).toBe('missingValue');
        else expect(compareExact([old], [now]).newAccess.kind).toBe(newAccess.kind);
      }),
      { numRuns: runs(800) },
    );
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
