import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

export const hostingEncryption: Activity = {
  id: 'hostingEncryption',
  title: 'Use KMS keys for artefacts and volumes',
  summary: 'Read encrypted model artefacts; attach encrypted volumes.',
  options: [
    {
      id: 'capture',
      label: 'Data capture',
      help: 'Whether endpoints write captured requests, encrypted with the data key, to S3.',
      choices: [
        { value: 'off', label: 'No', help: 'The key is used for reading only.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds kms:Encrypt and kms:GenerateDataKey. Writing to S3 belongs to “Load model artefacts from S3”.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'volumeKey',
      label: 'Volumes with a key of their own',
      help: 'Whether endpoints encrypt their storage volumes with a customer managed key.',
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
      guide: [{ policy: 9, statement: 4 }],
    },
  ],
  hardened: [
    {
      Sid: 'HostDataKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: ['<DATA_KMS_CMK_ARN>'],
      guide: [{ policy: 9, statement: 4 }],
    },
    {
      Sid: 'HostCaptureKey',
      Effect: 'Allow',
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: ['<DATA_KMS_CMK_ARN>'],
      when: { capture: 'on' },
      guide: [{ policy: 9, statement: 4 }],
    },
    {
      Sid: 'HostVolumeKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      when: { volumeKey: 'on' },
      guide: [{ policy: 9, statement: 4 }],
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['HostDataKey'],
      text: 'kms:Encrypt is left out: hosting reads artefacts. It comes back with data capture.',
      source: sources.sagemakerRoles,
    },
    {
      tag: 'hardening',
      statements: ['HostVolumeKeyGrant'],
      text: 'Grants are limited to the volume key, which is often not the data key, and to those that AWS services make for the role.',
      source: sources.grantConditions,
    },
    {
      tag: 'optional',
      statements: ['HostCaptureKey'],
      text: 'Data capture writes encrypted objects; S3 needs GenerateDataKey for that.',
      source: sources.s3Kms,
    },
  ],
  notes: [
    {
      text: 'The key policy must allow this role or delegate to IAM as well; an identity policy alone does not open a key.',
      source: sources.keyPolicies,
    },
  ],
};
