import { activityReasons } from '../library/activities/reasons/index.ts';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { notCoveredBy } from '../library/guardrails/notCovered/index.ts';
import { findActivity } from '../library/ruleset.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { simulate } from '../simulate/simulate.ts';
import {
  defaultKeyPolicy,
  endpointPolicies,
  identityPolicies,
  publicRegistryPolicy,
} from '../compose/appliedPolicies.ts';

/**
 * The roles of the page held against the minimum permissions that AWS documents: what a role needs is there or can be chosen, and
 * what belongs to someone else is not there by default.
 */

type Options = Readonly<Record<string, string>>;
type Choice = readonly [activity: string, options?: Options];

const draftWith = (persona: string, choice: Choice | undefined, rest: Partial<Draft> = {}): Draft => {
  const draft = createDraft({ personas: [persona], layout: 'perPersona', ...rest }, builtIn);
  if (!choice) return fillExamples(draft, builtIn);
  const [activity, options = {}] = choice;
  const made = chooseActivity(activity, builtIn);
  const others = (draft.activities[persona] ?? []).filter((one) => one.activity !== activity);
  const changed = { ...made, options: { ...made.options, ...options } };
  return fillExamples({ ...draft, activities: { [persona]: [...others, changed] } }, builtIn);
};

/** A bucket of another account that everybody reads. */
const publicBucket: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' }],
};

interface Call {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** Whose bucket or registry it is, and its policy. */
  readonly other?: 'registry' | 'bucket';
}

const requestOf = ({ action, resource, context = {}, other }: Call) => ({
  principal: 'arn:aws:iam::111122223333:role/x',
  action,
  resource: { arn: resource, ...(other === 'bucket' ? { accountId: '999999999999' } : {}) },
  context,
});

const otherSide = ({ action, other }: Call) => {
  if (other) return { resource: other === 'registry' ? publicRegistryPolicy : publicBucket };
  return action.startsWith('kms:') && action !== 'kms:ListAliases'
    ? { resource: defaultKeyPolicy('aws', '111122223333') }
    : {};
};

const verdict = (draft: Draft, persona: string, call: Call): string =>
  simulate(requestOf(call), identityPolicies(compose(draft, builtIn), persona, otherSide(call)).set).verdict;

const sagemaker = (rest: string) => `arn:aws:sagemaker:eu-west-1:111122223333:${rest}`;
const key = (start: string) => `arn:aws:kms:eu-west-1:111122223333:key/${start}-22bb-33cc-44dd-5555eeee6666`;
const DATA_KEY = key('1111aaaa');
const VOLUME_KEY = key('7777aaaa');
const network = {
  'sagemaker:VpcSubnets': ['subnet-0aaa1111bbb2222cc'],
  'sagemaker:VpcSecurityGroupIds': ['sg-0ccc5555ddd6666ee'],
};
const throughS3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' };
const jumpStart = (object: string): Call => ({
  action: 's3:GetObject',
  resource: `arn:aws:s3:::jumpstart-cache-prod-eu-west-1/${object}`,
  other: 'bucket',
});
const log = (action: string, stream = ''): Call => ({
  action: `logs:${action}`,
  resource: `arn:aws:logs:eu-west-1:111122223333:log-group:/aws/sagemaker/NotebookInstances${stream}`,
});
const scaling = (action: string): Call => ({
  action: `application-autoscaling:${action}`,
  resource: 'arn:aws:application-autoscaling:eu-west-1:111122223333:scalable-target/x',
  context: { 'application-autoscaling:service-namespace': 'sagemaker' },
});
const anywhere = (action: string): Call => ({ action, resource: '*' });

