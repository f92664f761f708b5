import { beforeAll, describe, expect, it } from 'vitest';
import { allowEverything } from '../../accessTests/policySets.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { compose } from '../../compose/compose.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { createDraft } from '../../draft/createDraft.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { builtIn } from '../../library/builtIn.ts';
import { noLimits, type GuardrailPlacement } from '../../model/draft.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { simulate } from '../../simulate/simulate.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { layersOf } from '../review/layersOf.ts';
import { documentWith } from '../../testing/documentWith.ts';
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
const scp = (...statements: readonly Partial<Statement>[]): readonly (readonly PolicyDocument[])[] => [
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
  ])('%s', (_name, before, after, newAccess, removedAccess) => {
    const found = compare(before, after);
    expect([found?.newAccess.state, found?.removedAccess.state]).toEqual([newAccess, removedAccess]);
    if (found?.removedAccess.state !== 'some') return;
    const { request } = found.removedAccess;
    expect(simulate(request, before, { catalog }).verdict).toBe('allowed');
    expect(simulate(request, after, { catalog }).verdict).not.toBe('allowed');
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
    'proven With permissions boundaries and service control policies: no new access for 1 role. Proven for every request.',
    'proven With permissions boundaries and service control policies: no removed access for 1 role. Proven for every request.',
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
