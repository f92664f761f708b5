import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { deliver } from '../compose/deliver.ts';
import { draftOfExample } from '../compose/exampleDraft.ts';
import { fillValues } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { activities } from '../library/activities/index.ts';
import { builtIn } from '../library/builtIn.ts';
import { examples } from '../library/examples/index.ts';
import { guardrailGuarantees, personaGuarantees } from '../library/guarantees/index.ts';
import { guardrails } from '../library/guardrails/index.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft, GuardrailPlacement, UserGuarantee } from '../model/draft.ts';
import { simulate } from '../simulate/simulate.ts';
import { everyNth } from '../testing/effort.ts';
import type { GuaranteeResult } from './guaranteeResult.ts';
import { runGuarantees } from './runGuarantees.ts';

const answer = (draft: Draft, documents = compose(draft, builtIn), ruleset = builtIn) =>
  runGuarantees({ draft, documents, ruleset });

const states = (results: readonly GuaranteeResult[], not: string) =>
  results.flatMap(({ id, owner, answer: { state } }) =>
    state === not ? [] : [`${JSON.stringify(owner)} ${id}: ${state}`],
  );

const activityById = new Map(activities.map((activity) => [activity.id, activity]));

const everyEndpoint = {
  vpcEndpoint: [...(builtIn.personaById.get('vpcEndpoint')?.activities ?? [])].map(({ activity }) => ({
    activity,
    stance: 'hardened' as const,
    options: {},
  })),
};

const strictJobs = {
  trainingRole: ['logsAndMetrics', 'jobVpcNetworking', 'jobEncryption', 'jobData', 'pullImages'].map(
    (activity) => ({
      activity,
      stance: 'hardened' as const,
      options: {},
    }),
  ),
};

/** The set that the wizard makes of a persona, with a value in every field. */
const setOf = (persona: string): Draft =>
  fillValues(
    createDraft(
      {
        personas: [persona],
        activities: { ...everyEndpoint, ...strictJobs },
        trust: {
          notebookRole: { form: 'sageMakerService', options: { confusedDeputy: 'on' } },
          offlineStoreRole: { form: 'sageMakerService', options: { confusedDeputy: 'on' } },
          autoMlRole: { form: 'sageMakerService', options: { confusedDeputy: 'on' } },
          notebookJobRole: { form: 'notebookJobService', options: { confusedDeputy: 'on' } },
        },
      },
      builtIn,
    ),
    builtIn,
  );

type Options = Readonly<Record<string, Readonly<Record<string, string>>>>;

const guarded = (
  delivery: GuardrailPlacement,
  exemption: boolean,
  options: Options = {},
  ids = guardrails.map(({ id }) => id),
): Draft =>
  fillValues(
    createDraft(
      {
        personas: delivery === 'serviceControl' ? [] : ['dataScientist', 'notebookRole', 'mlopsEngineer'],
        layout: 'perPersona',
        limits: {
          delivery,
          exemption,
          ceiling: 'services',
          chosen: ids.map((guardrail) => ({ guardrail, options: options[guardrail] ?? {} })),
        },
      },
      builtIn,
    ),
    builtIn,
  );

const OTHER_OPTIONS: readonly Options[] = [
  {},
  { approvedKeys: { legacy: 'on' }, authMode: { mode: 'iam' }, callerNetwork: { by: 'vpc' } },
  { callerNetwork: { by: 'organization' }, storePerimeter: { others: 'trusted' } },
  { callerNetwork: { by: 'ip' } },
];

const ofGuardrails = (results: readonly GuaranteeResult[]) =>
  results.filter(({ owner }) => owner.kind === 'guardrail');

