import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { createDraft } from '../../draft/createDraft.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { builtIn } from '../../library/builtIn.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { type PolicySet, withoutResourceControl } from '../../simulate/policySet.ts';
import { isAllowed } from '../../simulate/otherReading.ts';
import { prepare } from '../../simulate/prepare.ts';
import { runs } from '../../testing/effort.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { RolePossibilities } from './reachable.ts';
import type { RoleReach } from './reachRow.ts';
import { searchReach, soughtRequests } from './reachSearch.ts';
import { ACCOUNT, coversCall, documentWith, reachOfSet } from './testing/reachCases.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const composed = (policy: PolicyDocument, id: string, kind: ComposedDocument['kind']): ComposedDocument => ({
  id,
  title: id,
  kind,
  personas: [],
  policy,
  provenance: [],
});

const allow = (Action: string | readonly string[], Resource: string, Condition?: Statement['Condition']) =>
  ({ Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) }) as const;
const deny = (Action: string, Resource: string, Condition?: Statement['Condition']) =>
  ({ Effect: 'Deny', Action, Resource, ...(Condition ? { Condition } : {}) }) as const;

/** The rows of one role, and what is asked of it. */
function reachedBy(set: PolicySet, documents: readonly ComposedDocument[] = []) {
  const { rows, removed, services } = reachOfSet(set, catalog);
  const identity = set.identity.map((policy) => composed(policy, 'identity', 'identity'));
  const role: RoleReach = { id: 'worker', title: 'Worker', personas: [], rows, removed, errors: [] };
  const possibilities = new RolePossibilities(
    { ...role, policies: { set, documents: { identity } } },
    { draft: createDraft({}, builtIn), documents, ruleset: builtIn, catalog, services },
  );
  return { rows, role, possibilities };
}

const IN_VPC = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
const NOT_IN_VPC = { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } };

