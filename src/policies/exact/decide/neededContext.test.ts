import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { runs } from '../../testing/effort.ts';
import { compareExact } from '../compareExact.ts';
import { type ExactRequest, isAllowedInReplay } from '../replay/replay.ts';
import { shorterThan } from '../testing/shorterRequests.ts';
import { policyWithVariables, smallPolicy, smallRequest } from '../testing/smallPolicies.ts';
import { withoutNeedless } from './witness.ts';

const isNew = (before: PolicyDocument, after: PolicyDocument) => (request: ExactRequest) =>
  isAllowedInReplay([after], request, 'fields') === true &&
  isAllowedInReplay([before], request, 'fields') === false;

/** The request with one more of the keys that another has. */
const withEachOf = (request: ExactRequest, whole: ExactRequest): readonly ExactRequest[] =>
  Object.entries(whole.context)
    .filter(([key]) => request.context[key] === undefined)
    .map(([key, values]) => ({ ...request, context: { ...request.context, [key]: values } }));

it('law: what is left is as asked with each key that was left out, and nothing shorter is', () => {
  let shortened = 0;
  const policies = fc.oneof(smallPolicy, policyWithVariables);
  const requests = fc.array(smallRequest, { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(policies, policies, requests, (before, after, samples) => {
      const isAsAsked = isNew(before, after);
      for (const request of samples.filter(isAsAsked)) {
        const left = withoutNeedless(request, isAsAsked);
        expect([left, ...withEachOf(left, request)].filter((one) => !isAsAsked(one))).toEqual([]);
        const shorter = shorterThan(left).filter((one) =>
          [one, ...withEachOf(one, request)].every(isAsAsked),
        );
        expect(shorter).toEqual([]);
        if (left !== request) shortened += 1;
      }
    }),
    { numRuns: runs(1000) },
  );
  expect(shortened).toBeGreaterThan(runs(1000) / 20);
});

it('a request doesn’t depend on the absence of a key that every request has', () => {
  const allow = (Condition: Statement['Condition']): Statement => ({
    Effect: 'Allow',
    Action: 's3:Get',
    Resource: '*',
    ...(Condition && { Condition }),
  });
  const after: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      allow({ StringEquals: { 'aws:username': 'a' }, Bool: { 'aws:SecureTransport': 'true' } }),
      allow({ Null: { 'aws:SecureTransport': 'true' } }),
    ],
  };
  const { newAccess } = compareExact([], [after]);
  if (newAccess.kind !== 'some') throw new Error('not found');
  const { witness } = newAccess;
  const overTls = { ...witness, context: { ...witness.context, 'aws:SecureTransport': ['true'] } };
  expect(isAllowedInReplay([after], overTls, 'fields')).toBe(true);
});
