import { describe, expect, it } from 'vitest';
import { createDraft } from '../../draft/createDraft.ts';
import type { Statement } from '../../language/policy.ts';
import { builtIn } from '../../library/builtIn.ts';
import type { ActivityChoice, Draft } from '../../model/draft.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { answerRefusal, type RefusalAnswer } from './answerRefusal.ts';
import { addStatement } from '../../handEdits/addStatement.ts';
import { furtherArn } from './furtherResource.ts';
import { mismatchSentence } from './mismatch.ts';
import { applyChange, type RefusalChange } from './refusalChange.ts';
import { readRefusals } from './readRefusals.ts';

/** What the page answers to a message, with the draft of who pasted it. */

const catalog = await testCatalog();
const SESSION = 'arn:aws:sts::111122223333:assumed-role/X/SageMaker';

const refused = (
  action: string,
  resource: string,
  because = `because no identity-based policy allows the ${action} action`,
) => `User: ${SESSION} is not authorized to perform: ${action} on resource: ${resource} ${because}`;

const calling = (operation: string, message: string) =>
  `An error occurred (AccessDeniedException) when calling the ${operation} operation: ${message}`;

const draftOf = (persona: string, partial: Partial<Draft> = {}): Draft =>
  createDraft({ personas: [persona], layout: 'perPersona', ...partial }, builtIn);

function answerOf(draft: Draft, message: string, persona: string): RefusalAnswer {
  const [group] = readRefusals(message);
  if (!group) throw new Error(`not read: ${message}`);
  return answerRefusal(draft, { ...group, persona, ruleset: builtIn, catalog });
}

const ask = (message: string, persona: string, partial: Partial<Draft> = {}): RefusalAnswer =>
  answerOf(draftOf(persona, partial), message, persona);

function inShort(change: RefusalChange): string {
  const values =
    change.kind === 'statement'
      ? []
      : change.values.map(({ variable, values: all }) => `${variable}=${all.join()}`);
  const options = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).map((entry) => entry.join('='));
  switch (change.kind) {
    case 'option':
      return [`${change.activity}.${change.option}=${change.value}`, ...values].join(' ');
    case 'activity':
      return [`+${change.activity}`, ...options(change.options), ...values].join(' ');
    case 'trust':
      return [change.form, ...options(change.options), ...values].join(' ');
    default:
      return values.join(' ');
  }
}

const offersOf = ({ offers }: RefusalAnswer): readonly string[] =>
  offers.map(({ change }) => inShort(change));

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const account = { accountId: ['111122223333'], region: ['us-east-1'] };
const keys = { ...account, dataKeyArns: [KEY], volumeKeyArns: [KEY] };
const fraud = { ...account, namePrefixes: ['fraud-'] };
const choice = (activity: string, options: ActivityChoice['options'] = {}): ActivityChoice => ({
  activity,
  stance: 'hardened',
  options,
});
const arn = (rest: string) => `arn:aws:sagemaker:us-east-1:111122223333:${rest}`;
const SUBNET = 'arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123abcd';

