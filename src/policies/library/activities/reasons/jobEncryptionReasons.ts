import type { ActivityReasons } from '../activityReasons.ts';
import { grantsOfServices, keyPolicyToo } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const jobEncryptionReasons: ActivityReasons = {
  differences: [
    {
      tag: 'validity',
      statements: ['JobDataKey'],
      text: 'kms:GenerateDataKey is added: S3 needs it to write objects encrypted with the key. Without it, writing output fails.',
      source: sources.s3Kms,
    },
    { tag: 'hardening', statements: ['JobVolumeKeyGrant'], ...grantsOfServices },
  ],
  notes: [
    {
      text: 'AWS documents kms:GrantIsForAWSResource for grants that its services create for the caller. Whether SageMaker creates the grant of every volume this way isn’t confirmed. If a job with a volume key fails on CreateGrant, remove the condition and try again.',
      source: sources.grantConditions,
    },
    keyPolicyToo,
  ],
};
