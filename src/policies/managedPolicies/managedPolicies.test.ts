import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { actionsIn } from './actionsIn.ts';
import { allowedActions } from './allowedActions.ts';
import { managedActivities } from './managedActivities.ts';
import { withNeeded } from './neededActivities.ts';
import { neededForActions } from './neededForActions.ts';
import { readManagedPolicies } from './readManagedPolicies.ts';
import { managedPolicyLike, managedPolicyNamed } from './recognizeManaged.ts';
import { replacementOf } from './replacement.ts';
import { managedByName, managedForPage } from './testing/managedByName.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

describe('the data', () => {
  it('has a day, and every policy once', () => {
    const { dataDate, policies } = managedForPage;
    expect(dataDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
    expect(policies.map(({ name }) => name)).toContain('AmazonSageMakerFullAccess');
  });

  it.each([[undefined], [{}], [{ policies: [] }], [{ released: '2026-01-01', policies: [{ arn: 1 }] }]])(
    'of another form is nothing: %j',
    (value) => expect(readManagedPolicies(value)).toBeUndefined(),
  );
});

describe('a managed policy', () => {
  it('is recognized whatever the order of statements and lists and the Sids are', () => {
    const managed = managedForPage;
    for (const { name } of managed.policies) {
      const policy = managedByName(name);
      const other: PolicyDocument = {
        ...policy,
        Statement: policy.Statement.toReversed().map((statement, place) => ({
          ...statement,
          Sid: `Other${place}`,
          ...(Array.isArray(statement.Action) && { Action: statement.Action.toReversed() }),
        })),
      };
      expect(managedPolicyLike(other, managed)?.name).toBe(name);
    }
  });

  it('is another one with a statement more, or another resource', () => {
    const managed = managedForPage;
    const policy = managedByName('AmazonSageMakerReadOnly');
    const [first] = policy.Statement;
    const more = { ...policy, Statement: [...policy.Statement, ...(first ? [first] : [])] };
    const narrower = {
      ...policy,
      Statement: policy.Statement.map((statement) => ({ ...statement, Resource: 'arn:aws:s3:::a' })),
    };
    expect(managedPolicyLike(more, managed)).toBeUndefined();
    expect(managedPolicyLike(narrower, managed)).toBeUndefined();
  });

  it.each([
    ['arn:aws:iam::aws:policy/AmazonSageMakerFullAccess', 'AmazonSageMakerFullAccess'],
    ['arn:aws-cn:iam::aws:policy/AmazonSageMakerFullAccess', 'AmazonSageMakerFullAccess'],
    ['AmazonSageMakerFullAccess', 'AmazonSageMakerFullAccess'],
    [
      'arn:aws:iam::aws:policy/service-role/AmazonSageMakerGeospatialFullAccess',
      'AmazonSageMakerGeospatialFullAccess',
    ],
    ['arn:aws:iam::111122223333:policy/AmazonSageMakerFullAccess', undefined],
    ['AdministratorAccess', undefined],
    ['', undefined],
  ])('is found by %s', (text, name) => {
    expect(managedPolicyNamed(text, managedForPage)?.name).toBe(name);
  });
});

describe('what it allows', () => {
  it.each<[statement: Statement, actions: readonly string[], open: readonly string[]]>([
    [{ Effect: 'Allow', Action: 'sts:GetCallerIdentity' }, ['sts:GetCallerIdentity'], []],
    [{ Effect: 'Allow', Action: 'STS:getcalleridentity' }, ['sts:GetCallerIdentity'], []],
    [{ Effect: 'Allow', Action: 'st?:GetCaller*' }, ['sts:GetCallerIdentity'], ['st?:GetCaller*']],
    [{ Effect: 'Deny', Action: 'sts:GetCallerIdentity' }, [], []],
  ])('by name: %j', (statement, actions, open) => {
    const policy = { Version: '2012-10-17', Statement: [{ ...statement, Resource: '*' }] };
    const found = allowedActions(policy, catalog);
    expect(found.actions.map(({ name }) => name)).toEqual(actions);
    expect(found.open).toEqual(open);
  });

  it('is without what it denies on every resource', () => {
    const policy: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['sqs:DeleteQueue', 'sqs:PurgeQueue'], Resource: '*' },
        { Effect: 'Deny', Action: 'sqs:Purge*', Resource: '*' },
      ],
    };
    expect(allowedActions(policy, catalog).actions.map(({ name }) => name)).toEqual(['sqs:DeleteQueue']);
  });

  it('is of all services but those of NotAction', () => {
    const policy: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    };
    const names = allowedActions(policy, catalog).actions.map(({ name }) => name);
    expect(names).toContain('s3:GetObject');
    expect(names.some((name) => name.startsWith('iam:'))).toBe(false);
  });

  it('is in activities, or named beside them', () => {
    const policy = managedByName('AmazonSageMakerFullAccess');
    const found = managedActivities(policy, builtIn, catalog);
    const jobs = found.activities.find(({ activity }) => activity === 'manageJobs');
    expect(jobs?.missing).toEqual([]);
    expect(found.activities.every(({ actions, missing }) => missing.length < actions)).toBe(true);
    expect(found.others.find(({ service }) => service === 'robomaker')?.actions).toContain(
      'robomaker:CreateSimulationJob',
    );
    expect(found.open).toContain('sagemaker:*');
    expect(found.notListed).toEqual(['elastic-inference:Connect']);
  });
});

