import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { prepare } from '../../simulate/prepare.ts';
import type { PreparedPolicySet, SimulateOptions } from '../../simulate/preparedPolicySet.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { runs, runsAsking } from '../../testing/effort.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { layeredRequest, pairOfSets, pairOfSetsWithVariables } from '../testing/policySets.ts';
import type { Reading } from '../texts/textPattern.ts';
import { isAllowedInReplay } from '../replay/replay.ts';
import { smallPolicy } from '../testing/smallPolicies.ts';
import { compareLayers, isAccessPossibleInLayers } from './compareLayers.ts';
import { accessRequestOf } from './replayInLayers.ts';
import type { LayersOptions } from './layersQuestion.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
}, 60_000);

const EVERYONE: LayersOptions = {
  callers: [
    'role',
    'session',
    'user',
    'federatedUser',
    'root',
    'serviceLinked',
    'service',
    'federated',
    'anonymous',
  ],
};

/** The first request that one set allows and the other does not. */
function contrary(
  before: PolicySet,
  after: PolicySet,
  samples: readonly AccessRequest[],
  reading: Reading = 'fields',
  options: SimulateOptions = {},
): AccessRequest | undefined {
  const [old, now] = [prepare(before), prepare(after)];
  const verdict = (set: PreparedPolicySet, request: AccessRequest) => {
    const decision = set.verdict(request, options);
    return reading === 'plain' ? (decision.otherReading?.verdict ?? decision.verdict) : decision.verdict;
  };
  return samples.find(
    (request) => verdict(now, request) === 'allowed' && verdict(old, request) !== 'allowed',
  );
}

const NONE = { kind: 'none', proven: true };
const EACH = 40;
const requests = fc.array(layeredRequest, { minLength: EACH, maxLength: EACH });

describe('the answer holds for every request that the simulator takes', () => {
  it.each([
    ['without policy variables', pairOfSets, 'without', 0],
    ['with policy variables', pairOfSetsWithVariables, 'without', 0.02],
    ['with AWS’s data', pairOfSets, 'with', 0.002],
  ] as const)(
    'nothing is new where it is proven, and a request that is new is: %s',
    (_, pairs, data, most) => {
      const counts = { none: 0, some: 0, undecided: 0, met: 0, of: 0 };
      const options = data === 'with' ? { catalog } : {};
      fc.assert(
        fc.property(pairs, requests, ([before, after], samples) => {
          const { newAccess } = compareLayers(before, after, { ...EVERYONE, ...options });
          const of = (calls: readonly AccessRequest[]) => contrary(before, after, calls, 'fields', options);
          const found = of(samples);
          counts[newAccess.kind] += 1;
          counts.of += 1;
          if (found) counts.met += 1;
          if (newAccess.kind === 'none') expect(found).toBeUndefined();
          if (newAccess.kind !== 'some') return;
          expect(of([accessRequestOf(newAccess.witness)])).toBeDefined();
        }),
        { numRuns: runsAsking('layers', EACH) },
      );
      expect(counts.undecided).toBeLessThanOrEqual(counts.of * most);
      expect(counts.met).toBeGreaterThan(counts.of / 50);
    },
  );

  it('also for the evaluator that knows no layers, where identity policies are all there is', () => {
    let replayed = 0;
    fc.assert(
      fc.property(smallPolicy, smallPolicy, (before, after) => {
        const { newAccess } = compareLayers(role(before.Statement), role(after.Statement));
        if (newAccess.kind !== 'some') return;
        const { witness } = newAccess;
        // To it, an empty text is no value, and any text may be as an ARN is.
        if (Object.entries(witness.context).some(([key, values]) => values.includes('') || key === 'k:a'))
          return;
        replayed += 1;
        expect(isAllowedInReplay([after], witness, 'fields')).toBe(true);
        expect(isAllowedInReplay([before], witness, 'fields')).toBe(false);
      }),
      { numRuns: runs(500) },
    );
    expect(replayed).toBeGreaterThan(runs(500) / 5);
  });

  it('where a star may reach beyond its field as well', () => {
    fc.assert(
      fc.property(pairOfSets, requests, ([before, after], samples) => {
        const { newAccess } = compareLayers(before, after, { ...EVERYONE, reading: 'plain' });
        if (newAccess.kind === 'none') expect(contrary(before, after, samples, 'plain')).toBeUndefined();
        expect(newAccess.kind).not.toBe('undecided');
      }),
      { numRuns: runsAsking('layers', EACH) },
    );
  });

  it('a question about one set: nothing of it is allowed where that is proven', () => {
    const questions = fc.record({
      actions: fc.constantFrom(['s3:Get*'], ['*'], ['kms:*', 'sts:*']),
      resources: fc.constantFrom(['*'], ['arn:aws:s3:::a*'], ['arn:aws:iam::*:role/*']),
      condition: fc.constantFrom(undefined, { StringEquals: { 'k:t': 'a' } }, { Null: { 'k:n': 'true' } }),
    });
    fc.assert(
      fc.property(pairOfSets, questions, requests, ([set], { condition, ...rest }, samples) => {
        const question = condition ? { ...rest, condition } : rest;
        const answer = isAccessPossibleInLayers(set, question, EVERYONE);
        expect(answer.kind).not.toBe('undecided');
        const asked: PolicySet = {
          identity: [],
          resource: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: '*',
                Action: rest.actions,
                Resource: rest.resources,
                ...(condition ? { Condition: condition } : {}),
              },
            ],
          },
        };
        const prepared = prepare(asked);
        const isAsked = (request: AccessRequest) =>
          prepared.verdict({ ...request, principal: 'ec2.amazonaws.com' }).verdict === 'allowed';
        if (answer.kind === 'none')
          expect(contrary({ identity: [] }, set, samples.filter(isAsked))).toBeUndefined();
      }),
      { numRuns: runsAsking('layers', EACH) },
    );
  });
});

