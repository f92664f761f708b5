import { describe, expect, it } from 'vitest';
import { compose } from '../../../compose/compose.ts';
import type { Draft } from '../../../model/draft.ts';
import { chooseActivity, createDraft } from '../../../draft/createDraft.ts';
import { fillExamples } from '../../../compose/exampleValues.ts';
import { runScenarioStep } from '../../../accessTests/runScenarioStep.ts';
import { testContext } from '../../../accessTests/testContext.ts';
import { builtIn } from '../../builtIn.ts';
import { arn, carefulCall, sageMaker } from '../accessTest.ts';
import { hasParameter, type Parameter, parameterKeys, parameters } from './impliedCall.ts';
import { impliedCalls } from './impliedCalls.ts';
import { scenarios } from './index.ts';
import { type CreateCall, expandCreate, type Step } from './scenario.ts';

/** Personas with activities beside the recommended ones; options over what they start with. */
type Choices = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>> | null>>>>;

/** `null` leaves an activity out. */
function draftOf(choices: Choices): Draft {
  const draft = createDraft(
    {
      personas: [...new Set(['trainingRole', 'hostingRole', ...personasOfCreates])],
      layout: 'perPersona',
    },
    builtIn,
  );
  const activities = Object.entries(draft.activities).map(([persona, chosen]) => {
    const changes = choices[persona] ?? {};
    const all = [
      ...chosen,
      ...Object.keys(changes)
        .filter((activity) => !chosen.some((choice) => choice.activity === activity))
        .map((one) => chooseActivity(one, builtIn)),
    ];
    const kept = all.filter(({ activity }) => changes[activity] !== null);
    return [
      persona,
      kept.map((choice) => ({ ...choice, options: { ...choice.options, ...changes[choice.activity] } })),
    ];
  });
  return fillExamples({ ...draft, activities: Object.fromEntries(activities) }, builtIn);
}

const job = { persona: 'trainingRole', arn: '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>' };
const host = { persona: 'hostingRole', arn: '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>' };
const pipe = { persona: '', arn: '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>' };

const customized = { persona: 'customizationJobRole', arn: '<CUSTOMIZATION_ROLE_ARN>' };
const instances = { persona: 'hyperPodInstanceRole', arn: '<HYPERPOD_INSTANCE_ROLE_ARN>' };
const artifacts = { persona: 'mlflowServerRole', arn: '<MLFLOW_ROLE_ARN>' };

/** Who creates what: the persona, the resource, and the role that is passed. */
const creates: Readonly<Record<string, readonly [persona: string, type: string, role?: CreateCall['role']]>> =
  {
    CreateTrainingJob: ['notebookRole', 'training-job/<NAME_PREFIX>1', job],
    CreateHyperParameterTuningJob: ['notebookRole', 'hyper-parameter-tuning-job/<NAME_PREFIX>1', job],
    CreateProcessingJob: ['notebookRole', 'processing-job/<NAME_PREFIX>1', job],
    CreateTransformJob: ['mlopsEngineer', 'transform-job/<NAME_PREFIX>1', host],
    CreateModel: ['notebookRole', 'model/<NAME_PREFIX>1', host],
    CreateModelPackage: ['mlopsEngineer', 'model-package/<NAME_PREFIX>1'],
    CreateModelPackageGroup: ['mlopsEngineer', 'model-package-group/<NAME_PREFIX>1'],
    CreateEndpointConfig: ['notebookRole', 'endpoint-config/<NAME_PREFIX>1'],
    CreateEndpoint: ['notebookRole', 'endpoint/<NAME_PREFIX>1'],
    CreatePipeline: ['mlopsEngineer', 'pipeline/<NAME_PREFIX>1', pipe],
    CreateJob: ['modelCustomizer', 'job/AgentRFT/<NAME_PREFIX>1', customized],
    CreateCluster: ['hyperPodAdmin', 'cluster/<HYPERPOD_CLUSTER_ID>', instances],
    CreateMlflowTrackingServer: ['mlflowAdmin', 'mlflow-tracking-server/<NAME_PREFIX>1', artifacts],
  };

const personasOfCreates = Object.values(creates).flatMap(([persona, , role]) => [
  persona,
  ...(role?.persona ? [role.persona] : []),
]);

/** What makes the calls of a cell possible beside what is recommended, and what takes exactly that away. */
interface Case {
  readonly create: string;
  readonly parameter: Parameter;
  readonly right?: Choices;
  readonly without: Choices;
}

const jobs = ['CreateTrainingJob', 'CreateHyperParameterTuningJob', 'CreateProcessingJob'];

