import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultKeyPolicy } from '../../compose/appliedPolicies.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { runs } from '../../testing/effort.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { prepare } from '../../simulate/prepare.ts';
import { isAllowed } from '../../simulate/otherReading.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import type { ReachRow, RoleReach } from './reachRow.ts';
import { searchReach } from './reachSearch.ts';
import { ACCOUNT, coversCall, documentWith, reachOfSet, worksOn } from './testing/reachCases.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const names = [
  's3:GetObject',
  's3:PutObject',
  's3:ListBucket',
  's3:ListAllMyBuckets',
  's3:PutBucketPolicy',
  'iam:PassRole',
  'sagemaker:CreateTrainingJob',
  'sagemaker:ListTrainingJobs',
  'sagemaker:AddTags',
  'kms:Decrypt',
  'dynamodb:GetItem',
];
const arns = [
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/team/x',
  'arn:aws:s3:::b/x',
  `arn:aws:iam::${ACCOUNT}:role/x`,
  `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:training-job/a-1`,
  `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`,
  `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/t`,
];
const keys = ['aws:SourceVpc', 'aws:PrincipalTag/team', 's3:prefix'];

const some = (...from: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 3 });
const condition = fc.dictionary(
  fc.constantFrom(
    'StringEquals',
    'StringNotEquals',
    'StringLikeIfExists',
    'ForAllValues:StringEquals',
    'Null',
  ),
  fc.dictionary(fc.constantFrom(...keys), some('a', 'team', 'true', 'a*', '${aws:PrincipalTag/team}'), {
    minKeys: 1,
    maxKeys: 1,
  }),
  { maxKeys: 1 },
);
const actionLists = some(...names, '*', 's3:*', 's3:Get*', 'iam:Pass*', 'sagemaker:*', '*:Get*');
const resourceLists = some(
  ...arns,
  'arn:aws:s3:::*',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::?/${aws:PrincipalTag/team}/*',
  'arn:aws:s3:*:x',
  'arn:aws:*',
  `arn:aws:sagemaker:*:${ACCOUNT}:*/a-*`,
);
const statements: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    fc.oneof(
      { weight: 4, arbitrary: actionLists.map((Action) => ({ Action })) },
      { weight: 1, arbitrary: actionLists.map((NotAction) => ({ NotAction })) },
    ),
    fc.oneof(
      { weight: 4, arbitrary: resourceLists.map((Resource) => ({ Resource })) },
      { weight: 1, arbitrary: resourceLists.map((NotResource) => ({ NotResource })) },
    ),
    fc.option(condition, { nil: {}, freq: 2 }),
  )
  .map(([Effect, actions, resources, Condition]) => ({ Effect, ...actions, ...resources, Condition }));
const document: fc.Arbitrary<PolicyDocument> = fc
  .array(statements, { minLength: 1, maxLength: 3 })
  .map((all) => documentWith(...all));
const sets: fc.Arbitrary<PolicySet> = fc.record(
  {
    identity: fc.array(document, { minLength: 1, maxLength: 2 }),
    permissionsBoundary: fc.array(document, { minLength: 1, maxLength: 1 }),
    serviceControl: fc.array(fc.array(document, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 2,
    }),
    resourceControl: document.map(({ Statement }) => [
      [documentWith(...Statement.map((one): Statement => ({ ...one, Effect: 'Deny', Principal: '*' })))],
    ]),
  },
  { requiredKeys: ['identity'] },
);
/** Statements with patterns of every length, and of a service that no list has. */
const setsToSearch: fc.Arbitrary<PolicySet> = fc
  .array(
    fc
      .tuple(
        some('*', 's3:*', 's3:Get*', 'sagemaker:*', 'nowhere:*', 'nowhere:GetThing', '*:Get*'),
        some(
          '*',
          'arn:aws:s3',
          'arn:aws:*',
          'arn:aws:s3:::bucket-*',
          'arn:aws:s3:::bucket-a',
          'arn:aws:sagemaker:*:model/*',
          `arn:aws:nowhere:eu-west-1:${ACCOUNT}:thing/name-*`,
        ),
        fc.constantFrom('Resource', 'Resource', 'NotResource'),
      )
      .map(([Action, resources, element]): Statement => ({ Effect: 'Allow', Action, [element]: resources })),
    { minLength: 1, maxLength: 2 },
  )
  .map((all) => ({ identity: [documentWith(...all)] }));

/** Calls, also of a service that no list has, and what someone types who looks for them. */
const sought = [
  {
    action: 's3:GetObject',
    arn: 'arn:aws:s3:::bucket-a/team/x',
    texts: ['s3:GetObject', 'bucket-a', 's3://bucket-a/team/x', 'arn:aws:s3:::bucket-a/team/x'],
  },
  {
    action: 's3:ListBucket',
    arn: 'arn:aws:s3:::bucket-a',
    texts: ['s3:ListBucket', 'bucket-a', 'arn:aws:s3:::bucket-a'],
  },
  {
    action: 'nowhere:GetThing',
    arn: `arn:aws:nowhere:eu-west-1:${ACCOUNT}:thing/name-1`,
    texts: ['nowhere:GetThing', 'name-1', `arn:aws:nowhere:eu-west-1:${ACCOUNT}:thing/name-1`],
  },
  {
    action: 'sagemaker:DescribeModel',
    arn: `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:model/name-1`,
    texts: ['sagemaker:DescribeModel', 'name-1', `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:model/name-1`],
  },
];
const contexts = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom('a', 'team', 'b'));
const principal = `arn:aws:iam::${ACCOUNT}:role/worker`;

/** The set with what AWS puts on every key; nothing else has a policy of its own. */
const withKeyPolicy = (set: PolicySet): PolicySet => ({ ...set, resource: defaultKeyPolicy('aws', ACCOUNT) });

describe('reach', () => {
  it('has a row for every call that is allowed', () => {
    let allowed = 0;
    fc.assert(
      fc.property(sets, contexts, (set, context) => {
        const { prepared, rows, services } = reachOfSet(set, catalog);
        const onKeys = prepare(withKeyPolicy(set));
        const missed = names.flatMap((action) =>
          arns
            .filter((arn) => worksOn(action, arn, catalog))
            .filter((arn) => {
              const policies = action.startsWith('kms:') ? onKeys : prepared;
              const request = { principal, action, resource: { arn }, context };
              if (isAllowed(policies.verdict(request, { catalog })) !== true) return false;
              allowed += 1;
              return !rows.some((row) => coversCall(row, action, arn, services));
            })
            .map((arn) => `${action} ${arn}`),
        );
        expect(missed).toEqual([]);
      }),
      { numRuns: runs(120) },
    );
    expect(allowed).toBeGreaterThan(30);
  });

  it('is found by the action and the resource of every call that is allowed', () => {
    let allowed = 0;
    fc.assert(
      fc.property(setsToSearch, contexts, (set, context) => {
        const { prepared, rows, removed } = reachOfSet(set, catalog);
        const role: RoleReach = { id: 'r', title: 'R', personas: ['r'], rows, removed, errors: [] };
        const missed = sought.filter(({ action, arn, texts }) => {
          const request = { principal, action, resource: { arn }, context };
          if (isAllowed(prepared.verdict(request, { catalog })) !== true) return false;
          allowed += 1;
          return texts.some((text) => searchReach([role], text).hits.length === 0);
        });
        expect(missed).toEqual([]);
      }),
      { numRuns: runs(120) },
    );
    expect(allowed).toBeGreaterThan(30);
  });

  it('has nothing allowed without a condition that is not', () => {
    let sampled = 0;
    fc.assert(
      fc.property(sets, contexts, fc.nat(), (set, context, seed) => {
        const { prepared, rows } = reachOfSet(set, catalog);
        const wrong = rows
          .filter(({ state, service }) => state === 'allowed' && service !== '*')
          .flatMap((row) => samplesOf(row, seed).map((sample) => ({ row, ...sample })))
          .filter(({ action, arn }) => {
            sampled += 1;
            const request = { principal, action, resource: { arn, accountId: ACCOUNT }, context };
            return isAllowed(prepared.verdict(request, { catalog })) !== true;
          });
        expect(wrong).toEqual([]);
      }),
      { numRuns: runs(120) },
    );
    expect(sampled).toBeGreaterThan(30);
  });
});

/** Calls of a row, on one resource that its pattern matches. */
function samplesOf({ actions, resource, namesNone }: ReachRow, seed: number) {
  const actionsTried = [actions[seed % actions.length], actions[0]].filter((action) => action !== undefined);
  const tried = typeof resource === 'string' ? [resource] : arns;
  return tried
    .map((text) =>
      namesNone || text === '*' ? '*' : wholeArn(text.replaceAll('*', 'x1').replaceAll('?', 'q')),
    )
    .filter((arn) => typeof resource === 'string' || isOutside(resource.allBut, arn))
    .flatMap((arn) => actionsTried.map((action) => ({ action, arn })));
}

/** No call is made on an ARN with fewer fields than six. */
const wholeArn = (arn: string): string => arn + ':x1'.repeat(Math.max(0, 6 - arn.split(':').length));

const isOutside = (patterns: readonly string[], arn: string): boolean =>
  !prepare({
    identity: [documentWith({ Effect: 'Allow', Action: '*', Resource: patterns })],
  })
    .verdict({ principal, action: 'a:b', resource: { arn }, context: {} })
    .verdict.startsWith('allowed');
