import { beforeAll, describe, expect, it } from 'vitest';
import { defaultKeyPolicy } from '../../compose/appliedPolicies.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { compose } from '../../compose/compose.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { createDraft } from '../../draft/createDraft.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import { guardrails } from '../../library/guardrails/index.ts';
import { builtIn } from '../../library/builtIn.ts';
import { isAllowed } from '../../simulate/otherReading.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { simulate } from '../../simulate/simulate.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { documentWith } from '../../language/testing/documentWith.ts';
import { layersOf } from './layersOf.ts';
import { type ReviewedChange, type ReviewedPair, reviewPolicies } from './reviewPolicies.ts';
import type { Witness } from './newAccessExample.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const doc = documentWith({ Effect: 'Allow', Resource: '*' });
const caller = {
  principal: 'arn:aws:iam::111122223333:role/team',
  accountId: '111122223333',
  attachedTo: 'arn:aws:iam::111122223333:role/team',
};
const side = (policy: PolicyDocument, more: Partial<PolicySet> = {}) => ({
  policies: [policy],
  set: { identity: [policy], ...more },
});
const review = (before: ReviewedPair['before'], after: ReviewedPair['after']): readonly ReviewedChange[] =>
  [...reviewPolicies([{ kind: 'identity', before, after, caller }], catalog)].flat();

const get = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const vpc = (...values: readonly string[]) => ({ StringEquals: { 'aws:SourceVpc': values } });
const team = { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } };

const found: readonly (readonly [
  name: string,
  before: PolicyDocument,
  after: PolicyDocument,
  resource: string,
  context: Readonly<Record<string, string | readonly string[]>>,
])[] = [
  ['an action', doc(get), doc(get, { ...get, Action: 's3:PutObject' }), 'arn:aws:s3:::data/example', {}],
  [
    'a wider resource',
    doc({ ...get, Resource: 'arn:aws:s3:::data/example*' }),
    doc(get),
    'arn:aws:s3:::data/another-1',
    {},
  ],
  [
    'a condition that went',
    doc({ ...get, Condition: vpc('vpc-1') }),
    doc(get),
    'arn:aws:s3:::data/example',
    {},
  ],
  [
    'another value of a condition',
    doc({ ...get, Condition: vpc('vpc-1') }),
    doc({ ...get, Condition: vpc('vpc-1', 'vpc-2') }),
    'arn:aws:s3:::data/example',
    { 'aws:SourceVpc': 'vpc-2' },
  ],
  [
    'a policy variable',
    doc(get),
    doc(get, { Action: 'sagemaker:StopTrainingJob', Condition: team }),
    'arn:aws:sagemaker:us-east-1:111122223333:training-job/example',
    { 'aws:PrincipalTag/team': 'example', 'aws:ResourceTag/team': 'example' },
  ],
  [
    'a Deny that went',
    doc(get, { ...get, Effect: 'Deny', Resource: 'arn:aws:s3:::data/secret/*' }),
    doc(get),
    'arn:aws:s3:::data/secret/example',
    {},
  ],
  [
    'what a Deny of both leaves',
    doc({ Effect: 'Deny', Action: '*', Condition: { Null: { 'sagemaker:VpcSubnets': 'true' } } }),
    doc(
      { Effect: 'Deny', Action: '*', Condition: { Null: { 'sagemaker:VpcSubnets': 'true' } } },
      { Action: 'sagemaker:CreateTrainingJob' },
    ),
    'arn:aws:sagemaker:us-east-1:111122223333:training-job/example',
    { 'sagemaker:VpcSubnets': 'any-other-value' },
  ],
];

