import { jobs, monitoring, references } from '../../guardrails/guardrail.ts';
import { deniedUnless, type Guarantee, never, sageMakerArns } from '../guarantee.ts';

const approvedTypes = { 'ForAllValues:StringLike': { 'sagemaker:InstanceTypes': ['<INSTANCE_TYPE>'] } };
const training = ['sagemaker:CreateTrainingJob', 'sagemaker:UpdateTrainingJob'];
const configuration = ['sagemaker:CreateEndpointConfig'];

const stages = 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-staging-construct-set-up.html';
const packages = ['sagemaker:CreateModelPackage', 'sagemaker:UpdateModelPackage'];

export const compute: Readonly<Record<string, readonly Guarantee[]>> = {
  instanceTypes: [
    deniedUnless(
      [
        'approved-job-instances',
        'No job runs on an instance type that isn’t approved.',
        [...jobs, ...monitoring, 'sagemaker:CreateTransformJob', 'sagemaker:UpdateTrainingJob'],
      ],
      [approvedTypes],
      references.governance,
    ),
    deniedUnless(
      [
        'approved-instances',
        'No notebook, endpoint, cluster, or Studio app runs on an instance type that isn’t approved.',
        [
          'sagemaker:CreateNotebookInstance',
          'sagemaker:UpdateNotebookInstance',
          ...configuration,
          'sagemaker:CreateApp',
          'sagemaker:CreateCluster',
          'sagemaker:UpdateCluster',
        ],
      ],
      [approvedTypes],
      references.governance,
    ),
  ],
  runTimeCap: [
    deniedUnless(
      ['capped-run-time', 'No job runs longer than the maximum, or without one.', [...jobs, ...monitoring]],
      [{ NumericLessThanEquals: { 'sagemaker:MaxRuntimeInSeconds': ['<MAX_RUNTIME_SECONDS>'] } }],
      references.keys,
    ),
  ],
  warmPoolCap: [
    never(['capped-warm-pools', 'No warm pool is kept longer than the maximum.', training], references.keys, {
      under: { NumericGreaterThan: { 'sagemaker:KeepAlivePeriod': ['<WARM_POOL_SECONDS>'] } },
    }),
  ],
  noRemoteDebug: [
    never(['no-remote-debug', 'No one opens a shell in a training container.', training], references.keys, {
      under: { Bool: { 'sagemaker:EnableRemoteDebug': ['true'] } },
    }),
  ],
  serverlessCaps: [
    never(
      ['capped-concurrency', 'No serverless endpoint has more concurrency than the maximum.', configuration],
      references.keys,
      {
        under: {
          NumericGreaterThan: { 'sagemaker:ServerlessMaxConcurrency': ['<SERVERLESS_MAX_CONCURRENCY>'] },
        },
      },
    ),
    never(
      ['capped-memory', 'No serverless endpoint has more memory than the maximum.', configuration],
      references.keys,
      {
        under: { NumericGreaterThan: { 'sagemaker:ServerlessMemorySize': ['<SERVERLESS_MEMORY_MB>'] } },
      },
    ),
  ],
  approvedModels: [
    deniedUnless(
      [
        'approved-models',
        'No endpoint or transform job uses a model that isn’t approved.',
        [...configuration, 'sagemaker:CreateTransformJob', 'sagemaker:CreateInferenceComponent'],
      ],
      [{ ArnLike: { 'sagemaker:ModelArn': sageMakerArns('model/<APPROVED_MODEL_PREFIX>*') } }],
      references.keys,
    ),
  ],
  modelApproval: [
    never(['models-not-approved', 'No model package is approved.', packages], stages, {
      under: { StringEquals: { 'sagemaker:ModelApprovalStatus': ['Approved'] } },
    }),
    never(
      ['models-not-in-production', 'No model package is moved to the stage Production.', packages],
      stages,
      {
        under: { StringEquals: { 'sagemaker:ModelLifeCycle:Stage': ['Production'] } },
        when: { stage: 'on' },
      },
    ),
    never(
      [
        'production-models-kept',
        'No model package in the stage Production is changed or deleted.',
        ['sagemaker:UpdateModelPackage', 'sagemaker:DeleteModelPackage'],
      ],
      stages,
      {
        under: { StringEquals: { 'sagemaker:CurrentModelLifeCycleStage': ['Production'] } },
        when: { stage: 'on' },
      },
    ),
  ],
};