describe('keys and trust policies', () => {
  it('a key has its default policy, as in the tests of the page', () => {
    const answer = ask(refused('kms:Decrypt', KEY), 'trainingRole', {
      variables: keys,
      activities: { trainingRole: [choice('jobEncryption')] },
    });
    expect([answer.verdict, answer.offers, answer.statement]).toEqual(['allowed', [], undefined]);
  });

  it('a grant is offered with the activity, and its statement is limited to AWS services', () => {
    const answer = ask(refused('kms:CreateGrant', KEY), 'trainingRole', {
      variables: keys,
      activities: { trainingRole: [choice('logsAndMetrics')] },
    });
    expect(offersOf(answer)).toEqual(['+jobEncryption']);
    expect(answer.offers[0]?.openKeys).toEqual(['kms:GrantIsForAWSResource']);
    expect(answer.statement?.statement.Condition).toEqual({ Bool: { 'kms:GrantIsForAWSResource': 'true' } });
  });

  const assumed =
    'User: arn:aws:sts::111122223333:assumed-role/Dev/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/R because no resource-based policy allows the sts:AssumeRole action';
  const statement = {
    Sid: 'AllowAssumeRole',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/Dev' },
    Action: 'sts:AssumeRole',
  };

  it('a trust policy has no Resource', () => {
    const answer = ask(assumed, 'trainingRole');
    expect([answer.statement?.type, answer.statement?.statement]).toEqual(['trust', statement]);
    expect(answer.statement?.change).toBeUndefined();
  });

  it('the draft’s own trust policy answers for its role, and takes the statement', () => {
    const draft = draftOf('trainingRole', { roles: { trainingRole: { name: 'R' } } });
    const answer = answerOf(draft, assumed, 'trainingRole');
    expect([answer.subject.kind, answer.verdict]).toEqual(['trust', 'implicitDeny']);
    const change = answer.statement?.change;
    const after = change && applyChange(draft, 'trainingRole', change, builtIn);
    expect(after && answerOf(after, assumed, 'trainingRole').verdict).toBe('allowed');
  });

  it('SageMaker could not assume the role: the draft trusts it', () => {
    const answer = ask(
      "Could not assume role arn:aws:iam::111122223333:role/R. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
      'trainingRole',
      { roles: { trainingRole: { name: 'R' } } },
    );
    expect([answer.subject.kind, answer.verdict, answer.openKeys, answer.statement]).toEqual([
      'trust',
      'unknown',
      ['aws:SourceAccount', 'aws:SourceArn'],
      undefined,
    ]);
  });
});