describe('a request that shows new access', () => {
  it.each(found)('is found for %s', (_name, before, after, arn, context) => {
    const [first] = review(side(before), side(after)).filter(({ change }) => change.kind === 'widens');
    expect(first?.witness?.request).toMatchObject({ resource: { arn } });
    expect(first?.witness?.request.context).toEqual(context);
  });

  const none: readonly (readonly [string, PolicyDocument, PolicyDocument, Partial<PolicySet>])[] = [
    ['access that went', doc(get), doc(), {}],
    [
      'what another layer still denies',
      doc(get),
      doc(get, { Action: 's3:PutObject' }),
      { permissionsBoundary: [doc(get)] },
    ],
    [
      'a Deny that went, of what nothing allows',
      doc(get, { Effect: 'Deny', Action: 'iam:PassRole' }),
      doc(get),
      {},
    ],
  ];

  it.each(none)('is not made up for %s', (_name, before, after, more) => {
    const changes = review(side(before, more), side(after, more));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.flatMap(({ witness }) => witness ?? [])).toEqual([]);
  });

  it('is not asked for where no request meets the conditions: that is no change', () => {
    const impossible = { Null: { 'aws:SourceVpc': ['true'] }, ...vpc('a') };
    const after = doc(get, { Action: 's3:PutObject', Condition: impossible });
    expect(review(side(doc(get)), side(after))).toEqual([]);
  });

  it('is of a role that did not exist', () => {
    const trust = doc({
      Action: 'sts:AssumeRole',
      Resource: undefined,
      Principal: { Service: 'sagemaker.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '<ACCOUNT_ID>' } },
    });
    const [first] = review(
      { policies: [], set: undefined },
      { policies: [trust], set: { identity: [doc()], resource: trust } },
    );
    expect(first?.witness).toEqual({
      before: undefined,
      request: {
        principal: 'sagemaker.amazonaws.com',
        action: 'sts:AssumeRole',
        resource: { arn: caller.attachedTo, accountId: caller.accountId },
        context: { 'aws:SourceAccount': '111122223333' },
      },
    });
  });
});

/** Calls on keys meet AWS's default key policy as well. */
const withKey = (set: PolicySet, { request }: Witness): PolicySet =>
  request.action.startsWith('kms:') ? { ...set, resource: defaultKeyPolicy('aws', caller.accountId) } : set;

const ids = builtIn.personas.map(({ id }) => id);
const everyone = fillExamples(createDraft({ personas: ids }, builtIn), builtIn);
const guarded = fillExamples(
  createDraft(
    {
      personas: ids,
      limits: {
        chosen: guardrails.slice(0, 6).map(({ id }) => ({ guardrail: id, options: {} })),
        delivery: 'deny',
        exemption: false,
        ceiling: 'services',
      },
    },
    builtIn,
  ),
  builtIn,
);

describe.each([
  ['without guardrails', everyone],
  ['with guardrails', guarded],
])('all of a set that is new, %s', (_name, draft) => {
  const documents = compose(draft, builtIn);

  it('has a request for most of it, each allowed now and not before', () => {
    const pairs = documents
      .filter(({ kind }) => kind !== 'vpc-endpoint')
      .map(
        (document): ReviewedPair => ({
          kind: document.kind,
          before: { policies: [], set: layersOf(document.kind, [], []) },
          after: { policies: [document.policy], set: layersOf(document.kind, [document], documents) },
          caller,
        }),
      );
    const all = [...reviewPolicies(pairs, catalog)];
    const rows = all.flatMap((changes, index) =>
      changes.map((change) => ({ ...change, pair: pairs[index] })),
    );
    const widened = rows.filter(({ change }) => change.kind === 'widens');
    const shown = widened.filter(({ witness }) => witness);
    for (const { witness, pair } of shown) {
      const [before, after] = [pair!.before, pair!.after].map(({ set }) => set && withKey(set, witness!));
      expect(isAllowed(simulate(witness!.request, after!, { catalog }))).toBe(true);
      if (before) expect(isAllowed(simulate(witness!.request, before, { catalog }))).toBe(false);
    }
    expect(shown.length / widened.length).toBeGreaterThan(0.9);
  });

  it('names the statements that each difference comes from', () => {
    const pairs = documents.map(
      ({ policy, kind }): ReviewedPair => ({
        kind,
        before: { policies: [], set: layersOf(kind, [], []) },
        after: { policies: [policy], set: undefined },
        caller,
      }),
    );
    const without = [...reviewPolicies(pairs, catalog)]
      .flat()
      .filter(({ change, origins }) => change.kind !== 'notCompared' && origins.length === 0);
    expect(without.map(({ change }) => change)).toEqual([]);
  });
});

it('an example of the policy of a repository, which names no resource, is about a repository', () => {
  const draft = fillExamples(createDraft({ personas: ['sharedRegistry'] }, builtIn), builtIn);
  const documents = compose(draft, builtIn);
  const shown = documents.filter(({ resource }) => resource?.type === 'repository');
  const after = { policies: shown.map(({ policy }) => policy), set: layersOf('resource', shown, documents) };
  const pair = { kind: 'resource', before: { policies: [], set: undefined }, after, caller } as const;
  const [[change] = []] = reviewPolicies([pair], catalog);
  expect(change?.witness?.request).toMatchObject({
    principal: expect.stringMatching(/^arn:aws:iam::444455556666:/),
    resource: { arn: 'arn:aws:ecr:us-east-1:111122223333:repository/example' },
  });
});