/** Refused by default, allowed with the choice. */
const choices: readonly (readonly [what: string, persona: string, choice: Choice, calls: readonly Call[]])[] =
  [
    [
      'images of AWS to build from',
      'notebookRole',
      ['buildAndPushImages', { awsImages: 'on' }],
      [
        {
          action: 'ecr:BatchGetImage',
          resource: 'arn:aws:ecr:eu-west-1:763104351884:repository/pytorch-training',
          other: 'registry',
        },
      ],
    ],
    [
      'opening Studio with the own profile',
      'notebookRole',
      ['runStudioApps'],
      [
        {
          action: 'sagemaker:CreatePresignedDomainUrl',
          resource: sagemaker('user-profile/d-0123456789ab/ana'),
          context: { 'sagemaker:UserProfileName': 'ana', 'sagemaker:DomainId': 'd-0123456789ab' },
        },
      ],
    ],
    [
      'opening Studio with any profile',
      'notebookRole',
      ['runStudioApps', { open: 'domain' }],
      [
        {
          action: 'sagemaker:CreatePresignedDomainUrl',
          resource: sagemaker('user-profile/d-0123456789ab/ana'),
        },
      ],
    ],
    [
      'the log of a notebook instance',
      'notebookRole',
      ['logsAndMetrics'],
      [log('CreateLogGroup'), log('CreateLogStream'), log('PutLogEvents', ':log-stream:mine/jupyter.log')],
    ],
    ...(
      [
        ['notebookRole', 'notebookData'],
        ['dataScientist', 's3TeamAccess'],
      ] as const
    ).map(
      ([persona, activity]) =>
        [
          'the key of encrypted objects',
          persona,
          [activity, { kms: 'on' }],
          ['kms:Decrypt', 'kms:GenerateDataKey'].map((action) => ({
            action,
            resource: DATA_KEY,
            context: throughS3,
          })),
        ] as const,
    ),
    [
      'scaling of endpoints',
      'mlopsEngineer',
      ['endpointAutoscaling'],
      [
        scaling('RegisterScalableTarget'),
        scaling('PutScalingPolicy'),
        {
          action: 'iam:CreateServiceLinkedRole',
          resource:
            'arn:aws:iam::111122223333:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint',
          context: { 'iam:AWSServiceName': 'sagemaker.application-autoscaling.amazonaws.com' },
        },
        {
          action: 'cloudwatch:PutMetricAlarm',
          resource:
            'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:TargetTracking-endpoint/team-a-x/variant/v',
        },
      ],
    ],
    [
      'endpoints that are tested by who manages them',
      'mlopsEngineer',
      ['manageEndpoints', { invoke: 'on' }],
      [{ action: 'sagemaker:InvokeEndpoint', resource: sagemaker('endpoint/team-a-x') }],
    ],
    [
      'endpoints with a volume key',
      'mlopsEngineer',
      ['manageEndpoints', { kms: 'on' }],
      [
        {
          action: 'kms:CreateGrant',
          resource: VOLUME_KEY,
          context: {
            'kms:GrantIsForAWSResource': 'true',
            'kms:ViaService': 'sagemaker.eu-west-1.amazonaws.com',
          },
        },
      ],
    ],
    [
      'JumpStart',
      'hostingRole',
      ['modelArtifacts', { jumpStart: 'on' }],
      [jumpStart('huggingface-infer/x.tar.gz')],
    ],
    ['JumpStart', 'trainingRole', ['jobData', { jumpStart: 'on' }], [jumpStart('pytorch-training/x.tar.gz')]],
    ['JumpStart', 'notebookRole', ['notebookData', { jumpStart: 'on' }], [jumpStart('models_manifest.json')]],
    [
      'batch transform',
      'hostingRole',
      ['modelArtifacts', { transform: 'on' }],
      [
        { action: 's3:GetObject', resource: 'arn:aws:s3:::ml-input/team-a/batch.csv' },
        { action: 's3:PutObject', resource: 'arn:aws:s3:::ml-output/team-a/transform/batch.csv.out' },
      ],
    ],
    [
      'Model Monitor from the SDK',
      'mlopsEngineer',
      ['monitorModels'],
      [
        {
          action: 'sagemaker:CreateDataQualityJobDefinition',
          resource: sagemaker('data-quality-job-definition/team-a-x'),
          context: network,
        },
      ],
    ],
    [
      'console pages',
      'dataScientist',
      ['consoleReadAccess', { others: 'pages' }],
      [
        anywhere('ecr:DescribeRepositories'),
        anywhere('application-autoscaling:DescribeScalableTargets'),
        anywhere('cloudwatch:DescribeAlarms'),
      ],
    ],
    [
      'models of a private hub',
      'dataScientist',
      ['useHub'],
      [{ action: 'sagemaker:DeployHubModel', resource: sagemaker('hub-content/ml-hub/ModelReference/llm') }],
    ],
    [
      'notebooks on a schedule',
      'dataScientist',
      ['scheduleNotebooks'],
      [
        {
          action: 'events:PutRule',
          resource: 'arn:aws:events:eu-west-1:111122223333:rule/daily-report',
          context: { 'aws:ResourceTag/sagemaker:is-scheduling-notebook-job': 'true' },
        },
        {
          action: 'iam:PassRole',
          resource: 'arn:aws:iam::111122223333:role/MLNotebookJobRole',
          context: { 'iam:PassedToService': 'events.amazonaws.com' },
        },
      ],
    ],
    [
      'the temporary endpoint of a Clarify analysis',
      'trainingRole',
      ['analyzeModels'],
      ['CreateEndpoint', 'DeleteEndpoint'].map((name) => ({
        action: `sagemaker:${name}`,
        resource: sagemaker('endpoint/sm-clarify-churn-1'),
      })),
    ],
    [
      'batch transform jobs',
      'mlopsEngineer',
      ['manageJobs'],
      [{ action: 'sagemaker:CreateTransformJob', resource: sagemaker('transform-job/team-a-1') }],
    ],
    [
      'forms of the console',
      'dataScientist',
      ['consoleReadAccess', { others: 'forms' }],
      [anywhere('kms:ListAliases'), anywhere('iam:ListRoles'), anywhere('ecr:DescribeRepositories')],
    ],
  ];

