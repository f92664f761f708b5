import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { findOptionsThatAllow } from './activitiesThatAllow.ts';
import { endpointPolicies, identityPolicies, publicRegistryPolicy } from '../compose/appliedPolicies.ts';
import { runTests, runScenarios } from './runTests.ts';
import { simulate } from '../simulate/simulate.ts';
import { scenarioInWords } from './testWords.ts';

/**
 * Calls of real roles that failed at least once, held against what AWS documents as needed. The registries of AWS let everybody
 * pull.
 */

type Options = Readonly<Record<string, string>>;

const draftWith = (persona: string, activity: string, options: Options, rest: Partial<Draft> = {}): Draft => {
  const draft = createDraft({ personas: [persona], layout: 'perPersona', ...rest }, builtIn);
  const chosen = draft.activities[persona] ?? [];
  const choice = chooseActivity(activity, builtIn);
  const others = chosen.filter((one) => one.activity !== activity);
  const changed = { ...choice, options: { ...choice.options, ...options } };
  return fillExamples({ ...draft, activities: { [persona]: [...others, changed] } }, builtIn);
};

const verdictOf = (draft: Draft, persona: string, action: string, resource: string): string =>
  simulate(
    { principal: 'arn:aws:iam::111122223333:role/x', action, resource: { arn: resource }, context: {} },
    identityPolicies(
      compose(draft, builtIn),
      persona,
      resource === '*' ? {} : { resource: publicRegistryPolicy },
    ).set,
  ).verdict;

const recommended = {};
const aws = (repository: string) => `arn:aws:ecr:eu-west-1:763104351884:repository/${repository}`;
const pulls = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];

