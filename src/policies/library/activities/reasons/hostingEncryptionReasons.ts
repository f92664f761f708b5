import type { ActivityReasons } from '../activityReasons.ts';
import { grantsOfServices, keyPolicyToo } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const hostingEncryptionReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['HostDataKey'],
      text: 'kms:Encrypt is removed: hosting only reads artifacts. Data capture, batch transform, and asynchronous responses add it again.',
      source: sources.sagemakerRoles,
    },
    { tag: 'hardening', statements: ['HostVolumeKeyGrant'], ...grantsOfServices },
    {
      tag: 'optional',
      statements: ['HostCaptureKey'],
      text: 'Data capture writes encrypted objects, which requires GenerateDataKey.',
      source: sources.s3Kms,
    },
    {
      tag: 'optional',
      statements: ['HostCaptureKey'],
      text: 'A batch transform job encrypts its output with the permissions of the role of its model.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformOutput.html',
    },
    {
      tag: 'optional',
      statements: ['HostCaptureKey'],
      text: 'The endpoint configuration can name a key (KmsKeyId) that encrypts asynchronous responses in S3.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AsyncInferenceOutputConfig.html',
    },
  ],
  notes: [keyPolicyToo],
};