describe('values of the message', () => {
  it('fill what is missing: the activity, and which fields it needs', () => {
    const answer = ask(refused('sagemaker:CreateTrainingJob', arn('training-job/x-1')), 'mlopsEngineer');
    expect(offersOf(answer)).toEqual([
      '+manageJobs region=us-east-1 accountId=111122223333 namePrefixes=x-1',
    ]);
    expect(answer.offers[0]?.openKeys).toEqual(['sagemaker:VpcSecurityGroupIds', 'sagemaker:VpcSubnets']);
  });

  it('an activity that is selected does it once Region and subnet are filled in', () => {
    const strict = { activities: { trainingRole: [choice('jobVpcNetworking', { reach: 'strict' })] } };
    const answer = ask(refused('ec2:CreateNetworkInterface', SUBNET), 'trainingRole', strict);
    expect([answer.verdict, answer.filledVerdict, answer.mismatch]).toEqual([
      'implicitDeny',
      'allowed',
      undefined,
    ]);
    expect(offersOf(answer)).toEqual([
      'region=us-east-1 accountId=111122223333 subnetIds=subnet-0123abcd',
      'jobVpcNetworking.reach=compatible',
    ]);
    expect(ask(refused('ec2:CreateNetworkInterface', SUBNET), 'trainingRole').verdict).toBe('allowed');
  });

  it('an example that happens to be the same is no value', () => {
    const message = refused(
      'sagemaker:StopTrainingJob',
      'arn:aws:sagemaker:eu-west-1:111122223333:training-job/team-a-1',
    );
    expect(ask(message, 'notebookRole').verdict).toBe('implicitDeny');
  });

  it('of a name with the time of the SDK, the rest is the prefix', () => {
    const message = calling(
      'CreateTrainingJob',
      refused('sagemaker:AddTags', arn('training-job/x-2026-11-29-10-11-12-123')),
    );
    const answer = ask(message, 'notebookRole', { variables: fraud });
    expect(offersOf(answer)).toEqual(['namePrefixes=fraud-,x-']);
    expect(answer.mismatch && mismatchSentence(answer.mismatch)).toBe(
      'The training job is named x-2026-11-29-10-11-12-123. This role can call sagemaker:AddTags only for names that start with fraud-.',
    );
  });

  it.each([
    [
      refused('sagemaker:StopTrainingJob', 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-1'),
      'The call was made in eu-west-1. This role can call sagemaker:StopTrainingJob only in us-east-1.',
      ['region=eu-west-1'],
    ],
    [
      refused('sagemaker:StopTrainingJob', 'arn:aws:sagemaker:us-east-1:999988887777:training-job/fraud-1'),
      'The training job is in account 999988887777. This role can call sagemaker:StopTrainingJob only in 111122223333.',
      [],
    ],
  ])('%s', (message, sentence, offers) => {
    const answer = ask(message, 'notebookRole', { variables: fraud });
    expect(answer.mismatch && mismatchSentence(answer.mismatch)).toBe(sentence);
    expect(offersOf(answer)).toEqual(offers);
  });

  it('a bucket is named as people write it, and only the field that reads is filled', () => {
    const answer = ask(refused('s3:GetObject', 'arn:aws:s3:::ml-raw/fraud/x.csv'), 'trainingRole', {
      variables: { ...account, inputData: ['ml-raw/other'] },
    });
    expect(answer.mismatch && mismatchSentence(answer.mismatch)).toBe(
      'The call is for s3://ml-raw/fraud/x.csv. This role can call s3:GetObject only on s3://ml-raw/other/.',
    );
    expect(offersOf(answer)).toEqual(['inputData=ml-raw/other,ml-raw/fraud']);
  });

  it('a role with values of its own gets the value', () => {
    const draft = draftOf('notebookRole', {
      variables: fraud,
      roles: { notebookRole: { name: '', values: { namePrefixes: ['credit-'] } } },
    });
    const message = refused('sagemaker:StopTrainingJob', arn('training-job/x-1'));
    const [offer] = answerOf(draft, message, 'notebookRole').offers;
    const after = offer && applyChange(draft, 'notebookRole', offer.change, builtIn);
    expect(after?.variables['namePrefixes']).toEqual(['fraud-']);
    expect(after?.roles?.['notebookRole']?.values).toEqual({ namePrefixes: ['credit-', 'x-1'] });
  });
});

describe('the smallest change', () => {
  it('is an option of what is selected before a further activity', () => {
    const answer = ask(refused('sagemaker:InvokeEndpoint', arn('endpoint/ep-1')), 'notebookRole', {
      variables: { ...account, namePrefixes: ['ep-'] },
      activities: { notebookRole: [choice('deployModels')] },
    });
    expect(offersOf(answer)[0]).toBe('deployModels.manage=on');
  });

  it('is the tags of jobs for AddTags', () => {
    const message = calling('CreateTrainingJob', refused('sagemaker:AddTags', arn('training-job/fraud-1')));
    const answer = ask(message, 'notebookRole', {
      variables: fraud,
      activities: { notebookRole: [choice('runJobs', { tags: 'off' })] },
    });
    expect(offersOf(answer)[0]).toBe('runJobs.tags=on');
  });

  it('is an activity with an option where no activity alone allows the call', () => {
    const answer = ask(
      refused('sagemaker:DeleteEndpointConfig', arn('endpoint-config/fraud-1')),
      'notebookRole',
      {
        variables: fraud,
        activities: { notebookRole: [] },
      },
    );
    expect(offersOf(answer).length).toBeGreaterThan(0);
  });

  it('is nothing where the policies decide by what the call carries: a statement would take the condition away', () => {
    const answer = ask(refused('sagemaker:CreateTrainingJob', arn('training-job/fraud-1')), 'notebookRole', {
      variables: fraud,
    });
    expect([answer.verdict, answer.openKeys, answer.statement]).toEqual([
      'unknown',
      ['sagemaker:VpcSecurityGroupIds', 'sagemaker:VpcSubnets'],
      undefined,
    ]);
    expect(offersOf(answer)).toEqual(['runJobs.vpc=off']);
  });

  const all: readonly (readonly [message: string, persona: string, partial: Partial<Draft>])[] = [
    [refused('kms:CreateGrant', KEY), 'trainingRole', { activities: { trainingRole: [] }, variables: keys }],
    [refused('sagemaker:CreateModel', arn('model/m')), 'notebookRole', {}],
    [refused('s3:PutObject', 'arn:aws:s3:::ml-out/a/b'), 'trainingRole', {}],
    [
      refused('ecr:BatchGetImage', 'arn:aws:ecr:us-east-1:111122223333:repository/ml/train'),
      'trainingRole',
      {},
    ],
    [refused('iam:PassRole', 'arn:aws:iam::111122223333:role/Train'), 'notebookRole', {}],
    [
      refused(
        's3:GetObject',
        '"arn:aws:s3:::ml-a/b"',
        'because no VPC endpoint policy allows the s3:GetObject action',
      ),
      'trainingRole',
      { personas: ['trainingRole', 'vpcEndpoint'], variables: { ...account, endpointBuckets: ['other'] } },
    ],
  ];

  it.each(all)('each offer to %s of %s makes the answer better', (message, persona, partial) => {
    const draft = draftOf(persona, partial);
    const before = answerOf(draft, message, persona);
    const changes = [
      ...before.offers.map(({ change }) => change),
      ...(before.statement?.change ? [before.statement.change] : []),
    ];
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) {
      const after = answerOf(applyChange(draft, before.subject.persona, change, builtIn), message, persona);
      expect([before.verdict, after.verdict]).toEqual([
        'implicitDeny',
        expect.stringMatching(/^allowed|unknown$/),
      ]);
    }
  });
});

