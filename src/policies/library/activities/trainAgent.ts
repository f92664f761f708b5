import type { Activity } from './activity.ts';
import { arn } from './roleManager.ts';

const turns = [
  'sagemaker:Sample',
  'sagemaker:SampleWithResponseStream',
  'sagemaker:CompleteRollout',
  'sagemaker:UpdateReward',
];
const ofAccount = { 'aws:ResourceAccount': ['${aws:PrincipalAccount}'] };
const token = ['sagemaker:CallWithBearerToken'];
const key = ['kms:Decrypt', 'kms:GenerateDataKey'];

export const trainAgent: Activity = {
  id: 'trainAgent',
  title: 'Take part in a training job as an agent',
  summary: 'Sample from the model in training, complete rollouts, and report rewards.',
  status: 'missingInGuide',
  options: [
    {
      id: 'kms',
      label: 'Job with a customer managed key',
      help: 'Whether the job is encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'Adds nothing.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key through SageMaker.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'SageMakerJobRuntimePermissions',
      Effect: 'Allow',
      Action: turns,
      Resource: ['arn:<PARTITION>:sagemaker:*:*:job/*'],
      Condition: { StringEquals: ofAccount },
    },
    {
      Sid: 'BearerTokenPermissions',
      Effect: 'Allow',
      Action: token,
      Resource: ['*'],
      Condition: { StringEquals: ofAccount },
    },
    {
      Sid: 'KMSPermissionsForMTRLRuntime',
      Effect: 'Allow',
      Action: key,
      Resource: ['arn:<PARTITION>:kms:*:*:key/*'],
      Condition: { StringEquals: ofAccount, StringLike: { 'kms:ViaService': ['sagemaker.*.amazonaws.com'] } },
    },
  ],
  hardened: [
    { Sid: 'AgentTurns', Effect: 'Allow', Action: turns, Resource: [arn('job', '*/<NAME_PREFIX>*')] },
    { Sid: 'AgentToken', Effect: 'Allow', Action: token, Resource: ['*'] },
    {
      Sid: 'AgentDataKey',
      Effect: 'Allow',
      Action: key,
      Resource: ['<DATA_KMS_CMK_ARN>'],
      Condition: { StringEquals: { 'kms:ViaService': ['sagemaker.<REGION>.amazonaws.com'] } },
      when: { kms: 'on' },
    },
  ],
};
