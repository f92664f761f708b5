import fc from 'fast-check';
import type { PolicyDocument, Principal, Statement } from '../../language/policy.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { policyWithVariables, smallPolicy, smallRequest } from './smallPolicies.ts';

/** Policies of all layers, and requests of every kind of caller, over so few texts that samples meet all cases. */

const ACCOUNT = '111122223333';
const OTHER = '999988887777';

export const principals = [
  `arn:aws:iam::${ACCOUNT}:role/example`,
  `arn:aws:iam::${ACCOUNT}:role/named`,
  `arn:aws:iam::${ACCOUNT}:role/path/named`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/named/one`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/named/two`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/other/one`,
  `arn:aws:iam::${ACCOUNT}:user/one`,
  `arn:aws:iam::${ACCOUNT}:user/two`,
  `arn:aws:sts::${ACCOUNT}:federated-user/one`,
  `arn:aws:iam::${ACCOUNT}:root`,
  ACCOUNT,
  `arn:aws-cn:iam::${ACCOUNT}:role/named`,
  `arn:aws:iam::${OTHER}:role/named`,
  `arn:aws:iam::${OTHER}:user/one`,
  `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForX/one`,
  'ec2.amazonaws.com',
  'sagemaker.amazonaws.com',
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  `arn:aws:iam::${ACCOUNT}:saml-provider/one`,
  '*',
];

const awsNames = [
  '*',
  ACCOUNT,
  OTHER,
  `arn:aws:iam::${ACCOUNT}:root`,
  `arn:aws-cn:iam::${ACCOUNT}:root`,
  `arn:aws:iam::${ACCOUNT}:role/named`,
  `arn:aws:iam::${ACCOUNT}:role/path/named`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/named/one`,
  `arn:aws:iam::${ACCOUNT}:user/one`,
  `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`,
];

const some = <Value>(of: readonly Value[]) =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 2 });

const principal: fc.Arbitrary<Principal> = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*' as const) },
  { weight: 3, arbitrary: some(awsNames).map((AWS) => ({ AWS })) },
  {
    weight: 1,
    arbitrary: some(['ec2.amazonaws.com', 'sagemaker.amazonaws.com']).map((Service) => ({ Service })),
  },
  {
    weight: 1,
    arbitrary: some([
      'cognito-identity.amazonaws.com',
      'accounts.google.com',
      `arn:aws:iam::${ACCOUNT}:saml-provider/one`,
    ]).map((Federated) => ({ Federated })),
  },
);

const ACTIONS = [
  'kms:Decrypt',
  'kms:*',
  'sts:AssumeRole',
  'sts:*',
  'sts:GetCallerIdentity',
  'sts:GetSessionToken',
  'sts:GetFederationToken',
  'kms:RetireGrant',
];
const RESOURCES = [
  `arn:aws:kms:r:${ACCOUNT}:key/a`,
  `arn:aws:kms:r:${ACCOUNT}:*`,
  `arn:aws:iam::${ACCOUNT}:role/named`,
  `arn:aws:iam::${ACCOUNT}:role/*`,
  `arn:aws:iam::${ACCOUNT}:role/aws-service-role/*`,
];

/** With actions on keys and roles in some of its statements. */
const withSpecial = (policies: fc.Arbitrary<PolicyDocument>): fc.Arbitrary<PolicyDocument> =>
  fc
    .tuple(
      policies,
      fc.option(fc.tuple(some(ACTIONS), some([...RESOURCES, '*'])), { nil: undefined, freq: 2 }),
    )
    .map(([policy, special]) =>
      special
        ? {
            ...policy,
            Statement: policy.Statement.map((one, at) => (at === 0 ? specialized(one, special) : one)),
          }
        : policy,
    );

function specialized(
  { Effect, NotAction, NotResource, Condition = {} }: Statement,
  [actions, resources]: readonly [readonly string[], readonly string[]],
): Statement {
  return {
    Effect,
    ...(NotAction ? { NotAction: actions } : { Action: actions }),
    ...(NotResource ? { NotResource: resources } : { Resource: resources }),
    Condition,
  };
}

