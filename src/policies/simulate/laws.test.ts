import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operatorNames } from '../checks/operator.ts';
import type { PolicyDocument, Statement } from '../document.ts';
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
const request: fc.Arbitrary<AccessRequest> = fc.record({
  principal: fc.constant('arn:aws:iam::111122223333:user/ana'),
  action: fc.constantFrom(...actions),
  resource: fc.record({ arn: fc.constantFrom(...resources) }),
  context: fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { maxLength: 2 })),
  ),
});
const flipped = (policies: readonly PolicyDocument[], Effect: Statement['Effect']) =>
  policies.map((policy) => ({
    ...policy,
    Statement: policy.Statement.filter((own) => own.Effect === Effect),
  }));
const verdict = (call: AccessRequest, identity: readonly PolicyDocument[]) =>
  simulate(call, { identity }).verdict;

describe('laws of evaluation', () => {
  it('an Allow never takes away, a Deny never gives', () => {
    fc.assert(
      fc.property(request, documents, documents, (call, policies, more) => {
        const before = verdict(call, policies);
        const allowing = verdict(call, [...policies, ...flipped(more, 'Allow')]);
        const denying = verdict(call, [...policies, ...flipped(more, 'Deny')]);
        if (before === 'allowed') expect(allowing).toBe('allowed');
        if (before !== 'allowed') expect(denying).not.toBe('allowed');
      }),
      { numRuns: 1000 },
    );
  });

  it('the order of documents and statements does not count', () => {
    fc.assert(
      fc.property(request, documents, (call, policies) => {
        const turned = policies
          .map((policy) => ({ ...policy, Statement: policy.Statement.toReversed() }))
          .toReversed();
        expect(verdict(call, turned)).toBe(verdict(call, policies));
      }),
      { numRuns: 1000 },
    );
  });

  it('a boundary, session policy or organization only takes away', () => {
    fc.assert(
      fc.property(request, documents, documents, (call, identity, limit) => {
        fc.pre(limit.length > 0);
        const before = verdict(call, identity);
        for (const policies of [
          { permissionsBoundary: limit },
          { session: limit },
          { serviceControl: [limit] },
        ]) {
          const after = simulate(call, { identity, ...policies }).verdict;
          if (before !== 'allowed') expect(after).not.toBe('allowed');
          if (before === 'explicitDeny') expect(after).toBe('explicitDeny');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('what is certain without some keys stays so, whatever their values are', () => {
    fc.assert(
      fc.property(request, documents, fc.subarray(keys), (call, identity, left) => {
        const given = Object.fromEntries(Object.entries(call.context).filter(([key]) => left.includes(key)));
        const prepared = prepare({ identity });
        const certain = prepared.simulate({ ...call, context: given }, { missingKeys: 'unknown' }).verdict;
        const actual = prepared.simulate({ ...call, context: { ...call.context, ...given } }).verdict;
        if (certain === 'allowed' || certain === 'explicitDeny') expect(actual).toBe(certain);
        if (certain === 'implicitDeny') expect(actual).not.toBe('allowed');
      }),
      { numRuns: 3000 },
    );
  });

  it('an implicit deny names what lacks, and the miss really fails', () => {
    fc.assert(
      fc.property(request, documents, (call, identity) => {
        const decision = simulate(call, { identity });
        const lacks = decision.verdict === 'implicitDeny';
        expect(decision.lacking).toEqual(lacks ? [{ layer: 'identity' }] : []);
        for (const { failures } of decision.nearestMisses) expect(failures.length).toBeGreaterThan(0);
        const counts = decision.nearestMisses.map(({ failures }) => failures.length);
        expect(counts).toEqual(counts.toSorted((one, other) => one - other));
      }),
      { numRuns: 1000 },
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
      { numRuns: 500 },
    );
  });

  it('never throws on what only looks like policies, and says what is wrong', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.anything({ withSparseArray: true, withNullPrototype: true }));
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
      request,
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
      { numRuns: 2000 },
    );
  });
});
