import { beforeAll, describe, expect, it } from 'vitest';
import { allowEverything, openToEveryone } from '../compose/appliedPolicies.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { compose } from '../compose/compose.ts';
import { exampleValues, fillValues } from '../compose/exampleValues.ts';
import { readVariables } from '../compose/variableReadings.ts';
import { createDraft } from '../draft/createDraft.ts';
import { inBothReadings } from '../exact/compareExact.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { builtIn } from '../library/builtIn.ts';
import { guardrailGuarantees } from '../library/guarantees/index.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { simulate } from '../simulate/simulate.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { ofResourceControl } from './beyondLayers.ts';
import { placedSubjects } from './placedSubjects.ts';
import { runGuarantees } from './runGuarantees.ts';
import { type PlacedSubject, widestPolicyOf } from './widestPolicy.ts';

const ROLE = 'arn:aws:iam::111122223333:role/jobs';
const SERVICE_LINKED =
  'arn:aws:iam::111122223333:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForX';
const ROLES = [ROLE, SERVICE_LINKED];
const PRINCIPALS = [...ROLES, 'arn:aws:iam::111122223333:user/ana', 'arn:aws:iam::111122223333:root'];
const ACTIONS = [
  'kms:Decrypt',
  'kms:RetireGrant',
  's3:GetObject',
  'sts:AssumeRole',
  'sts:GetCallerIdentity',
  'sts:GetSessionToken',
  'sts:GetFederationToken',
];
const RESOURCES = ['*', 'arn:aws:s3:::data/x', ROLE, SERVICE_LINKED];

const documentOf = (statement: Partial<PolicyDocument['Statement'][number]>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }],
});
const denyEverything = documentOf({ Effect: 'Deny' });

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

describe('guarantees of resource control policies', () => {
  const variables = Object.fromEntries(builtIn.variables.map((one) => [one.id, exampleValues(one, 'aws')]));
  const readings = readVariables(createDraft({ variables }, builtIn), builtIn);
  const subjects = Object.values(guardrailGuarantees)
    .flat()
    .filter(({ policy }) => policy === 'resourceControl')
    .flatMap((guarantee) =>
      placedSubjects(guarantee, { readings, activities: new Set() }).map((subject) => ({
        id: guarantee.id,
        subject,
      })),
    );
  const requests = PRINCIPALS.flatMap((principal) =>
    ACTIONS.flatMap((action) =>
      RESOURCES.map((arn) => ({ principal, action, resource: { arn }, context: {} })),
    ),
  );
  type Request = (typeof requests)[number];

  const everything = { identity: [allowEverything], resource: openToEveryone };
  const isAllowed = (request: Request, more: Partial<PolicySet> = {}) =>
    simulate(request, { ...everything, ...more }, { catalog }).verdict === 'allowed';
  const isExempt = (request: Request) =>
    isAllowed(request, { resourceControl: [[documentOf({ Effect: 'Deny', Principal: '*' })]] });

  const isLeftOpen = (subject: PlacedSubject, { principal, action, resource }: Request) => {
    const request = documentOf({
      Action: action,
      Resource: resource.arn === '*' ? 'arn:aws:s3:::other' : resource.arn,
      Condition: { ArnEquals: { 'aws:PrincipalArn': [principal] } },
    });
    return inBothReadings([request], [widestPolicyOf(subject)], {}).kind === 'none';
  };

  it('claim nothing of requests that these policies don’t decide, and all the others as before', () => {
    expect(subjects.length).toBeGreaterThan(1);
    const possible = requests.filter((request) => isAllowed(request));
    const exempt = possible.filter(isExempt);
    expect([exempt.length > 0, exempt.length < possible.length]).toEqual([true, true]);
    const wrong = subjects.flatMap(({ id, subject }) =>
      possible
        .filter(
          (request) =>
            isLeftOpen(ofResourceControl(subject), request) !==
            (isExempt(request) || isLeftOpen(subject, request)),
        )
        .map(({ principal, action, resource }) => `${id}: ${principal} ${action} ${resource.arn}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are about services that have such policies', () => {
    const services = subjects.flatMap(({ subject }) => subject.actions.map((one) => one.split(':')[0]!));
    expect(services.filter((service) => !catalog.rcpServices.includes(service))).toEqual([]);
  });
});

describe('guarantees under a service control policy that denies everything', () => {
  const draft = fillValues(createDraft({ personas: ['trainingRole'] }, builtIn), builtIn);
  const identity = compose(draft, builtIn).find(({ kind }) => kind === 'identity')!;
  const documentsOf = (arn: string): readonly ComposedDocument[] => [
    { ...identity, role: { state: 'created', name: 'jobs', arn }, policy: allowEverything },
    { ...identity, id: 'organization', kind: 'service-control', personas: [], policy: denyEverything },
  ];

  it.each(ROLES.flatMap((principal) => ACTIONS.map((action) => [principal, action] as const)))(
    'say of %s and %s what is simulated',
    (principal, action) => {
      const own = {
        id: 'guarantee-1',
        persona: '',
        title: 'x',
        must: 'never',
        actions: [action],
        resources: [],
        condition: {},
      } as const;
      const asked = { ...draft, guarantees: [own] };
      const answer = runGuarantees({
        draft: asked,
        documents: documentsOf(principal),
        ruleset: builtIn,
      }).find(({ owner }) => owner.kind === 'user')?.answer;
      const decided = simulate(
        { principal, action, resource: { arn: '*', accountId: '111122223333' }, context: {} },
        {
          identity: [allowEverything],
          resource: openToEveryone,
          serviceControl: [[allowEverything, denyEverything]],
        },
      );
      expect(answer?.state).toBe(decided.verdict === 'allowed' ? 'violated' : 'proven');
    },
  );

  it('a pattern is about the calls that can be denied', () => {
    const own = {
      id: 'guarantee-1',
      persona: '',
      title: 'x',
      must: 'never',
      actions: ['sts:*'],
      resources: [],
      condition: {},
    } as const;
    const asked = { ...draft, guarantees: [own] };
    const results = runGuarantees({ draft: asked, documents: documentsOf(ROLE), ruleset: builtIn });
    expect(results.find(({ owner }) => owner.kind === 'user')?.answer.state).toBe('proven');
  });
});