describe('framework images of AWS', () => {
  it.each([
    ...pulls.flatMap((action) => [
      ['hostingRole', 'pullImages', recommended, action, aws('pytorch-inference'), 'allowed'] as const,
      ['trainingRole', 'pullImages', recommended, action, aws('pytorch-training'), 'allowed'] as const,
      [
        'hostingRole',
        'pullImages',
        { awsImages: 'off' },
        action,
        aws('pytorch-inference'),
        'implicitDeny',
      ] as const,
      [
        'notebookRole',
        'buildAndPushImages',
        { awsImages: 'on' },
        action,
        aws('pytorch-training'),
        'allowed',
      ] as const,
      [
        'notebookRole',
        'buildAndPushImages',
        recommended,
        action,
        aws('pytorch-training'),
        'implicitDeny',
      ] as const,
    ]),
    [
      'hostingRole',
      'pullImages',
      recommended,
      'ecr:BatchGetImage',
      aws('huggingface-pytorch-inference'),
      'allowed',
    ],
    [
      'hostingRole',
      'pullImages',
      recommended,
      'ecr:BatchGetImage',
      'arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-xgboost',
      'allowed',
    ],
    ['hostingRole', 'pullImages', recommended, 'ecr:PutImage', aws('pytorch-inference'), 'implicitDeny'],
    [
      'hostingRole',
      'pullImages',
      recommended,
      'ecr:BatchGetImage',
      'arn:aws:ecr:us-east-1:763104351884:repository/pytorch-inference',
      'implicitDeny',
    ],
    [
      'hostingRole',
      'pullImages',
      recommended,
      'ecr:BatchGetImage',
      'arn:aws:ecr:eu-west-1:999999999999:repository/pytorch-inference',
      'implicitDeny',
    ],
  ] as const)('%s with %s %j: %s on %s is %s', (persona, activity, options, action, resource, verdict) => {
    expect(verdictOf(draftWith(persona, activity, options), persona, action, resource)).toBe(verdict);
  });

  it.each(['trainingRole', 'hostingRole'])('%s as published pulls them where that is chosen', (persona) => {
    const draft = draftWith(persona, 'pullImages', {});
    const published = (options: Options) => ({
      ...draft,
      activities: { [persona]: [{ activity: 'pullImages', stance: 'published' as const, options }] },
    });
    const verdict = (options: Options) =>
      verdictOf(published(options), persona, 'ecr:BatchGetImage', aws('pytorch-training'));
    expect([verdict({}), verdict({ awsImagesBesides: 'on' })]).toEqual(['implicitDeny', 'allowed']);
  });

  it.each([
    ['aws', 'us-east-1', '763104351884'],
    ['aws', 'ap-east-1', '871362719292'],
    ['aws', 'eu-central-2', '380420809688'],
    ['aws', 'me-south-1', '217643126080'],
    ['aws-cn', 'cn-northwest-1', '727897471807'],
    ['aws-us-gov', 'us-gov-west-1', '442386744353'],
    ['aws-us-gov', 'us-gov-east-1', '446045086412'],
  ])('in %s, %s they are in account %s', (partition, region, account) => {
    const variables = { partition: [partition], region: [region] };
    const draft = draftWith('trainingRole', 'pullImages', {}, { variables });
    const resource = `arn:${partition}:ecr:${region}:${account}:repository/pytorch-training`;
    expect(verdictOf(draft, 'trainingRole', 'ecr:BatchGetImage', resource)).toBe('allowed');
    expect(
      runTests(draft, compose(draft, builtIn), builtIn).find(({ proof }) => proof.id === 'pull-aws')?.state,
    ).toBe('holds');
  });

  it('a Region that AWS lists none for has no statement, and its tests are skipped with what to do', () => {
    const draft = draftWith('trainingRole', 'pullImages', {}, { variables: { region: ['us-west-9'] } });
    expect(JSON.stringify(compose(draft, builtIn))).not.toContain('FromAws');
    const results = runTests(draft, compose(draft, builtIn), builtIn).filter(({ proof }) =>
      proof.id.endsWith('-aws'),
    );
    const reasons = results.flatMap((result) =>
      result.state === 'notAsked' ? [result.why] : [result.state],
    );
    expect(new Set(reasons)).toEqual(new Set(['region', 'option']));
    const own = { ...draft, variables: { ...draft.variables, awsImageAccounts: ['763104351884'] } };
    expect(
      runTests(own, compose(own, builtIn), builtIn).find(({ proof }) => proof.id === 'pull-aws')?.state,
    ).toBe('holds');
  });

  it.each(['ecrApiEndpoint', 'ecrDkrEndpoint'])('%s lets them through', (activity) => {
    const endpoint = activity === 'ecrApiEndpoint' ? 'ecr-apiEndpoint' : 'ecr-dkrEndpoint';
    const verdict = (options: Options, account: string) => {
      const documents = compose(draftWith('vpcEndpoint', activity, options), builtIn);
      const policies = endpointPolicies(documents, endpoint, { resource: publicRegistryPolicy });
      const request = {
        principal: 'arn:aws:iam::111122223333:role/x',
        action: 'ecr:BatchGetImage',
        resource: { arn: `arn:aws:ecr:eu-west-1:${account}:repository/pytorch-inference` },
        context: { 'aws:PrincipalAccount': '111122223333' },
      };
      return policies && simulate(request, policies.set).verdict;
    };
    const options: readonly Options[] = [
      {},
      { awsImages: 'on' },
      { awsImages: 'off' },
      { style: 'perimeter' },
      { bounded: 'organization' },
    ];
    expect(options.map((one) => verdict(one, '763104351884'))).toEqual([
      'allowed',
      'allowed',
      'implicitDeny',
      'allowed',
      'implicitDeny',
    ]);
    expect(options.slice(0, 2).map((one) => verdict(one, '999999999999'))).toEqual([
      'implicitDeny',
      'allowed',
    ]);
  });
});

