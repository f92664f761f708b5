import type { Activity } from './activity.ts';

export const hostingEncryption: Activity = {
  id: 'hostingEncryption',
  title: 'Use KMS keys for artifacts and volumes',
  summary: 'Read encrypted model artifacts and attach encrypted volumes.',
  options: [
    {
      id: 'capture',
      label: 'Data capture, batch transform, or asynchronous responses',
      help: 'Whether endpoints write captured requests or asynchronous responses, or batch transform jobs their output, to S3, encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'The key is used for reading only.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds kms:Encrypt and kms:GenerateDataKey. Write access to S3 is part of “Load model artifacts from S3” and “Serve asynchronous endpoints”.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'volumeKey',
      label: 'Volumes with a customer managed key',
      help: 'The grant for an endpoint’s volume belongs to the caller who creates the endpoint. The role of the model needs it only for batch transform with a volume key.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds kms:CreateGrant for AWS resources on the volume key.' },
        { value: 'off', label: 'No', help: 'The role can’t create grants.' },
      ],
      default: 'on',
      recommended: 'off',
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
};
