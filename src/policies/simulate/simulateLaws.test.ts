import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operatorNames } from '../language/conditionOperator.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { runs, runsAsking } from '../testing/effort.ts';
import type { Decision } from './decision.ts';
import { prepare } from './prepare.ts';
import type { AccessRequest } from './request.ts';
import { simulate } from './simulate.ts';

const actions = ['s3:GetObject', 's3:PutObject', 'iam:PassRole', 'sagemaker:CreateTrainingJob'];
const resources = ['*', 'arn:aws:s3:::a', 'arn:aws:s3:::a/b', 'arn:aws:iam::111122223333:role/x'];
const values = ['a', 'b', 'true', '5', '10.0.0.1', '2026-01-01', 'arn:aws:s3:::a', ''];
const keys = ['aws:SourceVpc', 'aws:PrincipalTag/team', 'aws:TagKeys'];

const operators = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(...operatorNames),
    fc.boolean(),
  )
  .map(
    ([qualifier, name, ifExists]) => `${qualifier}${name}${ifExists && name !== 'Null' ? 'IfExists' : ''}`,
  );
const listOf = (...from: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 3 });
const condition = fc.dictionary(
  operators,
  fc.dictionary(fc.constantFrom(...keys), listOf(...values, '${aws:PrincipalTag/team}', 'a*'), {
    maxKeys: 2,
  }),
  { maxKeys: 2 },
);

const statement: fc.Arbitrary<Statement> = fc.record({
  Effect: fc.constantFrom('Allow' as const, 'Deny' as const),
  Action: listOf(...actions, '*', 's3:*', 'iam:Pass*'),
  Resource: listOf(...resources, 'arn:aws:s3:::a*', 'arn:aws:s3:::${aws:PrincipalTag/team}'),
  Condition: condition,
});
const documents = fc.array(
  fc
    .array(statement, { maxLength: 3 })
    .map((Statement): PolicyDocument => ({ Version: '2012-10-17', Statement })),
  { maxLength: 2 },
);
const context = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { maxLength: 2 })),
);
/** Every action on every resource. */
const requests = context.map((context) =>
  actions.flatMap((action) =>
    resources.map(
      (arn): AccessRequest => ({
        principal: 'arn:aws:iam::111122223333:user/ana',
        action,
        resource: { arn },
        context,
      }),
    ),
  ),
);
const each = actions.length * resources.length;
const flipped = (policies: readonly PolicyDocument[], Effect: Statement['Effect']) =>
  policies.map((policy) => ({
    ...policy,
    Statement: policy.Statement.filter((own) => own.Effect === Effect),
  }));
/** What each of the requests gets. */
const verdicts = (calls: readonly AccessRequest[], identity: readonly PolicyDocument[]) => {
  const prepared = prepare({ identity });
  return calls.map((call) => prepared.simulate(call).verdict);
};