describe('what is not everyone’s need is a choice', () => {
  const rows = choices.flatMap(([what, persona, choice, calls]) =>
    calls.map((call) => [what, persona, choice, call] as const),
  );
  it.each(rows)('%s of %s with %j: %j', (_, persona, choice, call) => {
    expect([
      verdict(draftWith(persona, undefined), persona, call),
      verdict(draftWith(persona, choice), persona, call),
    ]).toEqual(['implicitDeny', 'allowed']);
  });

  it('has its reason beside it', () => {
    for (const [, , [id, options = {}]] of choices) {
      const activity = findActivity(id, builtIn);
      for (const option of Object.keys(options)) {
        const found = activity?.options.find((one) => one.id === option);
        expect(found?.help).toMatch(/\.$/);
      }
    }
  });
});

describe('what everyone needs is there', () => {
  it.each<readonly [string, string, Call]>([
    ...['BatchGetImage', 'GetDownloadUrlForLayer', 'BatchCheckLayerAvailability'].flatMap((name) =>
      (
        [
          ['hostingRole', 'pytorch-inference'],
          ['trainingRole', 'pytorch-training'],
        ] as const
      ).map(
        ([persona, image]) =>
          [
            'an image of AWS',
            persona,
            {
              action: `ecr:${name}`,
              resource: `arn:aws:ecr:eu-west-1:763104351884:repository/${image}`,
              other: 'registry',
            },
          ] as const,
      ),
    ),
    ...['CreateNetworkInterface', 'CreateNetworkInterfacePermission', 'DeleteNetworkInterface'].map(
      (name) => ['processing in a VPC', 'trainingRole', anywhere(`ec2:${name}`)] as const,
    ),
    [
      'the SDK with default_bucket_prefix',
      'notebookRole',
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::ml-input', context: { 's3:prefix': 'team-a' } },
    ],
    [
      'a step of a pipeline with the prefix',
      'notebookRole',
      {
        action: 'sagemaker:CreateTrainingJob',
        resource: sagemaker('training-job/team-a-abc123-xyz-0'),
        context: network,
      },
    ],
  ])('%s: %s %j', (_, persona, call) => {
    expect(verdict(draftWith(persona, undefined), persona, call)).toBe('allowed');
  });
});

describe('what stays refused is said', () => {
  it.each<readonly [string, Call, string, RegExp]>([
    [
      'notebookRole',
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::ml-input' },
      'notebookData',
      /default_bucket_prefix/,
    ],
    [
      'notebookRole',
      {
        action: 'sagemaker:CreateTrainingJob',
        resource: sagemaker('training-job/pipelines-abc123-Train-xyz-0'),
        context: network,
      },
      'managePipelines',
      /use_custom_job_prefix=True.*base_job_name/,
    ],
    [
      'trainingRole',
      { action: 'sagemaker:CreateModel', resource: sagemaker('model/x') },
      'manageJobs',
      /AutoML job needs a role/,
    ],
  ])('%s %j: a note of %s', (persona, call, activity, words) => {
    expect(verdict(draftWith(persona, undefined), persona, call)).toBe('implicitDeny');
    expect(activityReasons[activity]?.notes?.map(({ text }) => text).join(' ')).toMatch(words);
  });

  it('a volume key needs a grant, also where any key is right', () => {
    const kms = findActivity('manageEndpoints', builtIn)?.options.find(({ id }) => id === 'kms');
    expect(kms?.choices.find(({ value }) => value === 'off')?.help).toContain('requires kms:CreateGrant');
  });

  it('one key for data and volumes is entered for both', () => {
    const call = {
      action: 'kms:CreateGrant',
      resource: DATA_KEY,
      context: { 'kms:GrantIsForAWSResource': 'true' },
    };
    const draft = draftWith('trainingRole', undefined);
    expect(verdict(draft, 'trainingRole', call)).toBe('implicitDeny');
    const twice = { ...draft, variables: { ...draft.variables, volumeKeyArns: [DATA_KEY] } };
    expect(verdict(twice, 'trainingRole', call)).toBe('allowed');
  });

  it('Studio’s own pages cannot create spaces where tags are required', () => {
    expect(
      notCoveredBy('tagOnCreate')
        .map(({ text }) => text)
        .join(' '),
    ).toContain('Studio creates spaces with system tags only');
  });
});