describe('a role that a call passes', () => {
  const role = 'arn:aws:iam::111122223333:role/Passed';
  const offersFor = (operation: string, persona: string) =>
    offersOf(ask(calling(operation, refused('iam:PassRole', role)), persona));
  const mentioned = (operation: string, persona: string) =>
    new Set(offersFor(operation, persona).flatMap((offer) => offer.match(/\w+RoleArns/g) ?? []));

  it.each([
    ['CreateTrainingJob', 'notebookRole', 'trainingRoleArns'],
    ['CreateProcessingJob', 'notebookRole', 'trainingRoleArns'],
    ['CreateModel', 'notebookRole', 'hostingRoleArns'],
    ['CreateTrainingJob', 'mlopsEngineer', 'trainingRoleArns'],
    ['CreateModel', 'mlopsEngineer', 'hostingRoleArns'],
    ['CreatePipeline', 'mlopsEngineer', 'pipelineRoleArns'],
    ['CreateNotebookInstance', 'dataScientist', 'notebookRoleArns'],
    ['CreateTrainingJob', 'pipelineRole', 'trainingRoleArns'],
    ['CreateModel', 'pipelineRole', 'hostingRoleArns'],
  ])('%s for %s is the value of %s alone', (operation, persona, variable) => {
    expect([...mentioned(operation, persona)]).toEqual([variable]);
  });

  it.each([
    'CreateImage',
    'CreateCluster',
    'CreateSpace',
    'CreateInferenceRecommendationsJob',
    'CreateMonitoringSchedule',
    'CreateFunction',
    'StartPipelineExecution',
  ])('%s passes no role that has a field here: none is offered', (operation) => {
    for (const persona of ['mlopsEngineer', 'dataScientist', 'notebookRole'])
      expect([persona, ...mentioned(operation, persona)]).toEqual([persona]);
  });

  it.each([
    ['CreateTrainingJob', 'dataScientist'],
    ['CreateModel', 'dataScientist'],
  ])('%s is not allowed as another role’s for %s', (operation, persona) => {
    expect([...mentioned(operation, persona)]).not.toContain('notebookRoleArns');
  });
});

describe('what is not offered', () => {
  it('a whole bucket, where the prefix of the call decides', () => {
    const answer = ask(refused('s3:ListBucket', 'arn:aws:s3:::ml-in'), 'trainingRole', {
      variables: { ...account, inputData: ['ml-in/fraud'], outputData: ['ml-out/fraud'] },
    });
    expect([answer.verdict, answer.openKeys, answer.offers]).toEqual(['unknown', ['s3:prefix'], []]);
  });

  it('names of what is in another account do not count as the role’s', () => {
    const answer = ask(
      refused('ecr:BatchGetImage', 'arn:aws:ecr:us-east-1:111122223333:repository/other/img'),
      'trainingRole',
      { variables: { ...account, ecrRepositoryPrefixes: ['ml'] } },
    );
    expect(answer.mismatch && mismatchSentence(answer.mismatch)).toBe(
      'The repository is named other/img. This role can call ecr:BatchGetImage only for names that start with ml/.',
    );
  });
});