describe('processing jobs in a VPC', () => {
  const writes = [
    'ec2:CreateNetworkInterface',
    'ec2:CreateNetworkInterfacePermission',
    'ec2:DeleteNetworkInterface',
    'ec2:DeleteNetworkInterfacePermission',
  ];

  it.each(writes)(
    '%s is allowed without a resource by what is recommended, and not under Strict',
    (action) => {
      const verdict = (options: Options) =>
        verdictOf(draftWith('trainingRole', 'jobVpcNetworking', options), 'trainingRole', action, '*');
      expect([verdict({}), verdict({ reach: 'strict' })]).toEqual(['allowed', 'implicitDeny']);
    },
  );

  it('the scenario fails under Strict', () => {
    const draft = draftWith('trainingRole', 'jobVpcNetworking', { reach: 'strict' });
    const task = runScenarios(draft, compose(draft, builtIn), builtIn).find(
      ({ scenario }) => scenario.id === 'processInVpc',
    );
    expect(task && scenarioInWords(task)).toMatch(/^fails at call \d+ of 28, “creates a network interface”$/);
  });
});

describe('tags on jobs', () => {
  it('set to No, the scenario fails where the tags are added', () => {
    const draft = draftWith('notebookRole', 'runJobs', { tags: 'off' });
    const with3: Draft = fillExamples(
      {
        ...createDraft(
          { personas: ['notebookRole', 'trainingRole', 'dataScientist'], layout: 'perPersona' },
          builtIn,
        ),
        activities: {
          ...createDraft({ personas: ['trainingRole', 'dataScientist'] }, builtIn).activities,
          ...draft.activities,
        },
      },
      builtIn,
    );
    const task = runScenarios(with3, compose(with3, builtIn), builtIn).find(
      ({ scenario }) => scenario.id === 'trainInVpc',
    );
    const failing = task?.steps[task.firstFailing ?? -1];
    expect([failing?.state, failing?.proof.action, failing?.proof.title]).toEqual([
      'fails',
      'sagemaker:AddTags',
      'adds the tags',
    ]);
  });
});

describe('a scenario that fails for an option', () => {
  const everyone: Partial<Draft> = {
    personas: ['notebookRole', 'trainingRole', 'hostingRole'],
    layout: 'perPersona',
  };
  const offersIn = (id: string, persona: string, activity: string, options: Options) => {
    const own = draftWith(persona, activity, options).activities[persona] ?? [];
    const all = { ...createDraft(everyone, builtIn).activities, [persona]: own };
    // The caller's grant for endpoints is one through SageMaker, which jobs can use as well.
    const notebook = (all['notebookRole'] ?? []).map((one) =>
      persona === 'trainingRole' && one.activity === 'deployModels'
        ? { ...one, options: { ...one.options, volumeKey: 'off' } }
        : one,
    );
    const draft = fillExamples(
      createDraft({ ...everyone, activities: { ...all, notebookRole: notebook } }, builtIn),
      builtIn,
    );
    const task = runScenarios(draft, compose(draft, builtIn), builtIn).find(
      ({ scenario }) => scenario.id === id,
    );
    const failing = task?.steps[task.firstFailing ?? -1];
    if (!failing || failing.state === 'notAsked') return [];
    const { resource } = failing.policies.set;
    return findOptionsThatAllow(draft, persona, failing.request, builtIn, resource ? { resource } : {});
  };

  it.each([
    ['trainInVpc', 'notebookRole', 'runJobs', 'tags', 'off', 'on'],
    ['trainInVpc', 'trainingRole', 'jobEncryption', 'volumeKey', 'off', 'on'],
    ['processInVpc', 'trainingRole', 'jobVpcNetworking', 'reach', 'strict', 'compatible'],
    ['frameworkImages', 'trainingRole', 'pullImages', 'awsImages', 'off', 'on'],
    ['deployModel', 'notebookRole', 'deployModels', 'volumeKey', 'off', 'on'],
  ])(
    '%s: names the option of %s in %s, %s, with the value that allows the call',
    (id, persona, activity, option, before, value) => {
      expect(offersIn(id, persona, activity, { [option]: before })).toContainEqual({
        persona,
        activity,
        option,
        value,
      });
    },
  );
});
