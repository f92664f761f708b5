import { type GuardrailProofs, limitProofs } from './guardrailProof.ts';

const JOB = 'training-job/<NAME_PREFIX>1';
const CONFIG = 'endpoint-config/<NAME_PREFIX>1';
const MODEL = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:model/zz-unreviewed-1';

export const compute: GuardrailProofs = {
  instanceTypes: limitProofs([
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
  runTimeCap: limitProofs([
    ['short', 'allowed', 'trains for as long as allowed', 'CreateTrainingJob', JOB],
    [
      'long',
      'denied',
      'trains for longer',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:MaxRuntimeInSeconds': '99999999' },
    ],
    [
      'unsaid',
      'denied',
      'trains without an end',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:MaxRuntimeInSeconds': [] },
    ],
  ]),
  warmPoolCap: limitProofs([
    ['short', 'allowed', 'keeps instances warm for as long as allowed', 'CreateTrainingJob', JOB],
    [
      'long',
      'denied',
      'keeps instances warm for longer',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:KeepAlivePeriod': '99999999' },
    ],
    [
      'later',
      'denied',
      'makes a running job’s warm pool live longer',
      'UpdateTrainingJob',
      JOB,
      { 'sagemaker:KeepAlivePeriod': '99999999' },
    ],
  ]),
  noRemoteDebug: limitProofs([
    ['closed', 'allowed', 'trains without a shell', 'CreateTrainingJob', JOB],
    [
      'shell',
      'denied',
      'trains with a shell into the container',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:EnableRemoteDebug': 'true' },
    ],
    [
      'later',
      'denied',
      'opens a shell into a running job',
      'UpdateTrainingJob',
      JOB,
      { 'sagemaker:EnableRemoteDebug': 'true' },
    ],
  ]),
  serverlessCaps: limitProofs([
    [
      'small',
      'allowed',
      'configures a serverless endpoint within the size',
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
      'asks for more concurrency',
      'CreateEndpointConfig',
      CONFIG,
      { 'sagemaker:ServerlessMaxConcurrency': '99999' },
    ],
    [
      'large',
      'denied',
      'asks for more memory',
      'CreateEndpointConfig',
      CONFIG,
      { 'sagemaker:ServerlessMemorySize': '99999' },
    ],
  ]),
  approvedModels: limitProofs([
    ['approved', 'allowed', 'hosts an approved model', 'CreateEndpointConfig', CONFIG],
    [
      'other',
      'denied',
      'hosts a model that nobody approved',
      'CreateEndpointConfig',
      CONFIG,
      { 'sagemaker:ModelArn': MODEL },
    ],
    [
      'transform',
      'denied',
      'transforms with a model that nobody approved',
      'CreateTransformJob',
      'transform-job/<NAME_PREFIX>1',
      { 'sagemaker:ModelArn': MODEL },
    ],
  ]),
};