describe('what the wizard makes', () => {
  it.each(builtIn.personas.map(({ id }) => id))('keeps every guarantee of %s', (persona) => {
    const results = answer(setOf(persona));
    expect(states(results, 'proven')).toEqual([]);
    expect(results.map(({ id }) => id)).toEqual((personaGuarantees[persona] ?? []).map(({ id }) => id));
  });

  it.each(['deny', 'conditions', 'boundary', 'serviceControl'] as const)(
    'keeps every guarantee of guardrails enforced with %s',
    (delivery) => {
      for (const exemption of [false, true])
        expect(states(ofGuardrails(answer(guarded(delivery, exemption))), 'proven')).toEqual([]);
    },
  );

  it('with every value of the guardrails’ options, each guarantee is asked', () => {
    const results = OTHER_OPTIONS.flatMap((options) =>
      ofGuardrails(answer(guarded('serviceControl', false, options))),
    );
    expect(states(results, 'proven')).toEqual([]);
    const all = Object.values(guardrailGuarantees).flat();
    expect([...new Set(results.map(({ id }) => id))].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });
});

const withStatement = (document: ComposedDocument, statement: Statement): ComposedDocument => ({
  ...document,
  policy: { ...document.policy, Statement: [...document.policy.Statement, statement] },
});

describe('the policy of a bucket', () => {
  it.each(['s3:PutObject', 's3:ReplicateObject', 's3:ReplicateDelete'])(
    'lets no principal write with %s',
    (Action) => {
      const draft = setOf('sharedRegistry');
      const Principal = { AWS: 'arn:aws:iam::444455556666:root' };
      const Resource = 'arn:aws:s3:::ml-registry/*';
      const documents = compose(draft, builtIn).map((document) =>
        document.resource?.type === 'bucket'
          ? withStatement(document, { Effect: 'Allow', Principal, Action, Resource })
          : document,
      );
      expect(states(answer(draft, documents), 'proven')).toEqual([
        expect.stringContaining('shared-bucket-unwritten: violated'),
      ]);
    },
  );
});

describe.each(examples)('example $id', (example) => {
  const made = draftOfExample(example, builtIn);
  // Guarantees name values that the guide’s policies don’t use.
  const unused = {
    volumeKeyArns: ['arn:aws:kms:eu-west-1:111122223333:key/7777aaaa-22bb-33cc-44dd-5555eeee6666'],
  };
  const draft: Draft = { ...made, variables: { ...unused, ...made.variables } };
  const ruleset = withRoleInstances(builtIn, draft);
  const results = runGuarantees({ draft, documents: deliver(draft, ruleset).documents, ruleset });

  it('has every guarantee proven; the guide’s own policies violate some, and each with a request that is allowed', () => {
    const open = results.filter(({ answer: { state } }) => state !== 'proven');
    if (example.id !== 'guidePolicies') return expect(states(open, 'proven')).toEqual([]);
    expect(states(open, 'violated')).toEqual([]);
    expect(open.length).toBeGreaterThan(10);
    for (const { answer: given } of open) {
      if (given.state !== 'violated') continue;
      const { request, policies } = given.violation;
      expect(simulate(request, policies.set).verdict).toBe('allowed');
    }
  });
});

/**
 * Policies that say more than they should: a Deny or a condition is gone, or a statement is wider. The widest of each statement
 * come first: they violate the most.
 */
function mutants(documents: readonly ComposedDocument[]): readonly (readonly ComposedDocument[])[] {
  const changes = documents.flatMap((document, index) =>
    document.policy.Statement.flatMap((statement, at) =>
      wider(statement).map((changed, rank) => ({ index, at, changed, rank })),
    ),
  );
  return changes
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ index, at, changed }) =>
      documents.map((document, place) => {
        if (place !== index) return document;
        const Statement = document.policy.Statement.flatMap((one, of) => (of === at ? changed : [one]));
        return { ...document, policy: { ...document.policy, Statement } };
      }),
    );
}

