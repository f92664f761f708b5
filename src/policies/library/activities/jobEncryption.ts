import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

export const jobEncryption: Activity = {
  id: 'jobEncryption',
  title: 'Use KMS keys for data and volumes',
  summary: 'Read and write encrypted data; attach encrypted volumes.',
  options: [
    {
      id: 'volumeKey',
      label: 'Volumes with a key of their own',
      help: 'Whether jobs encrypt their storage volumes with a customer managed key.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds kms:CreateGrant for AWS resources on the volume key.' },
        { value: 'off', label: 'No', help: 'No grant can be created.' },
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
      text: 'kms:GenerateDataKey is added: S3 uses it to write objects encrypted with the key, so output fails without it.',
      source: sources.s3Kms,
    },
    {
      tag: 'hardening',
      statements: ['JobVolumeKeyGrant'],
      text: 'Grants are limited to the volume key, which is often not the data key, and to those that AWS services make for the role.',
      source: sources.grantConditions,
    },
  ],
  notes: [
    {
      text: 'The key policy must allow this role or delegate to IAM as well; an identity policy alone does not open a key.',
      source: sources.keyPolicies,
    },
  ],
};
