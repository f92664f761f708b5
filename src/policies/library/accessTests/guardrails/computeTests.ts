import { type GuardrailTests, guardrailTestsOf } from './guardrailTest.ts';

const JOB = 'training-job/<NAME_PREFIX>1';
const CONFIG = 'endpoint-config/<NAME_PREFIX>1';
const MODEL = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:model/zz-unreviewed-1';

const PACKAGE = 'model-package/<NAME_PREFIX>1/1';
const PENDING = {
  'sagemaker:ModelApprovalStatus': 'PendingManualApproval',
  'sagemaker:ModelLifeCycle:Stage': 'Development',
  'sagemaker:CurrentModelLifeCycleStage': 'Development',
};

export const compute: GuardrailTests = {
  instanceTypes: guardrailTestsOf([
    ['small', 'allowed', 'trains on an approved instance type', 'CreateTrainingJob', JOB],
    [
      'large',
      'denied',
      'trains on another instance type',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:InstanceTypes': ['ml.zz9.48xlarge'] },
    ],
    [
      'mixed',
      'denied',
      'trains on an approved and another type',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:InstanceTypes': ['<INSTANCE_TYPE>', 'ml.zz9.48xlarge'] },
    ],
  ]),
  runTimeCap: guardrailTestsOf([
    ['short', 'allowed', 'trains with the maximum run time', 'CreateTrainingJob', JOB],
    [
      'long',
      'denied',
      'trains with a longer run time',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:MaxRuntimeInSeconds': '99999999' },
    ],
    [
      'unsaid',
      'denied',
      'trains without a maximum run time',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:MaxRuntimeInSeconds': [] },
    ],
  ]),
  warmPoolCap: guardrailTestsOf([
    ['short', 'allowed', 'keeps a warm pool for the maximum duration', 'CreateTrainingJob', JOB],
    [
      'long',
      'denied',
      'keeps a warm pool for longer',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:KeepAlivePeriod': '99999999' },
    ],
    [
      'later',
      'denied',
      'extends the warm pool of a running job',
      'UpdateTrainingJob',
      JOB,
      { 'sagemaker:KeepAlivePeriod': '99999999' },
    ],
  ]),
  noRemoteDebug: guardrailTestsOf([
    ['closed', 'allowed', 'trains without remote debugging', 'CreateTrainingJob', JOB],
    [
      'shell',
      'denied',
      'trains with remote debugging',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:EnableRemoteDebug': 'true' },
    ],
    [
      'later',
      'denied',
      'turns on remote debugging for a running job',
      'UpdateTrainingJob',
      JOB,
      { 'sagemaker:EnableRemoteDebug': 'true' },
    ],
  ]),
  serverlessCaps: guardrailTestsOf([
    [
      'small',
      'allowed',
      'configures a serverless endpoint within the maximum',
      'CreateEndpointConfig',
      CONFIG,
      {
        'sagemaker:ServerlessMaxConcurrency': '<SERVERLESS_MAX_CONCURRENCY>',
        'sagemaker:ServerlessMemorySize': '<SERVERLESS_MEMORY_MB>',
      },
    ],
    [
      'many',
      'denied',
      'configures more concurrency',
      'CreateEndpointConfig',
      CONFIG,
      { 'sagemaker:ServerlessMaxConcurrency': '99999' },
    ],
    [
      'large',
      'denied',
      'configures more memory',
      'CreateEndpointConfig',
      CONFIG,
      { 'sagemaker:ServerlessMemorySize': '99999' },
    ],
  ]),
  approvedModels: guardrailTestsOf([
    ['approved', 'allowed', 'hosts an approved model', 'CreateEndpointConfig', CONFIG],
    [
      'other',
      'denied',
      'hosts a model without approval',
      'CreateEndpointConfig',
      CONFIG,
      { 'sagemaker:ModelArn': MODEL },
    ],
    [
      'transform',
      'denied',
      'transforms with a model without approval',
      'CreateTransformJob',
      'transform-job/<NAME_PREFIX>1',
      { 'sagemaker:ModelArn': MODEL },
    ],
  ]),
  modelApproval: guardrailTestsOf([
    [
      'pending',
      'allowed',
      'registers a model that waits for approval',
      'CreateModelPackage',
      PACKAGE,
      PENDING,
    ],
    [
      'approved',
      'denied',
      'approves a model',
      'UpdateModelPackage',
      PACKAGE,
      { ...PENDING, 'sagemaker:ModelApprovalStatus': 'Approved' },
    ],
    [
      'registered-approved',
      'denied',
      'registers a model that is approved at once',
      'CreateModelPackage',
      PACKAGE,
      { ...PENDING, 'sagemaker:ModelApprovalStatus': 'Approved' },
    ],
    [
      'production',
      'denied',
      'moves a model to production',
      'UpdateModelPackage',
      PACKAGE,
      { ...PENDING, 'sagemaker:ModelLifeCycle:Stage': 'Production' },
      { stage: 'on' },
    ],
    [
      'in-production',
      'denied',
      'deletes a model in production',
      'DeleteModelPackage',
      PACKAGE,
      { ...PENDING, 'sagemaker:CurrentModelLifeCycleStage': 'Production' },
      { stage: 'on' },
    ],
    [
      'development',
      'allowed',
      'deletes a model in development',
      'DeleteModelPackage',
      PACKAGE,
      { ...PENDING, 'sagemaker:CurrentModelLifeCycleStage': 'Development' },
    ],
  ]),
};