function wider(statement: Statement): readonly (readonly Statement[])[] {
  if (statement.Effect === 'Deny') return [[]];
  const { Condition, ...unconditional } = statement;
  const services = [statement.Action ?? []].flat().map((action) => `${action.split(':')[0]}:*`);
  const principal = statement.Principal ? [[{ ...statement, Principal: '*' as const }]] : [];
  return [
    [{ ...unconditional, Action: services, ...(statement.Resource === undefined ? {} : { Resource: '*' }) }],
    ...(Condition ? [[unconditional]] : []),
    ...(statement.Resource === undefined
      ? []
      : [[{ ...statement, Resource: '*' }], [{ ...statement, Action: '*' }]]),
    ...principal,
  ];
}

/** Those of the guarantees that no mutant violates. */
function neverViolated(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ids: readonly string[],
): readonly string[] {
  const left = new Set(ids);
  for (const mutant of mutants(documents)) {
    if (left.size === 0) break;
    for (const { id, answer: given } of runGuarantees({
      draft,
      documents: mutant,
      ruleset: builtIn,
      only: left,
    }))
      if (given.state === 'violated') left.delete(id);
  }
  return [...left];
}

describe('a policy that says more than it should', () => {
  it.each(everyNth(builtIn.personas, 2).map(({ id }) => id))('violates each guarantee of %s', (persona) => {
    const draft = setOf(persona);
    const ids = (personaGuarantees[persona] ?? []).map(({ id }) => id);
    expect(neverViolated(draft, compose(draft, builtIn), ids)).toEqual([]);
  });

  it('violates each guarantee of guardrails', () => {
    const missed = OTHER_OPTIONS.flatMap((options) =>
      guardrails.flatMap(({ id }) => {
        const draft = guarded('serviceControl', false, options, [id]);
        const documents = compose(draft, builtIn);
        return neverViolated(
          draft,
          documents,
          answer(draft, documents).map((result) => result.id),
        );
      }),
    );
    expect(missed).toEqual([]);
  });
});

const passes = (activity: string) =>
  (activityById.get(activity)?.hardened ?? []).some(({ Action }) => Action.includes('iam:PassRole'));

const passers = builtIn.personas.flatMap(({ id, activities }) =>
  activities.filter(({ activity }) => passes(activity)).map(({ activity }) => [id, activity] as const),
);

it.each(passers)('%s: passing the role of %s is among what it is guaranteed to pass', (persona, activity) => {
  const draft = fillValues(
    createDraft(
      { personas: [persona], activities: { [persona]: [chooseActivity(activity, builtIn)] } },
      builtIn,
    ),
    builtIn,
  );
  const about = (personaGuarantees[persona] ?? []).filter(({ actions }) => actions.includes('iam:PassRole'));
  const only = new Set(about.map(({ id }) => id));
  const answers = runGuarantees({ draft, documents: compose(draft, builtIn), ruleset: builtIn, only });
  expect(states(answers, 'proven')).toEqual([]);
});

const granters = Object.entries(personaGuarantees).flatMap(([persona, guarantees]) =>
  guarantees
    .filter(({ actions, sentence }) => actions.includes('kms:CreateGrant') && sentence.includes('SageMaker'))
    .map(({ id, sentence }) => [persona, id, sentence] as const),
);

it.each(granters)('%s: %s is violated by a grant through another service: %s', (persona, id) => {
  const draft = setOf(persona);
  const through: Statement = {
    Effect: 'Allow',
    Action: 'kms:CreateGrant',
    Resource: 'arn:aws:kms:eu-central-1:111122223333:key/other',
    Condition: {
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
      StringEquals: { 'kms:ViaService': 'ec2.eu-central-1.amazonaws.com' },
    },
  };
  const documents = compose(draft, builtIn).map((document) =>
    document.kind === 'identity'
      ? { ...document, policy: { ...document.policy, Statement: [through] } }
      : document,
  );
  const [found] = runGuarantees({ draft, documents, ruleset: builtIn, only: new Set([id]) });
  expect(found?.answer.state).toBe('violated');
});

