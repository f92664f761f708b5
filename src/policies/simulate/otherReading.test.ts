import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { byFields, patterns, plainly, resources } from '../language/testing/resourcePatternArbitraries.ts';
import { runsAsking } from '../testing/effort.ts';
import type { OtherReading, Verdict } from './decision.ts';
import { isAllowed } from './otherReading.ts';
import type { Layer, PolicySet } from './policySet.ts';
import { simulate } from './simulate.ts';

const ENDPOINT = 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod-a';
const SHORT = 'arn:aws:sagemaker:*:endpoint/prod-*';
const call = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 'sagemaker:DeleteEndpoint',
  resource: { arn: ENDPOINT },
  context: {},
};
const doc = (...Statement: readonly Partial<Statement>[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: Statement.map((own) => ({ Effect: 'Allow', Action: 'sagemaker:*', ...own })),
});
const all = doc({ Resource: '*' });
const allow = doc({ Resource: SHORT });
const deny = doc({ Resource: '*' }, { Effect: 'Deny', Resource: SHORT });

type Row = [title: string, policies: PolicySet, verdict: Verdict, other: Verdict | undefined, layer?: Layer];
const rows: readonly Row[] = [
  ['a Deny of an identity policy', { identity: [deny] }, 'allowed', 'explicitDeny', 'identity'],
  ['an Allow of an identity policy', { identity: [allow] }, 'implicitDeny', 'allowed', 'identity'],
  [
    'a boundary',
    { identity: [all], permissionsBoundary: [allow] },
    'implicitDeny',
    'allowed',
    'permissionsBoundary',
  ],
  [
    'a session policy',
    { identity: [all], session: [doc({ Resource: '*:endpoint/prod-*' })] },
    'implicitDeny',
    'allowed',
    'session',
  ],
  [
    'one level of SCPs',
    { identity: [all], serviceControl: [[all], [allow]] },
    'implicitDeny',
    'allowed',
    'serviceControl',
  ],
  [
    'a Deny of an SCP',
    { identity: [all], serviceControl: [[deny]] },
    'allowed',
    'explicitDeny',
    'serviceControl',
  ],
  [
    'an RCP',
    { identity: [all], resourceControl: [[doc({ Effect: 'Deny', Principal: '*', Resource: SHORT })]] },
    'allowed',
    'explicitDeny',
    'resourceControl',
  ],
  [
    'an endpoint policy',
    { identity: [all], vpcEndpoint: [doc({ Principal: '*', Resource: SHORT })] },
    'implicitDeny',
    'allowed',
    'vpcEndpoint',
  ],
  [
    'a resource policy',
    { identity: [], resource: doc({ Principal: '*', Resource: SHORT }) },
    'implicitDeny',
    'allowed',
    'resource',
  ],
  [
    'NotResource of an Allow',
    { identity: [doc({ NotResource: SHORT })] },
    'allowed',
    'implicitDeny',
    'identity',
  ],
  [
    'NotResource of a Deny',
    { identity: [all, doc({ Effect: 'Deny', NotResource: SHORT })] },
    'explicitDeny',
    'allowed',
    'identity',
  ],
  [
    'a Deny where nothing allows',
    { identity: [doc({ Effect: 'Deny', Resource: SHORT })] },
    'implicitDeny',
    'explicitDeny',
    'identity',
  ],
  [
    'a variable',
    { identity: [doc({ Resource: "arn:aws:sagemaker:*:endpoint/${aws:username, 'prod'}-*" })] },
    'implicitDeny',
    'allowed',
    'identity',
  ],
  ['another Allow on everything', { identity: [allow, all] }, 'allowed', undefined],
  [
    'another Deny on everything',
    { identity: [deny, doc({ Effect: 'Deny', Resource: '*' })] },
    'explicitDeny',
    undefined,
  ],
  [
    'another action',
    { identity: [all, doc({ Effect: 'Deny', Action: 's3:*', Resource: SHORT })] },
    'allowed',
    undefined,
  ],
  [
    'a condition that does not hold',
    {
      identity: [
        all,
        doc({ Effect: 'Deny', Resource: SHORT, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ],
    },
    'allowed',
    undefined,
  ],
  [
    'another name',
    { identity: [all, doc({ Effect: 'Deny', Resource: `${SHORT}/x` })] },
    'allowed',
    undefined,
  ],
  [
    'six fields',
    { identity: [doc({ Resource: 'arn:aws:sagemaker:*:*:endpoint/prod-*' })] },
    'allowed',
    undefined,
  ],
  ['six fields, misplaced', { identity: [doc({ Resource: `${SHORT}:*` })] }, 'implicitDeny', undefined],
  [
    'a pattern that is completed',
    { identity: [doc({ Resource: 'arn:aws:sagemaker' })] },
    'allowed',
    undefined,
  ],
  [
    'a pattern that ends with *',
    { identity: [doc({ Resource: 'arn:aws:sagemaker:*' })] },
    'allowed',
    undefined,
  ],
  [
    'an action pattern',
    { identity: [doc({ Action: 'sage*:Delete*', Resource: '*' })] },
    'allowed',
    undefined,
  ],
  [
    'ARNs in conditions, which are documented',
    {
      identity: [
        doc({ Resource: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam:*:user/*' } } }),
      ],
    },
    'implicitDeny',
    undefined,
  ],
];

describe('the other reading of a pattern with fewer than six fields', () => {
  it.each(rows)('%s', (_title, policies, verdict, other, layer) => {
    const decision = simulate(
      { ...call, context: { 'aws:PrincipalArn': call.principal, 'aws:SecureTransport': 'true' } },
      policies,
    );
    expect([decision.verdict, decision.otherReading?.verdict]).toEqual([verdict, other]);
    expect(decision.otherReading?.patterns.map((found) => found.layer)).toEqual(layer && [layer]);
  });

  it('names the statement and the pattern, as plain data', () => {
    const { otherReading } = simulate(call, { identity: [all, deny] });
    const expected: OtherReading = {
      verdict: 'explicitDeny',
      patterns: [{ layer: 'identity', statement: '1/1', pattern: SHORT }],
    };
    expect(structuredClone(otherReading)).toEqual(expected);
  });

  it('leaves open whether the request is allowed, unless both readings agree', () => {
    expect(isAllowed(simulate(call, { identity: [deny] }))).toBe(undefined);
    expect(isAllowed(simulate(call, { identity: [allow] }))).toBe(undefined);
    expect(isAllowed(simulate(call, { identity: [doc({ Effect: 'Deny', Resource: SHORT })] }))).toBe(false);
    expect(isAllowed(simulate(call, { identity: [all] }))).toBe(true);
    expect(isAllowed({ verdict: 'unknown' })).toBe(undefined);
    expect(isAllowed({ verdict: 'error' })).toBe(undefined);
  });

  it('stays beside keys that were not given', () => {
    const depends = doc(
      { Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      { Effect: 'Deny', Resource: SHORT },
    );
    const { verdict, otherReading, dependsOn } = simulate(
      call,
      { identity: [depends] },
      { missingKeys: 'unknown' },
    );
    expect([verdict, otherReading?.verdict]).toEqual(['unknown', 'explicitDeny']);
    expect(
      dependsOn[0]?.branches.map((branch) => [branch.value, branch.verdict, branch.otherReading?.verdict]),
    ).toEqual([
      [undefined, 'implicitDeny', 'explicitDeny'],
      ['true', 'allowed', 'explicitDeny'],
      ['false', 'implicitDeny', 'explicitDeny'],
    ]);
  });
});

type Rule = {
  readonly Effect: 'Allow' | 'Deny';
  readonly patterns: readonly string[];
  readonly except: boolean;
};
const rule: fc.Arbitrary<Rule> = fc.record({
  Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
  patterns: fc.array(patterns, { minLength: 1, maxLength: 2 }),
  except: fc.nat(5).map((number) => number === 0),
});
const someRules = fc.array(rule, { minLength: 1, maxLength: 3 });
const layer = fc.option(someRules, { nil: undefined, freq: 1 });
const set = fc.record({
  identity: someRules,
  permissionsBoundary: layer,
  serviceControl: layer,
  vpcEndpoint: layer,
  resource: layer,
});

const written = (rules: readonly Rule[], principal?: '*'): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: rules.map(({ Effect, patterns: list, except }) => ({
    Effect,
    Action: 'sagemaker:*',
    ...(principal && { Principal: principal }),
    [except ? 'NotResource' : 'Resource']: list,
  })),
});

/** The rules of evaluation once more, for a user of the resource's account. */
function expected(
  {
    identity,
    permissionsBoundary: boundary,
    serviceControl,
    vpcEndpoint,
    resource,
  }: Record<string, readonly Rule[] | undefined>,
  matches: (pattern: string) => boolean,
): Verdict {
  const applies = (own: Rule) => own.patterns.some(matches) !== own.except;
  const says = (rules: readonly Rule[] | undefined, effect: Rule['Effect']) =>
    (rules ?? []).some((own) => own.Effect === effect && applies(own));
  const allows = (rules: readonly Rule[] | undefined) => rules === undefined || says(rules, 'Allow');
  const layers = [identity, boundary, serviceControl, vpcEndpoint, resource];
  if (layers.some((rules) => says(rules, 'Deny'))) return 'explicitDeny';
  const granted = says(resource, 'Allow') || (says(identity, 'Allow') && allows(boundary));
  return granted && allows(serviceControl) && allows(vpcEndpoint) ? 'allowed' : 'implicitDeny';
}

it('both verdicts are those of the rule, whatever the patterns and layers', () => {
  fc.assert(
    fc.property(set, resources, (rules, arn) => {
      const policies: PolicySet = {
        identity: [written(rules.identity)],
        ...(rules.permissionsBoundary && { permissionsBoundary: [written(rules.permissionsBoundary)] }),
        ...(rules.serviceControl && { serviceControl: [[written(rules.serviceControl)]] }),
        ...(rules.vpcEndpoint && { vpcEndpoint: [written(rules.vpcEndpoint, '*')] }),
        ...(rules.resource && { resource: written(rules.resource, '*') }),
      };
      const request = { ...call, resource: { arn, accountId: '111122223333' } };
      const decision = simulate(request, policies);
      const fields = expected(rules, (pattern) => byFields(pattern, arn));
      const plain = expected(rules, (pattern) => plainly(pattern, arn));
      expect(decision.verdict).toBe(fields);
      expect(decision.otherReading?.verdict).toBe(plain === fields ? undefined : plain);
    }),
    { numRuns: runsAsking('bothReadings', 1) },
  );
});