describe('what belongs to others is not there by default', () => {
  const grant = { 'kms:GrantIsForAWSResource': 'true' };
  it.each<readonly [string, Call]>([
    ['hostingRole', { action: 'kms:CreateGrant', resource: VOLUME_KEY, context: grant }],
    [
      'mlopsEngineer',
      {
        action: 'sagemaker:CreateApp',
        resource: sagemaker('app/d-0123456789ab/someone-else/JupyterLab/default'),
      },
    ],
    [
      'mlopsEngineer',
      { action: 'sagemaker:DeleteSpace', resource: sagemaker('space/d-0123456789ab/not-mine') },
    ],
    [
      'dataScientist',
      {
        action: 'kms:CreateGrant',
        resource: VOLUME_KEY,
        context: { ...grant, 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' },
      },
    ],
  ])('%s %j', (persona, call) => {
    expect(verdict(draftWith(persona, undefined), persona, call)).toBe('implicitDeny');
  });

  it('a list of console actions leaves out what is not on it', () => {
    const call = { action: 'sagemaker:DescribeEndpoint', resource: sagemaker('endpoint/other-team') };
    const chosen = draftWith('dataScientist', ['consoleReadAccess', { actions: 'list' }]);
    expect(verdict(chosen, 'dataScientist', call)).toBe('implicitDeny');
  });

  it('what was stored before stays as it was', () => {
    const draft = draftWith('hostingRole', undefined);
    const stored = {
      ...draft,
      activities: {
        hostingRole: [{ activity: 'hostingEncryption', stance: 'hardened' as const, options: {} }],
      },
    };
    const call = { action: 'kms:CreateGrant', resource: VOLUME_KEY, context: grant };
    expect(verdict(fillExamples(stored, builtIn), 'hostingRole', call)).toBe('allowed');
  });
});

describe('endpoints', () => {
  const context = { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' };
  const ask = (id: string, choice: Choice, call: Call) => {
    const documents = compose(draftWith('vpcEndpoint', choice), builtIn);
    const policies = endpointPolicies(documents, id, otherSide(call));
    return policies && simulate({ ...requestOf(call), context }, policies.set).verdict;
  };
  const s3 = (option: string): Choice => ['s3EndpointAccess', { [option]: 'on' }];
  const from = (bucket: string): Call => ({
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${bucket}/x`,
    other: 'bucket',
  });

  it.each<readonly [string, Choice, Choice, Call]>([
    ['s3Endpoint', ['s3EndpointAccess'], s3('jumpStart'), from('jumpstart-cache-prod-eu-west-1')],
    ['s3Endpoint', ['s3EndpointAccess'], s3('packages'), from('amazonlinux-2-repos-eu-west-1')],
    ['s3Endpoint', ['s3EndpointAccess'], s3('samples'), from('sagemaker-sample-files')],
    [
      's3Endpoint',
      ['s3EndpointAccess'],
      s3('deleteObjects'),
      { action: 's3:DeleteObject', resource: 'arn:aws:s3:::ml-input/team-a/x' },
    ],
    [
      's3Endpoint',
      ['s3EndpointAccess'],
      s3('builds'),
      {
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::ml-image-builds/codebuild-sagemaker-container-1.zip',
      },
    ],
    [
      'monitoringEndpoint',
      ['monitoringEndpoint'],
      ['monitoringEndpoint', { read: 'on' }],
      anywhere('cloudwatch:GetMetricData'),
    ],
  ])('%s: %j refuses what %j lets through, %j', (id, without, choice, call) => {
    expect([ask(id, without, call), ask(id, choice, call)]).toEqual(['implicitDeny', 'allowed']);
  });
});