it('only those that are asked for are answered, as they are among all', () => {
  const own = { persona: '', title: 'x', must: 'never', actions: ['kms:Decrypt'], resources: [] } as const;
  const draft: Draft = {
    ...guarded('deny', false, {}, ['vpcOnly']),
    guarantees: [{ id: 'guarantee-1', condition: {}, ...own }],
  };
  const documents = compose(draft, builtIn);
  const all = answer(draft, documents);
  expect(new Set(all.map(({ owner }) => owner.kind))).toEqual(new Set(['persona', 'guardrail', 'user']));
  for (const kind of ['persona', 'guardrail', 'user']) {
    const only = new Set(all.filter(({ owner }) => owner.kind === kind).map(({ id }) => id));
    const asked = all.filter(({ id }) => only.has(id));
    expect(runGuarantees({ draft, documents, ruleset: builtIn, only })).toEqual(asked);
  }
});

describe('missing values', () => {
  const draft = createDraft({ personas: ['notebookRole'] }, builtIn);
  const documents = compose(draft, builtIn);

  it('are the same text on both sides', () => {
    expect(states(answer(draft), 'proven')).toEqual([]);
  });

  it('leave undecided what depends on them, and say which', () => {
    const named: readonly ComposedDocument[] = documents.map((document) => ({
      ...document,
      policy: JSON.parse(
        JSON.stringify(document.policy).replaceAll(
          '<NOTEBOOK_BUCKET_NAME>/<NOTEBOOK_PREFIX>',
          'team-data/notebooks',
        ),
      ),
    }));
    expect(answer(draft, named).find(({ id }) => id === 'notebook-data')?.answer).toMatchObject({
      state: 'undecided',
      because: {
        reason: 'missingValue',
        names: expect.arrayContaining(['NOTEBOOK_BUCKET_NAME', 'NOTEBOOK_PREFIX']),
      },
    });
  });

  it('of a whole ARN prove nothing: with a value, it can be any', () => {
    const key: UserGuarantee = {
      id: 'guarantee-1',
      persona: '',
      title: 'x',
      must: 'never',
      actions: ['kms:Decrypt'],
      resources: [],
      condition: {},
    };
    const jobs = createDraft({ personas: ['trainingRole'] }, builtIn);
    for (const resources of [[], ['arn:aws:kms:*:*:key/payroll']]) {
      const asked = { ...jobs, guarantees: [{ ...key, resources }] };
      const own = answer(asked).find(({ owner }) => owner.kind === 'user');
      expect(own?.answer).toMatchObject({
        state: 'undecided',
        because: { reason: 'missingValue', names: expect.arrayContaining(['DATA_KMS_CMK_ARN']) },
      });
    }
    const filled = fillValues({ ...jobs, guarantees: [key] }, builtIn);
    expect(answer(filled).find(({ owner }) => owner.kind === 'user')?.answer.state).toBe('violated');
  });

  it('don’t hide what every value violates', () => {
    const open = documents.map((document) =>
      document.kind === 'identity' ? { ...document, policy: everything } : document,
    );
    expect(states(answer(draft, open), 'violated').filter((line) => !line.includes('assumed-'))).toEqual([]);
  });
});

const everything: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

it('a guardrail whose policy is missing has no answer', () => {
  const draft = guarded('serviceControl', false, {}, ['vpcOnly']);
  expect(states(answer(draft, []), 'noPolicy')).toEqual([]);
});

it('names the role that violates a guardrail', () => {
  const draft = guarded('deny', false, {}, ['vpcOnly']);
  const documents = compose(draft, builtIn).map((document) =>
    document.kind === 'identity' && document.personas.includes('mlopsEngineer')
      ? { ...document, policy: everything }
      : document,
  );
  const jobs = answer(draft, documents).find(({ id }) => id === 'vpc-jobs');
  expect(jobs).toMatchObject({ answer: { state: 'violated' }, role: ['mlopsEngineer'] });
});