describe('statements that work', () => {
  it.each([
    ['CreateProject', 'codebuild.amazonaws.com'],
    ['CreateJob', 'job.sagemaker.amazonaws.com'],
    ['CreateTrainingJob', 'sagemaker.amazonaws.com'],
    ['CreateStateMachine', 'states.amazonaws.com'],
  ])('%s passes a role to %s', (operation, service) => {
    const message = calling(operation, refused('iam:PassRole', 'arn:aws:iam::111122223333:role/Studio'));
    expect(ask(message, 'notebookRole').statement?.statement.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': service },
    });
  });

  it('a role is never passed by a wildcard', () => {
    expect(ask(refused('iam:PassRole', '*'), 'notebookRole').statement).toBeUndefined();
  });

  it('a call that IAM authorizes on a further resource asks for it in place of a statement', () => {
    const message = refused(
      'sagemaker:CreateEndpoint',
      'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/churn-7',
    );
    const answer = ask(message, 'dataScientist');
    expect([answer.statement, answer.furtherResources.map(({ type }) => type)]).toEqual([
      undefined,
      ['endpoint-config'],
    ]);
  });

  const endpoint = arn('endpoint/churn-7');
  const config = arn('endpoint-config/churn');

  it.each([
    ['sagemaker:CreateEndpoint', endpoint, 'endpoint-config', 'churn', config],
    ['sagemaker:CreateEndpoint', endpoint, 'endpoint-config', config, config],
    ['sagemaker:CreateEndpoint', config, 'endpoint', 'churn-7', endpoint],
    ['sagemaker:UpdateEndpoint', endpoint, 'endpoint-config', 'churn', config],
  ])(
    '%s on %s needs the ARN of the %s as well: with %s its statement allows both',
    (action, named, type, typed, both) => {
      const [group] = readRefusals(refused(action, named));
      if (!group) throw new Error('not read');
      const draft = draftOf('trainingRole');
      const asked = { ...group, persona: 'trainingRole', ruleset: builtIn, catalog };
      const [further] = answerRefusal(draft, asked).furtherResources;
      expect(further?.type).toBe(type);
      const typedArn = further && furtherArn(further, typed);
      expect(typedArn).toBe(both);
      const resources = [named, both];
      const { statement, noStatement } = answerRefusal(draft, { ...asked, resources });
      expect([statement?.statement.Resource, noStatement]).toEqual([resources, []]);
      const after = statement?.change && applyChange(draft, 'trainingRole', statement.change, builtIn);
      expect(after && answerRefusal(after, { ...asked, resources }).verdict).toBe('allowed');
    },
  );

  const allowing = (changes: Partial<Statement>): Statement => ({
    Effect: 'Allow',
    Action: 'sagemaker:CreateEndpoint',
    Resource: config,
    ...changes,
  });

  it.each<[what: string, statement: Statement, needed: readonly string[]]>([
    ['its configuration', allowing({}), []],
    ['each of them in any account', allowing({ Resource: config.replace('111122223333', '*') }), []],
    [
      'one of another account',
      allowing({ Resource: config.replace('111122223333', '444455556666') }),
      ['endpoint-config'],
    ],
    [
      'one in another Region',
      allowing({ Resource: config.replace('us-east-1', 'eu-west-1') }),
      ['endpoint-config'],
    ],
    [
      'under a condition that holds',
      allowing({ Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } }),
      [],
    ],
    [
      'under one that does not hold',
      allowing({ Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
      ['endpoint-config'],
    ],
    [
      'under one that is not known',
      allowing({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'churn' } } }),
      ['endpoint-config'],
    ],
    ['another action on it', allowing({ Action: 'sagemaker:DeleteEndpointConfig' }), ['endpoint-config']],
  ])('what another statement of the role allows is not asked for: %s', (_, statement, needed) => {
    const [group] = readRefusals(refused('sagemaker:CreateEndpoint', endpoint));
    if (!group) throw new Error('not read');
    const asked = { ...group, persona: 'trainingRole', ruleset: builtIn, catalog };
    const draft = addStatement(draftOf('trainingRole'), 'trainingRole', statement);
    const answer = answerRefusal(draft, asked);
    expect([answer.furtherResources.map(({ type }) => type), answer.statement?.statement.Resource]).toEqual([
      needed,
      needed.length > 0 ? undefined : endpoint,
    ]);
  });

  it.each([
    'because no permissions boundary allows the sagemaker:CreateEndpoint action',
    'because no session policy allows the sagemaker:CreateEndpoint action',
    'because no service control policy allows the sagemaker:CreateEndpoint action',
    'because no VPC endpoint policy allows the sagemaker:CreateEndpoint action',
  ])('no statement on one of two resources is offered: %s', (because) => {
    const [group] = readRefusals(refused('sagemaker:CreateEndpoint', endpoint, because));
    if (!group) throw new Error('not read');
    const asked = { ...group, persona: 'trainingRole', ruleset: builtIn, catalog };
    const answer = answerRefusal(draftOf('trainingRole'), asked);
    expect([answer.statement, answer.furtherResources.map(({ type }) => type)]).toEqual([
      undefined,
      ['endpoint-config'],
    ]);
    const both = answerRefusal(draftOf('trainingRole'), { ...asked, resources: [endpoint, config] });
    expect(both.statement?.statement.Resource).toEqual([endpoint, config]);
  });

  it.each([
    ['churn', config],
    [' endpoint-config/churn ', config],
    [config.replace('111122223333', '444455556666'), config.replace('111122223333', '444455556666')],
    ['', undefined],
    ['*', undefined],
    ['churn-*', undefined],
    ['arn:aws:sagemaker:*:*:*', undefined],
    ['arn:aws:sagemaker:us-east-1:111122223333:endpoint/churn', undefined],
    ['arn:aws:sagemaker:::endpoint-config/churn', undefined],
    ['arn:aws:s3:::bucket', undefined],
    ['endpoint-config/', undefined],
    ['one,two', undefined],
    [`\${aws:username}`, undefined],
  ])('a further resource is one by its name or ARN: %j', (typed, both) => {
    const [start] = config.split('churn');
    expect(furtherArn({ type: 'endpoint-config', arnStart: start ?? '' }, typed)).toBe(both);
  });

  it('a gateway endpoint takes the caller in a condition', () => {
    const message = refused(
      's3:GetObject',
      '"arn:aws:s3:::jumpstart-cache-prod-us-east-1/a"',
      'because no VPC endpoint policy allows the s3:GetObject action',
    );
    const answer = ask(message, 'trainingRole');
    expect(answer.verdict).toBeUndefined();
    expect(answer.statement?.statement).toEqual({
      Sid: 'AllowGetObject',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/a',
      Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/X' } },
    });
  });

  it('a name of IAM is completed', () => {
    expect(
      ask(refused('iam:GetRole', 'role SageMakerGithubWorkflow'), 'notebookRole').statement?.statement,
    ).toEqual({
      Sid: 'AllowGetRole',
      Effect: 'Allow',
      Action: 'iam:GetRole',
      Resource: 'arn:aws:iam::111122223333:role/SageMakerGithubWorkflow',
    });
  });

  it('an action without resource-level permissions is on *, whatever the message names', () => {
    const answer = ask(refused('sagemaker:ListDomains', arn('domain/*')), 'trainingRole');
    expect(answer.statement?.statement.Resource).toBe('*');
  });

  it('one statement for all resources of a log', () => {
    const log = ['a', 'b'].map((name) =>
      refused('sagemaker:DeleteApp', arn(`app/d-0123456789ab/${name}/JupyterLab/x`)),
    );
    expect(ask(log.join('\n'), 'trainingRole').statement?.statement.Resource).toEqual([
      arn('app/d-0123456789ab/a/JupyterLab/x'),
      arn('app/d-0123456789ab/b/JupyterLab/x'),
    ]);
  });
});