describe('a draft with the activities that are needed', () => {
  const needed = [
    { persona: 'trainingRole', activity: 'jobData' },
    { persona: 'dataScientist', activity: 'manageJobs' },
  ];

  it('has these and no others, in the order of the library', () => {
    const draft = withNeeded(createDraft({}, builtIn), needed, builtIn);
    expect(draft.personas).toEqual(['dataScientist', 'trainingRole']);
    expect(draft.activities).toEqual({
      dataScientist: [chooseActivity('manageJobs', builtIn)],
      trainingRole: [chooseActivity('jobData', builtIn)],
    });
    expect(draft.layout).toBe('perPersona');
  });

  it('keeps what it has, with its options', () => {
    const jobData = { activity: 'jobData', stance: 'published', options: { x: 'y' } } as const;
    const before = createDraft(
      { personas: ['trainingRole', 'hostingRole'], activities: { trainingRole: [jobData] } },
      builtIn,
    );
    const draft = withNeeded(before, needed, builtIn);
    expect(draft.personas).toEqual(['dataScientist', 'trainingRole', 'hostingRole']);
    expect(draft.activities['trainingRole']).toEqual([jobData]);
    expect(draft.activities['hostingRole']).toEqual(before.activities['hostingRole']);
    expect(withNeeded(draft, [], builtIn)).toEqual(draft);
  });
});

describe('the activities for the actions that a team uses', () => {
  const found = (...actions: readonly string[]) => neededForActions(actions, builtIn, catalog);
  const keysOf = ({ needed }: ReturnType<typeof found>) =>
    needed.map(({ persona, activity }) => `${persona}/${activity}`);

  it('are the fewest of one role, where one allows all', () => {
    const answer = found('s3:GetObject', 's3:PutObject', 'logs:PutLogEvents');
    expect(new Set(answer.needed.map(({ persona }) => persona)).size).toBe(1);
    expect(answer.needed).toHaveLength(2);
    expect([answer.left, answer.unknown, answer.isNarrowest]).toEqual([[], [], true]);
  });

  it('are of several roles, where none allows all, and allow what they are said to', () => {
    const used = ['sagemaker:CreateTrainingJob', 'logs:PutLogEvents', 'sagemaker:UpdateEndpoint'];
    const answer = found(...used);
    expect(answer.left).toEqual([]);
    const { roles } = replacementOf(answer.needed, {}, builtIn);
    const allowed = roles.flatMap(({ policies }) =>
      policies.flatMap((policy) => allowedActions(policy, catalog).actions.map(({ name }) => name)),
    );
    for (const action of used) expect(allowed).toContain(action);
  });

  it('leave open what only a far wider activity allows, and name it', () => {
    const answer = found('sagemaker:CreateTrainingJob', 'ec2:DetachNetworkInterface');
    expect(answer.wider).toMatchObject([
      { activity: 'clusterInstances', actions: ['ec2:DetachNetworkInterface'] },
    ]);
    expect(answer.left).toEqual([]);
    expect(keysOf(answer).join(' ')).not.toContain('clusterInstances');
  });

  it('leave what no activity allows, and name what AWS does not have', () => {
    const answer = found('robomaker:CreateFleet', 'sagemaker:CreateTrainngJob', 'SAGEMAKER:listmodels');
    expect([answer.left, answer.unknown]).toEqual([
      ['robomaker:CreateFleet'],
      ['sagemaker:CreateTrainngJob'],
    ]);
    expect(keysOf(answer)).toHaveLength(1);
    expect(keysOf(found())).toEqual([]);
  });

  it.each([
    ['s3:GetObject\ns3:PutObject', ['s3:GetObject', 's3:PutObject']],
    ['{"Action": ["s3:GetObject", "s3:GetObject"], "Resource": "arn:aws:s3:::Bucket"}', ['s3:GetObject']],
    ['| sagemaker:CreateModel | 12 | 2026-01-01T00:00:00Z |', ['sagemaker:CreateModel']],
    ['s3:Get*', []],
    ['AWS::S3::Bucket', []],
  ])('are looked for by the names in a text: %j', (text, actions) => {
    expect(actionsIn(text)).toEqual(actions);
  });
});