it('what a boundary stops is proven, though the policies of the role allow it', () => {
  const draft = fillValues(createDraft({ personas: ['trainingRole'] }, builtIn), builtIn);
  const [identity, ...others] = compose(draft, builtIn);
  const boundary: ComposedDocument = {
    ...identity!,
    id: 'boundary',
    kind: 'permissions-boundary',
    policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' }] },
  };
  const wide = { ...identity!, policy: everything };
  const of = (documents: readonly ComposedDocument[], id: string) =>
    answer(draft, documents).find((result) => result.id === id)?.answer.state;
  expect(of([wide, ...others], 'job-reads')).toBe('violated');
  expect(of([wide, boundary, ...others], 'job-reads')).toBe('proven');
  expect(of([wide, boundary, ...others], 'job-starts-nothing')).toBe('violated');
});

describe('a guarantee that the user wrote', () => {
  const draft = fillValues(createDraft({ personas: ['trainingRole', 'hostingRole'] }, builtIn), builtIn);
  const documents = compose(draft, builtIn);
  const ask = (guarantee: Partial<UserGuarantee>) => {
    const own: UserGuarantee = {
      id: 'guarantee-1',
      persona: '',
      title: 'x',
      must: 'never',
      actions: ['s3:PutObject'],
      resources: [],
      condition: {},
      ...guarantee,
    };
    return answer({ ...draft, guarantees: [own] }, documents).find(({ owner }) => owner.kind === 'user');
  };
  const namespace = { StringLike: { 'cloudwatch:namespace': ['*SageMaker*', '*Sagemaker*', '*sagemaker*'] } };

  it.each([
    ['of every role, which one violates', {}, { answer: { state: 'violated' }, role: ['trainingRole'] }],
    ['of one role', { persona: 'hostingRole' }, { answer: { state: 'proven' } }],
    ['of a role that is not there', { persona: 'nobody' }, { answer: { state: 'noPolicy' } }],
    ['of other resources', { resources: ['arn:aws:s3:::payroll/*'] }, { answer: { state: 'proven' } }],
    [
      'under a condition',
      { condition: { Bool: { 'aws:SecureTransport': ['false'] } } },
      { answer: { state: 'violated' } },
    ],
    [
      'unless',
      { must: 'unless', actions: ['cloudwatch:PutMetricData'], condition: namespace },
      { answer: { state: 'proven' } },
    ],
    [
      'unless something else',
      { must: 'unless', actions: ['cloudwatch:PutMetricData'], condition: { Null: { 'k:x': ['false'] } } },
      { answer: { state: 'violated' } },
    ],
    [
      'with a placeholder of a value',
      {
        actions: ['s3:GetObject'],
        resources: ['arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>/*'],
        persona: 'hostingRole',
      },
      { answer: { state: 'violated' } },
    ],
    [
      'with an operator that IAM does not have',
      { condition: { Resembles: { k: ['v'] } } },
      { answer: { state: 'undecided', because: { reason: 'operator' } } },
    ],
    ['without a colon', { actions: ['everything'] }, { answer: { state: 'proven' } }],
  ] as const)('%s', (_, guarantee, expected) => {
    expect(ask(guarantee)).toMatchObject(expected);
  });
});

it('a condition key with a placeholder of several values is asked for each of them', () => {
  const own: UserGuarantee = {
    id: 'guarantee-1',
    persona: '',
    title: 'x',
    must: 'unless',
    actions: ['sagemaker:CreateTrainingJob'],
    resources: [],
    condition: { Null: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': ['false'] } },
  };
  const base = guarded('deny', false, {}, ['tagOnCreate']);
  const draft = {
    ...base,
    variables: { ...base.variables, requiredTagKeys: ['owner', 'cost'] },
    guarantees: [own],
  };
  const ofUser = (documents: readonly ComposedDocument[]) =>
    answer(draft, documents).find(({ owner }) => owner.kind === 'user')?.answer.state;
  expect(ofUser(compose(draft, builtIn))).toBe('proven');
  const onlyOwner = { ...draft, variables: { ...draft.variables, requiredTagKeys: ['owner'] } };
  expect(ofUser(compose(onlyOwner, builtIn))).toBe('violated');
});