const ofJobs: readonly Case[] = jobs.flatMap((create): readonly Case[] => [
  { create, parameter: 'role', without: { notebookRole: { runJobs: null } } },
  { create, parameter: 'tags', without: { notebookRole: { runJobs: { tags: 'off' } } } },
  {
    create,
    parameter: 'volumeKey',
    // The grant for an endpoint's volume is one through SageMaker on the same key.
    without: {
      trainingRole: { jobEncryption: { volumeKey: 'off' } },
      notebookRole: { deployModels: { volumeKey: 'off' } },
    },
  },
  { create, parameter: 'outputKey', without: { trainingRole: { jobEncryption: null } } },
  { create, parameter: 'inputKey', without: { trainingRole: { jobEncryption: null } } },
  { create, parameter: 'vpc', without: { trainingRole: { jobVpcNetworking: null } } },
  { create, parameter: 'image', without: { trainingRole: { pullImages: null } } },
  { create, parameter: 'awsImage', without: { trainingRole: { pullImages: { awsImages: 'off' } } } },
  { create, parameter: 'logGroup', without: { trainingRole: { logsAndMetrics: null } } },
]);

const ofModels: readonly Case[] = [
  { create: 'CreateModel', parameter: 'role', without: { notebookRole: { deployModels: null } } },
  { create: 'CreateModel', parameter: 'tags', without: { notebookRole: { deployModels: { tags: 'off' } } } },
  { create: 'CreateModel', parameter: 'inputKey', without: { hostingRole: { hostingEncryption: null } } },
  { create: 'CreateModel', parameter: 'vpc', without: { hostingRole: { hostingVpcNetworking: null } } },
  { create: 'CreateModel', parameter: 'image', without: { hostingRole: { pullImages: null } } },
  {
    create: 'CreateModel',
    parameter: 'awsImage',
    without: { hostingRole: { pullImages: { awsImages: 'off' } } },
  },
  { create: 'CreateModel', parameter: 'logGroup', without: { hostingRole: { logsAndMetrics: null } } },
];

const manageJobs = { mlopsEngineer: { manageJobs: {} } };

const others: readonly Case[] = [
  ...['CreateEndpointConfig', 'CreateEndpoint'].map(
    (create): Case => ({
      create,
      parameter: 'tags',
      without: { notebookRole: { deployModels: { tags: 'off' } } },
    }),
  ),
  {
    create: 'CreateEndpoint',
    parameter: 'volumeKey',
    without: { notebookRole: { deployModels: { volumeKey: 'off' } } },
  },
  {
    create: 'CreateEndpoint',
    parameter: 'endpointConfig',
    without: { notebookRole: { deployModels: null } },
  },
  {
    create: 'CreateTransformJob',
    parameter: 'tags',
    right: manageJobs,
    without: { mlopsEngineer: { manageJobs: { tags: 'off' } } },
  },
  {
    create: 'CreateTransformJob',
    parameter: 'volumeKey',
    right: { hostingRole: { hostingEncryption: { volumeKey: 'on' } } },
    without: {
      hostingRole: { hostingEncryption: { volumeKey: 'off' } },
      mlopsEngineer: { manageEndpoints: { kms: 'off' } },
    },
  },
  ...['CreateModelPackage', 'CreateModelPackageGroup'].map(
    (create): Case => ({
      create,
      parameter: 'tags',
      without: { mlopsEngineer: { manageModels: { tags: 'off' } } },
    }),
  ),
  { create: 'CreatePipeline', parameter: 'role', without: { mlopsEngineer: { managePipelines: null } } },
  {
    create: 'CreatePipeline',
    parameter: 'tags',
    without: { mlopsEngineer: { managePipelines: { tags: 'off' } } },
  },
];

const ofRepositories: readonly Case[] = [
  { create: 'CreateRepository', parameter: 'tags', without: { notebookRole: { buildAndPushImages: null } } },
];

const ofSpecialRoles: readonly Case[] = [
  { create: 'CreateEndpointConfig', parameter: 'volumeKey', without: {} },
  { create: 'CreateJob', parameter: 'role', without: { modelCustomizer: { startCustomization: null } } },
  {
    create: 'CreateJob',
    parameter: 'tags',
    without: { modelCustomizer: { startCustomization: { tags: 'off' } } },
  },
  {
    create: 'CreateJob',
    parameter: 'vpc',
    right: {
      customizationJobRole: { customizeModel: { vpc: 'on' }, jobVpcNetworking: { reach: 'compatible' } },
    },
    without: {},
  },
  {
    create: 'CreateJob',
    parameter: 'outputKey',
    right: { customizationJobRole: { jobEncryption: {} } },
    without: {},
  },
  { create: 'CreateCluster', parameter: 'role', without: { hyperPodAdmin: { manageClusters: null } } },
  {
    create: 'CreateCluster',
    parameter: 'tags',
    without: { hyperPodAdmin: { manageClusters: { tags: 'off' } } },
  },
  {
    create: 'CreateCluster',
    parameter: 'vpc',
    without: { hyperPodInstanceRole: { clusterInstances: { vpc: 'off' } } },
  },
  {
    create: 'CreateCluster',
    parameter: 'logGroup',
    without: { hyperPodInstanceRole: { clusterInstances: null } },
  },
  {
    create: 'CreateMlflowTrackingServer',
    parameter: 'role',
    without: { mlflowAdmin: { manageMlflow: null } },
  },
  {
    create: 'CreateMlflowTrackingServer',
    parameter: 'tags',
    without: { mlflowAdmin: { manageMlflow: { tags: 'off' } } },
  },
];