describe('whether a row is possible', () => {
  const answersOf = (set: PolicySet) => {
    const { rows, possibilities } = reachedBy(set);
    return rows.map((row) => possibilities.ofRow(row, []).answer.state);
  };

  it.each<readonly [what: string, set: PolicySet, answers: readonly string[]]>([
    ['allowed', { identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::a/*'))] }, ['possible']],
    [
      'two Deny statements that take all of it together',
      {
        identity: [
          documentWith(
            allow('s3:GetObject', 'arn:aws:s3:::a/*'),
            deny('s3:*', '*', IN_VPC),
            deny('s3:*', '*', NOT_IN_VPC),
          ),
        ],
      },
      ['impossible'],
    ],
    [
      'a condition that the boundary contradicts',
      {
        identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::a/*', IN_VPC))],
        permissionsBoundary: [
          documentWith(allow('s3:*', '*', { StringEquals: { 'aws:SourceVpc': ['vpc-2', 'vpc-3'] } })),
        ],
      },
      ['impossible'],
    ],
    [
      'a service control policy that leaves something',
      {
        identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::*'))],
        serviceControl: [[documentWith(allow('s3:*', 'arn:aws:s3:::a*'), deny('s3:*', 'arn:aws:s3:::ab*'))]],
      },
      ['possible'],
    ],
    [
      'a missing value that decides',
      {
        identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::<BUCKET>/*'))],
        permissionsBoundary: [documentWith(allow('s3:*', 'arn:aws:s3:::a/*'))],
      },
      ['undecided'],
    ],
    [
      'a key, whose policy leaves the decision to the account',
      { identity: [documentWith(allow('kms:Decrypt', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*`))] },
      ['possible'],
    ],
    [
      'what a resource control policy denies on a bucket, which can be of another account',
      {
        identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::a/*'))],
        resourceControl: [[documentWith({ ...deny('s3:*', '*'), Principal: '*' })]],
      },
      ['undecided'],
    ],
    [
      'what a resource control policy denies in the account of the role',
      {
        identity: [documentWith(allow('dynamodb:GetItem', `arn:aws:dynamodb:r:${ACCOUNT}:table/t`))],
        resourceControl: [[documentWith({ ...deny('dynamodb:*', '*'), Principal: '*' })]],
      },
      ['impossible'],
    ],
    [
      'what a resource control policy leaves to services alone',
      {
        identity: [documentWith(allow('dynamodb:GetItem', `arn:aws:dynamodb:r:${ACCOUNT}:table/t`))],
        resourceControl: [
          [
            documentWith({
              ...deny('*', '*', { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }),
              Principal: '*',
            }),
          ],
        ],
      },
      ['impossible'],
    ],
    [
      'what a resource control policy leaves to the organization',
      {
        identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::a/*'))],
        resourceControl: [
          [
            documentWith({
              ...deny('s3:*', '*', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }),
              Principal: '*',
            }),
          ],
        ],
      },
      ['possible'],
    ],
    [
      'a service that doesn’t support resource control policies',
      {
        identity: [documentWith(allow('sagemaker:DeleteModel', `arn:aws:sagemaker:r:${ACCOUNT}:model/m`))],
        resourceControl: [[documentWith({ ...deny('*', '*'), Principal: '*' })]],
      },
      ['possible'],
    ],
    [
      'every other service, of which all is denied by two statements together',
      {
        identity: [
          documentWith(
            allow('*', '*'),
            { Effect: 'Deny', NotAction: 's3:*', Resource: '*', Condition: IN_VPC },
            { Effect: 'Deny', NotAction: 's3:*', Resource: '*', Condition: NOT_IN_VPC },
          ),
        ],
      },
      ['possible', 'impossible'],
    ],
  ])('%s', (_, set, answers) => {
    expect(new Set(answersOf(set))).toEqual(new Set(answers));
  });

  it('through a VPC endpoint, too', () => {
    const endpoint = composed(
      documentWith({ ...allow('s3:GetObject', 'arn:aws:s3:::b/*'), Principal: '*' }),
      'endpoint-s3',
      'vpc-endpoint',
    );
    const { rows, possibilities } = reachedBy(
      { identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::a/*'))] },
      [{ ...endpoint, title: 'Endpoint: s3' }],
    );
    const limited = rows.map((row) => ({
      ...row,
      limits: [{ code: 'endpointSilent', endpoint: 's3' } as const],
    }));
    const [found] = limited.map((row) => possibilities.ofRow(row, []));
    expect(found).toMatchObject({
      answer: { state: 'possible' },
      through: [{ endpoint: 's3', answer: { state: 'impossible' } }],
    });
  });

  it('of what is sought alone', () => {
    const { role, possibilities } = reachedBy({
      identity: [documentWith(allow('s3:*', '*'), deny('s3:*', 'arn:aws:s3*:*:*:*secret*'))],
    });
    const answers = (text: string) =>
      searchReach([role], text).hits.map(({ row, only }) => possibilities.ofRow(row, only).answer.state);
    expect(new Set(answers('secret-7'))).toEqual(new Set(['impossible']));
    expect(new Set(answers('arn:aws:s3:::open-7'))).toEqual(new Set(['possible']));
  });

  it('of a role that no row says anything of', () => {
    const { possibilities } = reachedBy({
      identity: [documentWith(allow('s3:GetObject', 'arn:aws:s3:::a/*'))],
    });
    const state = (text: string) => possibilities.of(soughtRequests(text, catalog.services)).state;
    expect([
      state('s3:DeleteBucket'),
      state('dynamodb'),
      state('arn:aws:s3:::aa'),
      state('s3://a/x'),
    ]).toEqual(['impossible', 'impossible', 'impossible', 'possible']);
  });
});

const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'dynamodb:GetItem'];
const ARNS = [
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/x',
  'arn:aws:s3:::b/x',
  `arn:aws:dynamodb:r:${ACCOUNT}:table/t`,
];
/** No request asks an action for what it does not take: those are not counted as possible. */
const takes = (action: string, arn: string): boolean => {
  if (action.startsWith('dynamodb:')) return arn.startsWith('arn:aws:dynamodb:');
  return arn.startsWith('arn:aws:s3:') && arn.includes('/') === (action !== 's3:ListBucket');
};
const some = (...from: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 2 });
const condition = fc.option(
  fc.tuple(
    fc.constantFrom('StringEquals', 'StringNotEquals', 'StringEqualsIfExists', 'Null'),
    fc.constantFrom('k', 't'),
    some('a', 'b', 'true'),
  ),
  { nil: undefined },
);
const statement: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    some(...ACTIONS, 's3:*', '*'),
    fc.constantFrom('Resource', 'Resource', 'NotResource'),
    some('*', ...ARNS, 'arn:aws:s3:::*', 'arn:aws:s3:::a*'),
    condition,
  )
  .map(([Effect, Action, element, resources, asked]) => ({
    Effect,
    Action,
    [element]: resources,
    ...(asked ? { Condition: { [asked[0]]: { [asked[1]]: asked[2] } } } : {}),
  }));
const document = fc.array(statement, { minLength: 1, maxLength: 3 }).map((all) => documentWith(...all));
const sets: fc.Arbitrary<PolicySet> = fc.record(
  {
    identity: document.map((one) => [one]),
    permissionsBoundary: document.map((one) => [one]),
    serviceControl: document.map((one) => [[one]]),
    resourceControl: document.map((one) => [
      [
        documentWith(
          { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
          ...one.Statement.map((each): Statement => ({ ...each, Effect: 'Deny', Principal: '*' })),
        ),
      ],
    ]),
  },
  { requiredKeys: ['identity'] },
);
const contexts = fc.dictionary(fc.constantFrom('k', 't'), fc.constantFrom('a', 'b', 'c'));
const principal = `arn:aws:iam::${ACCOUNT}:role/worker`;

/** Whether its ARN says that a resource is of the role’s account, to which the resource control policies are attached. */
const isOwn = (arn: string): boolean => arn.split(':')[4] === ACCOUNT;

describe('law', () => {
  it('what is impossible is allowed by no request, and what is possible by the one that is shown', () => {
    const seen = { possible: 0, impossible: 0, undecided: 0 };
    fc.assert(
      fc.property(sets, fc.array(contexts, { minLength: 4, maxLength: 4 }), (set, tried) => {
        const { rows, possibilities } = reachedBy(set);
        const elsewhere = withoutResourceControl(set);
        const ofElsewhere = reachedBy(elsewhere).possibilities;
        const [attached, others] = [set, elsewhere].map((one) => prepare(one));
        for (const row of rows.slice(0, 6)) {
          const { answer } = possibilities.ofRow(row, []);
          seen[answer.state] += 1;
          if (answer.state === 'possible') {
            expect(isAllowed(prepare(answer.policies.set).verdict(answer.request, { catalog }))).toBe(true);
            continue;
          }
          const alone = prepare({
            identity: [
              documentWith(...set.identity.flatMap(({ Statement }) => Statement[row.place.statement] ?? [])),
            ],
          });
          const requests = ACTIONS.flatMap((action) => ARNS.map((arn) => ({ action, arn })))
            .filter(
              ({ action, arn }) => takes(action, arn) && coversCall(row, action, arn, ['s3', 'dynamodb']),
            )
            .flatMap(({ action, arn }) =>
              tried.map((context) => ({ principal, action, resource: { arn }, context })),
            );
          const isAllowedBy = (policies: typeof attached, request: (typeof requests)[number]) =>
            [alone, policies].every((all) => isAllowed(all!.verdict(request, { catalog })) === true);
          expect(requests.filter((request) => isAllowedBy(attached, request))).toEqual([]);
          const contrary = requests.filter(
            (request) => !isOwn(request.resource.arn) && isAllowedBy(others, request),
          );
          if (answer.state === 'impossible') expect(contrary).toEqual([]);
          else {
            expect(answer.because).toEqual({ reason: 'resourceControl' });
            expect(ofElsewhere.ofRow(row, []).answer.state).toBe('possible');
          }
        }
      }),
      { numRuns: runs(150) },
    );
    expect(seen.possible).toBeGreaterThan(30);
    expect(seen.impossible).toBeGreaterThan(10);
    expect(seen.undecided).toBeGreaterThan(0);
  });
});
