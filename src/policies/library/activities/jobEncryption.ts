import type { Activity } from './activity.ts';

export const jobEncryption: Activity = {
  id: 'jobEncryption',
  title: 'Use KMS keys for data and volumes',
  summary: 'Read and write encrypted data and attach encrypted volumes.',
  options: [
    {
      id: 'volumeKey',
      label: 'Volumes with a customer managed key',
      help: 'Whether jobs encrypt their storage volumes with a customer managed key.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds kms:CreateGrant for AWS resources on the volume key.' },
        { value: 'off', label: 'No', help: 'The role can’t create grants.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'SageMakerKMSUsage',
      Effect: 'Allow',
      Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt'],
      Resource: ['<DATA_KMS_CMK_ARN>'],
      guide: [{ policy: 8, statement: 3 }],
    },
  ],
  hardened: [
    {
      Sid: 'JobDataKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt', 'kms:DescribeKey'],
      Resource: ['<DATA_KMS_CMK_ARN>'],
      guide: [{ policy: 8, statement: 3 }],
    },
    {
      Sid: 'JobVolumeKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      when: { volumeKey: 'on' },
      guide: [{ policy: 8, statement: 3 }],
    },
  ],
};
