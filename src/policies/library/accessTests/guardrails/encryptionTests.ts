import { type GuardrailTests, guardrailTestsOf } from './guardrailTest.ts';

const JOB = 'training-job/<NAME_PREFIX>1';
const OTHER_KEY = 'arn:<PARTITION>:kms:<REGION>:<ACCOUNT_ID>:key/00000000-0000-0000-0000-000000000000';
const noVolumeKey = { 'sagemaker:VolumeKmsKey': [], 'sagemaker:VolumeKmsKeyArn': [] };
const noOutputKey = { 'sagemaker:OutputKmsKey': [], 'sagemaker:OutputKmsKeyArn': [] };

export const encryption: GuardrailTests = {
  interContainerEncryption: guardrailTestsOf([
    ['encrypted', 'allowed', 'trains with encrypted traffic', 'CreateTrainingJob', JOB],
    [
      'plain',
      'denied',
      'trains with unencrypted traffic',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:InterContainerTrafficEncryption': 'false' },
    ],
    [
      'unsaid',
      'denied',
      'trains without specifying traffic encryption',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:InterContainerTrafficEncryption': [] },
    ],
  ]),
  volumeEncryption: guardrailTestsOf([
    ['key', 'allowed', 'trains with a volume key', 'CreateTrainingJob', JOB],
    ['no-key', 'denied', 'trains without a volume key', 'CreateTrainingJob', JOB, noVolumeKey],
    [
      'notebook',
      'denied',
      'creates a notebook without a volume key',
      'CreateNotebookInstance',
      'notebook-instance/analysis',
      noVolumeKey,
    ],
  ]),
  outputEncryption: guardrailTestsOf([
    ['key', 'allowed', 'trains with an output key', 'CreateTrainingJob', JOB],
    ['no-key', 'denied', 'trains without an output key', 'CreateTrainingJob', JOB, noOutputKey],
    [
      'transform',
      'denied',
      'transforms without an output key',
      'CreateTransformJob',
      'transform-job/<NAME_PREFIX>1',
      noOutputKey,
    ],
  ]),
  approvedKeys: guardrailTestsOf([
    ['approved', 'allowed', 'trains with the approved keys', 'CreateTrainingJob', JOB],
    [
      'other-volume',
      'denied',
      'trains with another volume key',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:VolumeKmsKey': OTHER_KEY, 'sagemaker:VolumeKmsKeyArn': OTHER_KEY },
    ],
    [
      'other-output',
      'denied',
      'trains with another output key',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:OutputKmsKey': OTHER_KEY, 'sagemaker:OutputKmsKeyArn': OTHER_KEY },
    ],
  ]),
};