describe('laws of evaluation', () => {
  it('an Allow never takes away, a Deny never gives', () => {
    fc.assert(
      fc.property(requests, documents, documents, (calls, policies, more) => {
        const before = verdicts(calls, policies);
        const allowing = verdicts(calls, [...policies, ...flipped(more, 'Allow')]);
        const denying = verdicts(calls, [...policies, ...flipped(more, 'Deny')]);
        const taken = calls.filter(
          (_, index) => before[index] === 'allowed' && allowing[index] !== 'allowed',
        );
        const given = calls.filter((_, index) => before[index] !== 'allowed' && denying[index] === 'allowed');
        expect({ taken, given }).toEqual({ taken: [], given: [] });
      }),
      { numRuns: runsAsking('allowsAndDenials', each) },
    );
  });

  it('the order of documents and statements does not count', () => {
    fc.assert(
      fc.property(requests, documents, (calls, policies) => {
        const turned = policies
          .map((policy) => ({ ...policy, Statement: policy.Statement.toReversed() }))
          .toReversed();
        expect(verdicts(calls, turned)).toEqual(verdicts(calls, policies));
      }),
      { numRuns: runsAsking('order', each) },
    );
  });

  it('a boundary, session policy or organization only takes away', () => {
    fc.assert(
      fc.property(requests, documents, documents, (calls, identity, limit) => {
        fc.pre(limit.length > 0);
        const before = verdicts(calls, identity);
        for (const policies of [
          { permissionsBoundary: limit },
          { session: limit },
          { serviceControl: [limit] },
        ]) {
          const limited = prepare({ identity, ...policies });
          const given = calls.filter((call, index) => {
            const after = limited.simulate(call).verdict;
            return before[index] === 'explicitDeny'
              ? after !== 'explicitDeny'
              : before[index] !== 'allowed' && after === 'allowed';
          });
          expect(given).toEqual([]);
        }
      }),
      { numRuns: runsAsking('limits', each) },
    );
  });

  it('what is certain without some keys stays so, whatever their values are', () => {
    fc.assert(
      fc.property(requests, documents, fc.subarray(keys), (calls, identity, left) => {
        const prepared = prepare({ identity });
        const wrong = calls.filter((call) => {
          const context = Object.fromEntries(
            Object.entries(call.context).filter(([key]) => left.includes(key)),
          );
          const certain = prepared.simulate({ ...call, context }, { missingKeys: 'unknown' }).verdict;
          const actual = prepared.simulate(call).verdict;
          return certain === 'allowed' || certain === 'explicitDeny'
            ? actual !== certain
            : certain === 'implicitDeny' && actual === 'allowed';
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: runsAsking('missingKeys', each) },
    );
  });

  it('an implicit deny names what lacks, and the miss really fails', () => {
    fc.assert(
      fc.property(requests, documents, (calls, identity) => {
        const prepared = prepare({ identity });
        const wrong = calls.filter((call) => {
          const { verdict, lacking, nearestMisses } = prepared.simulate(call);
          const lacks = lacking.map(({ layer }) => layer).join(' ');
          const counts = nearestMisses.map(({ failures }) => failures.length);
          const sorted = counts.every((count, index) => count >= Math.max(1, counts[index - 1] ?? 1));
          return lacks !== (verdict === 'implicitDeny' ? 'identity' : '') || !sorted;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: runsAsking('misses', each) },
    );
  });

  it('a decision is plain data, and its verdict the one that comes without grounds', () => {
    fc.assert(
      fc.property(
        documents,
        requests,
        fc.constantFrom('absent' as const, 'unknown' as const),
        (identity, asked, missingKeys) => {
          const prepared = prepare({ identity });
          for (const request of asked) {
            const decision = prepared.simulate(request, { missingKeys });
            expect(structuredClone(decision)).toEqual(decision);
            const { verdict, otherReading, errors } = decision;
            expect(prepared.verdict(request, { missingKeys })).toEqual({ verdict, otherReading, errors });
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('never throws, whatever it is handed', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (call, policies) => {
        const untyped = {
          call: JSON.parse(JSON.stringify(call ?? null) ?? 'null'),
          policies: JSON.parse(JSON.stringify(policies ?? null) ?? 'null'),
        };
        expect(simulate(untyped.call, { identity: [untyped.policies] }).verdict).toBe('error');
      }),
      { numRuns: runs(500) },
    );
  });

  it('never throws on what only looks like policies, and says what is wrong', () => {
    const small = { maxDepth: 2, maxKeys: 3 };
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.anything({ ...small, withSparseArray: true, withNullPrototype: true }),
    );
    const policy = fc.record(
      {
        Version: odd,
        Statement: fc.oneof(
          odd,
          fc.array(
            fc.record(
              { Effect: odd, Action: odd, Resource: odd, Condition: odd, Principal: odd },
              { requiredKeys: [] },
            ),
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const layer = fc.oneof(odd, fc.array(policy));
    const set = fc.record(
      {
        identity: layer,
        permissionsBoundary: layer,
        serviceControl: layer,
        resource: fc.oneof(odd, policy),
        vpcEndpoint: layer,
      },
      { requiredKeys: [] },
    );
    const call = fc.oneof(
      requests.map(([request]) => request),
      odd,
      fc.record({ principal: odd, action: odd, resource: odd, context: odd }),
    );
    fc.assert(
      fc.property(set, call, (policies, asked) => {
        const decision: Decision = Reflect.apply(simulate, undefined, [
          asked,
          policies,
          { missingKeys: 'unknown' },
        ]);
        expect(() => [
          decision.dependsOn,
          decision.nearestMisses,
          decision.layers,
          decision.deciding,
        ]).not.toThrow();
        expect(decision.errors.length > 0).toBe(decision.verdict === 'error');
      }),
      { numRuns: runs(500) },
    );
  });
});