const role = (Statement: readonly Statement[]): PolicySet => ({
  identity: [{ Version: '2012-10-17', Statement }],
});
const allow = (Action: string, Resource = '*'): Statement => ({ Effect: 'Allow', Action, Resource });
const ALL: PolicyDocument = { Version: '2012-10-17', Statement: [allow('*')] };

describe('layers', () => {
  const wide = role([allow('s3:*'), allow('ec2:Run')]);
  const boundary = role([allow('s3:Get*')]).identity;
  const denied: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [allow('*'), { Effect: 'Deny', Action: 's3:Put*', Resource: '*' }],
  };

  it('a wider identity policy under a boundary is no new access', () => {
    const before = { ...role([allow('s3:Get*')]), permissionsBoundary: boundary };
    const { newAccess, removedAccess } = compareLayers(before, { ...wide, permissionsBoundary: boundary });
    expect([newAccess, removedAccess]).toEqual([NONE, NONE]);
  });

  it('an organization that denies removes access, and a boundary that does not allow', () => {
    const limited = { ...wide, serviceControl: [[ALL], [denied]] };
    expect(compareLayers(wide, limited)).toMatchObject({
      newAccess: NONE,
      removedAccess: { kind: 'some', witness: { action: expect.stringMatching(/^s3:Put/i) } },
    });
    expect(compareLayers(wide, { ...wide, permissionsBoundary: boundary }).removedAccess.kind).toBe('some');
  });

  it('a role is not taken without the consent of its trust policy', () => {
    const set = role([allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/next')]);
    const question = { actions: ['sts:AssumeRole'] };
    expect(isAccessPossibleInLayers(set, question)).toEqual(NONE);
    const trust: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
    };
    expect(isAccessPossibleInLayers({ ...set, resource: trust }, question).kind).toBe('some');
    expect(isAccessPossibleInLayers({ identity: [], resource: trust }, question)).toEqual(NONE);
  });

  it('who calls can be asked for', () => {
    const trust: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    };
    const set = { identity: [], resource: trust };
    const possible = (principals: readonly string[]) =>
      isAccessPossibleInLayers(set, {}, { principals }).kind;
    expect(possible(['sagemaker.amazonaws.com'])).toBe('some');
    expect(possible(['ec2.amazonaws.com', '*'])).toBe('none');
    expect(possible(['ec2.amazonaws.com', 'nobody'])).toBe('undecided');
    expect(
      isAccessPossibleInLayers(set, {}, { principals: ['arn:aws:iam::<ACCOUNT_ID>:role/a'] }),
    ).toMatchObject({ because: { reason: 'missingValue', names: ['ACCOUNT_ID'] } });
  });

  it.each([
    ['account', { AWS: '111122223333' }],
    ['role', { AWS: 'arn:aws:iam::111122223333:role/example' }],
    ['accounts', { AWS: ['111122223333', '444455556666', '777788889999', '222233334444', '100000000000'] }],
    ['service', { Service: ['example.amazonaws.com', 'cognito-identity.amazonaws.com'] }],
  ] as const)('a Deny of one %s leaves every other', (_, Principal) => {
    const resource: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 's3:Get', Resource: '*' },
        { Effect: 'Deny', Principal, Action: '*', Resource: '*' },
      ],
    };
    const callers = 'Service' in Principal ? (['service'] as const) : (['user', 'role'] as const);
    expect(isAccessPossibleInLayers({ identity: [], resource }, {}, { callers }).kind).toBe('some');
  });

  it('what the simulator does not take is not decided', () => {
    const session = {
      ...wide,
      session: [{ Version: '2012-10-17' as const, Statement: [allow('s3:*', 'arn:aws:s3')] }],
    };
    expect(compareLayers(wide, session).newAccess).toEqual({
      kind: 'undecided',
      because: { reason: 'malformed' },
    });
    for (const odd of [null, 1, 'x', [], {}, { identity: [null] }, { identity: [], resource: 'x' }]) {
      const set: PolicySet = JSON.parse(JSON.stringify(odd));
      expect(compareLayers(set, wide).newAccess.kind).toBe('undecided');
      expect(isAccessPossibleInLayers(set, {}).kind).toBe('undecided');
    }
  });
});