describe('the layer that AWS names', () => {
  const model = (because: string) => refused('sagemaker:CreateModel', arn('model/fraud-1'), because);

  it.each([
    ['permissions boundary', 'permissionsBoundary', 'identity'],
    ['service control policy', 'serviceControl', 'scp'],
    ['session policy', 'session', 'identity'],
  ])('no %s allows it: the statement is for that', (words, layer, type) => {
    const answer = ask(model(`because no ${words} allows the sagemaker:CreateModel action`), 'notebookRole', {
      variables: fraud,
    });
    expect([answer.subject.layer, answer.verdict, answer.statement?.type, answer.offers]).toEqual([
      layer,
      'allowed',
      type,
      [],
    ]);
    expect(answer.statement?.change).toBeUndefined();
  });

  it('a boundary of the draft takes the statement', () => {
    const limits = {
      chosen: [{ guardrail: 'noDirectInternet', options: {} }],
      delivery: 'boundary',
      exemption: false,
      ceiling: 'services',
    } as const;
    const message = refused(
      'glue:GetTable',
      'arn:aws:glue:us-east-1:111122223333:table/a/b',
      'because no permissions boundary allows the glue:GetTable action',
    );
    const answer = ask(message, 'notebookRole', { variables: fraud, limits });
    expect(answer.subject.document).toBe('boundary');
  });

  it('the key of another account: its policy gets the statement, and the role the key', () => {
    const foreign = 'arn:aws:kms:us-east-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const answer = ask(
      refused('kms:Decrypt', foreign, 'because no resource-based policy allows the kms:Decrypt action'),
      'trainingRole',
      { variables: account },
    );
    expect(answer.statement).toMatchObject({
      type: 'resource',
      statement: { Principal: { AWS: 'arn:aws:iam::111122223333:role/X' }, Resource: '*' },
    });
    expect(offersOf(answer)).toEqual([`dataKeyArns=${foreign}`]);
  });

  it('a Deny has no statement', () => {
    const answer = ask(model('with an explicit deny in a service control policy'), 'notebookRole');
    expect([answer.statement, answer.offers]).toEqual([undefined, []]);
  });

  it('the draft’s own endpoint policy answers, and takes the bucket', () => {
    const message = refused(
      's3:GetObject',
      '"arn:aws:s3:::ml-a/b"',
      'because no VPC endpoint policy allows the s3:GetObject action',
    );
    const answer = ask(message, 'trainingRole', {
      personas: ['trainingRole', 'vpcEndpoint'],
      variables: { ...account, endpointBuckets: ['other'] },
    });
    expect([answer.subject.kind, answer.verdict, offersOf(answer)[0]]).toEqual([
      'endpoint',
      'implicitDeny',
      'endpointBuckets=other,ml-a',
    ]);
    expect(answer.mismatch && mismatchSentence(answer.mismatch)).toContain(
      'This endpoint policy allows s3:GetObject only on',
    );
  });
});

describe('a message without a resource', () => {
  const message =
    "SageMaker is unable to use your associated ExecutionRole [arn:aws:iam::111122223333:role/x] to create app. Verify that your associated ExecutionRole has permission for 'sagemaker:CreateApp'.";

  it('is no dead end: the activities that have the action are offered', () => {
    expect(offersOf(ask(message, 'notebookRole'))).toContain('+runStudioApps');
  });

  it('says on what the role has the action', () => {
    const answer = ask(message, 'notebookRole', {
      variables: { ...account, studioDomainIds: ['d-0123456789ab'] },
      activities: { notebookRole: [choice('runStudioApps')] },
    });
    expect(answer.resources.join()).toContain(arn('app/d-0123456789ab/'));
  });
});
