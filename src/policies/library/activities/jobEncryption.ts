import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

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
  repairs: [],
  differences: [
    {
      tag: 'validity',
      statements: ['JobDataKey'],
      text: 'kms:GenerateDataKey is added: S3 needs it to write objects encrypted with the key. Without it, writing output fails.',
      source: sources.s3Kms,
    },
    {
      tag: 'hardening',
      statements: ['JobVolumeKeyGrant'],
      text: 'Grants are limited to the volume key, which often differs from the data key, and to grants that AWS services create for the role. They aren’t limited to SageMaker with kms:ViaService: AWS documents that condition for callers, not for execution roles.',
      source: sources.grantConditions,
    },
  ],
};
