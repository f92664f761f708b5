import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allowEverything } from '../../compose/appliedPolicies.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { compose } from '../../compose/compose.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { createDraft } from '../../draft/createDraft.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { builtIn } from '../../library/builtIn.ts';
import { noLimits, type GuardrailPlacement } from '../../model/draft.ts';
import { type PolicySet, withoutResourceControl } from '../../simulate/policySet.ts';
import { simulate } from '../../simulate/simulate.ts';
import { runs } from '../../testing/effort.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { layersOf } from '../review/layersOf.ts';
import { documentWith, type StatementParts } from '../../language/testing/documentWith.ts';
import { compareRoles, type RoleDifference } from './compareRoles.ts';
import { rolesSummary } from './comparisonSummary.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const role = 'arn:aws:iam::111122223333:role/team';
const doc = documentWith({ Effect: 'Allow', Resource: '*' });
const get = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const denied: Partial<Statement> = { ...get, Effect: 'Deny', Resource: 'arn:aws:s3:::data/secret/*' };
const compare = (before: PolicySet | undefined, after: PolicySet | undefined) =>
  compareRoles(before, after, role, catalog);
const key = {
  Action: 'secretsmanager:*',
  Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-1',
};
const useOfKey = { Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' };
const rcp = (...statements: readonly StatementParts[]): readonly (readonly PolicyDocument[])[] => [
  [doc(...statements.map((one) => ({ ...one, Effect: 'Deny' as const, Principal: '*' as const })))],
];
const scp = (...statements: readonly StatementParts[]): readonly (readonly PolicyDocument[])[] => [
  [allowEverything, doc(...statements)],
];

describe('all policies of a role together', () => {
  it.each<[string, PolicySet, PolicySet, RoleDifference['state'], RoleDifference['state']]>([
    [
      'a Deny that moves into a service control policy changes nothing',
      { identity: [doc(get, denied)] },
      { identity: [doc(get)], serviceControl: scp(denied) },
      'none',
      'none',
    ],
    [
      'a Deny that moves into a boundary that allows the rest changes nothing',
      { identity: [doc(get, denied)] },
      { identity: [doc(get)], permissionsBoundary: [doc({ Action: '*' }, denied)] },
      'none',
      'none',
    ],
    [
      'a boundary that allows less',
      { identity: [doc(get)], permissionsBoundary: [doc({ Action: '*' })] },
      { identity: [doc(get)], permissionsBoundary: [doc({ ...get, Resource: 'arn:aws:s3:::data/a*' })] },
      'none',
      'some',
    ],
    [
      'a missing value that is all of an ARN',
      { identity: [doc(get)], permissionsBoundary: [doc({ Action: 's3:*', Resource: '<BUCKET_ARN>' })] },
      { identity: [doc(get)], permissionsBoundary: [doc({ Action: '*' })] },
      'undecided',
      'none',
    ],
    [
      'a resource control policy that denies',
      { identity: [doc(get)] },
      { identity: [doc(get)], resourceControl: rcp(denied) },
      'none',
      'some',
    ],
    [
      'a resource control policy that denies less',
      { identity: [doc(get)], resourceControl: rcp({ ...denied, Resource: '*' }) },
      { identity: [doc(get)], resourceControl: rcp(denied) },
      'some',
      'none',
    ],
    [
      'a resource control policy on both sides',
      { identity: [doc(get)], resourceControl: rcp(denied) },
      { identity: [doc(get, get)], resourceControl: rcp(denied) },
      'none',
      'none',
    ],
    [
      'a Deny on a bucket, which can be of another account, that moves into a resource control policy',
      { identity: [doc(get, denied)] },
      { identity: [doc(get)], resourceControl: rcp(denied) },
      'undecided',
      'none',
    ],
    [
      'a Deny on a resource of the account that moves into a resource control policy changes nothing',
      { identity: [doc(key, { ...key, Effect: 'Deny', Action: 'secretsmanager:Put*' })] },
      { identity: [doc(key)], resourceControl: rcp({ ...key, Action: 'secretsmanager:Put*' }) },
      'none',
      'none',
    ],
    [
      'what a resource control policy denies is not new',
      { identity: [], resourceControl: rcp(key) },
      { identity: [doc(key)], resourceControl: rcp(key) },
      'none',
      'none',
    ],
    [
      'what a resource control policy leaves to services alone is not new to a role',
      {
        identity: [],
        resourceControl: rcp({
          ...key,
          Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
        }),
      },
      {
        identity: [doc(key)],
        resourceControl: rcp({
          ...key,
          Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
        }),
      },
      'none',
      'none',
    ],
    [
      'a resource control policy on actions of a service that has none',
      { identity: [doc({ Action: 'sagemaker:*' })] },
      { identity: [doc({ Action: 'sagemaker:*' })], resourceControl: rcp({ Action: '*' }) },
      'none',
      'none',
    ],
    [
      'a key that can be used now, whose policy leaves the decision to the account',
      { identity: [], serviceControl: scp(denied) },
      { identity: [doc(useOfKey)], serviceControl: scp(denied) },
      'some',
      'none',
    ],
    [
      'a role that can be assumed no longer',
      { identity: [doc({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/x' })] },
      { identity: [], serviceControl: scp(denied) },
      'none',
      'some',
    ],
    [
      'a pattern with two interpretations that decides',
      { identity: [doc(get)], permissionsBoundary: [doc({ Action: '*', Resource: 'arn:aws:s3:*data/*' })] },
      { identity: [doc(get)], permissionsBoundary: [doc({ Action: 'sqs:*' })] },
      'none',
      'undecided',
    ],
  ])('%s', (_name, before, after, newAccess, removedAccess) => {
    const found = compare(before, after);
    expect([found?.newAccess.state, found?.removedAccess.state]).toEqual([newAccess, removedAccess]);
    if (found?.removedAccess.state !== 'some') return;
    const { request, resource } = found.removedAccess;
    const [was, is] = [before, after].map((set) => ({ ...set, ...(resource && { resource }) }));
    expect(simulate(request, was!, { catalog }).verdict).toBe('allowed');
    expect(simulate(request, is!, { catalog }).verdict).not.toBe('allowed');
  });

  it('says nothing where identity policies are all that there is, or the role was not there', () => {
    expect(compare({ identity: [doc(get)] }, { identity: [] })).toBeUndefined();
    expect(compare(undefined, { identity: [], serviceControl: scp(denied) })).toBeUndefined();
  });
});

it('a guardrail of the library that moves gives no role new access, and the sum says so', () => {
  const made = (delivery: GuardrailPlacement) => {
    const limits = { ...noLimits, delivery, chosen: [{ guardrail: 'vpcOnly', options: {} }] };
    const draft = fillExamples(createDraft({ personas: ['trainingRole'], limits }, builtIn), builtIn);
    const documents = compose(draft, builtIn);
    return layersOf(
      'identity',
      documents.filter(({ kind }) => kind === 'identity'),
      documents,
    );
  };
  const found = compareRoles(made('deny'), made('serviceControl'), role, catalog);
  expect(found).toEqual({ newAccess: { state: 'none' }, removedAccess: { state: 'none' } });
  expect(rolesSummary([undefined, found]).map(({ tone, text }) => `${tone} ${text}`)).toEqual([
    'proven With permissions boundaries, service control policies, and resource control policies: no new access for 1 role. Proven for every request.',
    'proven With permissions boundaries, service control policies, and resource control policies: no removed access for 1 role. Proven for every request.',
  ]);
});

it('the sum is proven only where all of it is', () => {
  const none = { state: 'none' } as const;
  const open = { state: 'undecided', because: { reason: 'steps' } } as const;
  const some = {
    state: 'some',
    request: { principal: role, action: 's3:GetObject', resource: { arn: '*' }, context: {} },
  } as const;
  const tones = (...newAccess: readonly RoleDifference[]) =>
    rolesSummary(newAccess.map((one) => ({ newAccess: one, removedAccess: none })))[0];
  expect(rolesSummary([undefined])).toEqual([]);
  expect(tones(none, open)).toMatchObject({
    tone: 'open',
    text: expect.stringContaining('Undecided for 1 role.'),
  });
  expect(tones(none, some)).toMatchObject({
    tone: 'found',
    text: expect.stringContaining('new access for 1 of 2 roles.'),
  });
});

describe('law', () => {
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-1';
  const ARNS = ['arn:aws:s3:::data/a', 'arn:aws:s3:::data/secret/a', SECRET];
  const ACTIONS = ['s3:GetObject', 's3:PutObject', 'secretsmanager:GetSecretValue', 'sagemaker:AddTags'];
  const BY_SERVICE = 'aws:PrincipalIsAWSService';
  const some = (...from: readonly string[]) =>
    fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 2 });
  const condition = fc.option(
    fc.constantFrom<Statement['Condition']>(
      { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } },
      { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } },
      { BoolIfExists: { [BY_SERVICE]: 'false' } },
      { BoolIfExists: { 'aws:SecureTransport': 'false' } },
    ),
    { nil: undefined },
  );
  const statement = (effects: readonly Statement['Effect'][]): fc.Arbitrary<StatementParts> =>
    fc
      .tuple(
        fc.constantFrom(...effects),
        some(...ACTIONS, 's3:*', '*'),
        fc.constantFrom('Resource', 'Resource', 'NotResource'),
        some(...ARNS, '*', 'arn:aws:s3:::data/*', 'arn:aws:secretsmanager:*:111122223333:*'),
        condition,
      )
      .map(([Effect, Action, element, resources, Condition]) => ({
        Effect,
        Action,
        Resource: undefined,
        [element]: resources,
        ...(Condition && { Condition }),
      }));
  const list = (...effects: readonly Statement['Effect'][]) =>
    fc.array(statement(effects), { minLength: 1, maxLength: 2 });
  const set: fc.Arbitrary<PolicySet> = fc.record(
    {
      identity: list('Allow', 'Allow', 'Deny').map((all) => [doc(...all)]),
      serviceControl: list('Deny').map((all) => scp(...all)),
      resourceControl: list('Deny').map((all) => rcp(...all)),
    },
    { requiredKeys: ['identity'] },
  );
  const context = fc.record(
    {
      'aws:PrincipalOrgID': fc.constantFrom('o-1', 'o-2', 'o-3'),
      'aws:SecureTransport': fc.constantFrom('true', 'false'),
      [BY_SERVICE]: fc.constant('false'),
    },
    { requiredKeys: [] },
  );

  it('no request is new where there is none, whether or not resource control policies apply to its resource', () => {
    const seen = { none: 0, some: 0, undecided: 0 };
    fc.assert(
      fc.property(set, set, fc.array(context, { minLength: 6, maxLength: 6 }), (before, after, contexts) => {
        const found = compare(before, after);
        if (!found) return;
        const { newAccess } = found;
        seen[newAccess.state] += 1;
        const isNew = (request: Parameters<typeof simulate>[0], sides = [before, after]) => {
          const [was, is] = sides.map((one) => simulate(request, one, { catalog }).verdict === 'allowed');
          return is === true && was === false;
        };
        if (newAccess.state === 'some') expect(isNew(newAccess.request)).toBe(true);
        if (newAccess.state !== 'none') return;
        const requests = contexts.flatMap((given) =>
          ACTIONS.flatMap((action) =>
            ARNS.map((arn) => ({ principal: role, action, resource: { arn }, context: given })),
          ),
        );
        const elsewhere = [before, after].map(withoutResourceControl);
        const contrary = requests.filter(
          (request) => isNew(request) || (request.resource.arn !== SECRET && isNew(request, elsewhere)),
        );
        expect(contrary).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });
});