/** Every statement with the ends of ARNs that session policies need, and that all others mean. */
const complete = (policy: PolicyDocument): PolicyDocument =>
  JSON.parse(JSON.stringify(policy).replaceAll('"arn:aws:s3"', '"arn:aws:s3:*:*:*"'));

const withPrincipals = (policies: fc.Arbitrary<PolicyDocument>): fc.Arbitrary<PolicyDocument> =>
  fc
    .tuple(policies, fc.array(fc.tuple(principal, fc.boolean()), { minLength: 3, maxLength: 3 }))
    .map(([policy, names]) => ({
      ...policy,
      Statement: policy.Statement.map((statement, at): Statement => {
        const [name, isExcept] = names[at] ?? ['*', false];
        return isExcept && name !== '*'
          ? { ...statement, NotPrincipal: name }
          : { ...statement, Principal: name };
      }),
    }));

const maybe = <Value>(of: fc.Arbitrary<Value>, freq: number) => fc.option(of, { nil: undefined, freq });
const ALL: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

const levels = (document: fc.Arbitrary<PolicyDocument>) =>
  fc.array(fc.array(fc.oneof(fc.constant(ALL), document), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 2,
  });

const setOf = (policies: fc.Arbitrary<PolicyDocument>): fc.Arbitrary<PolicySet> => {
  const document = withSpecial(policies);
  const list = fc.array(document, { minLength: 1, maxLength: 2 });
  const named = withPrincipals(document);
  return fc
    .record({
      identity: fc.array(document, { maxLength: 2 }),
      permissionsBoundary: maybe(list, 1),
      serviceControl: maybe(levels(document), 1),
      resourceControl: maybe(levels(named), 1),
      session: maybe(
        list.map((documents) => documents.map(complete)),
        1,
      ),
      resource: maybe(named, 2),
      vpcEndpoint: maybe(fc.array(named, { minLength: 1, maxLength: 2 }), 1),
    })
    .map((set) => JSON.parse(JSON.stringify(set)));
};

/** A set, and the same with one or two layers of another. */
const pairOf = (policies: fc.Arbitrary<PolicyDocument>): fc.Arbitrary<readonly [PolicySet, PolicySet]> =>
  fc
    .tuple(
      setOf(policies),
      setOf(policies),
      fc.subarray(
        [
          'identity',
          'permissionsBoundary',
          'serviceControl',
          'resourceControl',
          'session',
          'resource',
          'vpcEndpoint',
        ] as const,
        { minLength: 1 },
      ),
    )
    .map(([one, other, changed]) => [
      one,
      JSON.parse(
        JSON.stringify({ ...one, ...Object.fromEntries(changed.map((layer) => [layer, other[layer]])) }),
      ),
    ]);

export const pairOfSets = pairOf(smallPolicy);
export const pairOfSetsWithVariables = pairOf(policyWithVariables);

export const layeredRequest: fc.Arbitrary<AccessRequest> = fc
  .tuple(
    smallRequest,
    fc.constantFrom(...principals),
    fc.option(fc.constantFrom(ACCOUNT, OTHER), { nil: undefined }),
    fc.option(
      fc.tuple(
        fc.constantFrom(...ACTIONS.filter((action) => !action.includes('*'))),
        fc.constantFrom(...RESOURCES.map((text) => text.replace('*', 'x')), '*'),
      ),
      {
        nil: undefined,
        freq: 2,
      },
    ),
    fc.constantFrom<(values: readonly string[]) => string | readonly string[]>(
      (values) => values,
      (values) => values[0] ?? [],
      (values) => [...values, 'zz'],
      (values) => [...values, ''],
      () => '',
      () => [''],
    ),
    fc.constantFrom('k:t', 'k:u', 'k:n', 'k:b', 'k:i', 'k:d', 'k:s', 'k:a'),
  )
  .map(([{ action, resource, context }, caller, accountId, special, change, changed]) => ({
    principal: caller,
    action: special?.[0] ?? action,
    resource: {
      arn: special?.[1] ?? (resource === 'x' ? '*' : resource),
      ...(accountId ? { accountId } : {}),
    },
    context: Object.fromEntries(
      Object.entries(context).map(([key, values]) => [
        key,
        key === changed ? change(values) : values.length === 1 ? (values[0] ?? '') : values,
      ]),
    ),
  }));