const cases = [...ofSpecialRoles, ...ofJobs, ...ofModels, ...others, ...ofRepositories];

/** The create call with this parameter and no other. */
function callOf({ create, parameter }: Case): CreateCall {
  const [persona, type, role] = creates[create] ?? ['', '', undefined];
  const context = Object.fromEntries(
    Object.entries(carefulCall).filter(([key]) =>
      (parameterKeys[parameter] ?? []).some((known) => key.startsWith(known)),
    ),
  );
  if (create === 'CreateRepository')
    return {
      persona: 'notebookRole',
      title: 'x',
      action: 'ecr:CreateRepository',
      resource: arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/x'),
      context: { 'aws:TagKeys': ['<ECR_TAG_KEY>'] },
      carries: [],
    };
  return {
    persona,
    title: 'x',
    action: `sagemaker:${create}`,
    resource: sageMaker(type),
    context,
    carries: Object.keys(context).length > 0 ? [] : [parameter],
    ...(role ? { role } : {}),
    logGroup: arn(
      'logs',
      `log-group:/aws/sagemaker/${create === 'CreateCluster' ? 'Clusters/a/1' : 'TrainingJobs'}`,
    ),
  };
}

const cellOf = ({ create, parameter }: Case) =>
  impliedCalls.find(
    (cell) => cell.parameter === parameter && cell.creates.some((action) => action.endsWith(`:${create}`)),
  );

const ask = (draft: Draft, steps: readonly Step[]) => {
  const context = testContext(draft, compose(draft, builtIn), builtIn);
  return steps.map((step) => `${step.proof.title}: ${runScenarioStep(step, context).state}`);
};

describe('what a create call implies', () => {
  it('every cell has a case, and every case a cell', () => {
    const cells = impliedCalls.flatMap(({ creates: actions, parameter }) =>
      actions.map((action) => `${action.split(':')[1]} ${parameter}`),
    );
    expect(cases.map(({ create, parameter }) => `${create} ${parameter}`).toSorted()).toEqual(
      cells.toSorted(),
    );
  });

  it.each(cases)(
    '$create with $parameter: its calls are there, allowed with the right choices, and not without',
    (given) => {
      const cell = cellOf(given);
      const steps = expandCreate(callOf(given)).filter(
        ({ implied }) => implied?.parameter === given.parameter,
      );
      expect(steps.map(({ proof }) => proof.action)).toEqual(cell?.calls.map(({ action }) => action));
      expect(ask(draftOf(given.right ?? {}), steps)).toEqual(
        steps.map(({ proof }) => `${proof.title}: holds`),
      );
      const isAsked = ({ proof }: Step) => !proof.trust && !isFreeOf(proof.action, given);
      const refused = ask(draftOf(given.without), steps.filter(isAsked));
      expect(refused).toEqual(steps.filter(isAsked).map(({ proof }) => `${proof.title}: fails`));
    },
  );

  /** Signing in to ECR comes with the pull of own images, and the notebook's own jobs pass roles of other activities. */
  const isFreeOf = (action: string, { parameter }: Case) =>
    parameter === 'awsImage' && action === 'ecr:GetAuthorizationToken';

  it('processing jobs in a VPC fail where interfaces are limited to subnets, training jobs do not', () => {
    const strict = draftOf({ trainingRole: { jobVpcNetworking: { reach: 'strict' } } });
    const result = (create: string) => {
      const steps = expandCreate(callOf({ create, parameter: 'vpc', without: {} })).slice(1);
      return ask(strict, steps).filter((line) => line.endsWith('fails')).length;
    };
    expect([result('CreateTrainingJob'), result('CreateProcessingJob')]).toEqual([0, 4]);
  });

  it('each cell and each call has a source at AWS', () => {
    for (const { source, calls } of impliedCalls)
      for (const own of [source, ...calls.flatMap((call) => call.source ?? [])])
        expect(own).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  const ownCalls = scenarios.flatMap(({ id, steps }) =>
    steps.flatMap((step) => (step.implied ? [] : [{ id, step, steps }])),
  );

  it.each(ownCalls)(
    '$id, call $step.proof.id: each parameter that it has is in the table, and its calls follow',
    ({ step: { proof, carries = [] }, steps }) => {
      const inContext = parameters.filter((parameter) => hasParameter(proof.context, parameter));
      for (const parameter of new Set([...inContext, ...carries])) {
        const cells = impliedCalls.filter(
          (one) => one.parameter === parameter && one.creates.includes(proof.action),
        );
        const followed = steps.filter(
          ({ implied }) => implied?.create === proof.action && implied.parameter === parameter,
        );
        expect([parameter, cells.length]).toEqual([parameter, 1]);
        expect(followed.map(({ proof: { action } }) => action)).toEqual(
          cells.flatMap(({ calls }) => calls.map(({ action }) => action)),
        );
      }
    },
  );

  it.each(ownCalls)('$id, call $step.proof.id: passes no role, which belongs to the table', ({ step }) => {
    expect(step.proof.action).not.toBe('iam:PassRole');
  });
});
