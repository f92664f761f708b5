import type { ActivityReasons } from '../activityReasons.ts';
import { grantsOfServices, keyPolicyToo } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const hostingEncryptionReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['HostDataKey'],
      text: 'kms:Encrypt is removed: hosting only reads artifacts. Data capture adds it again.',
      source: sources.sagemakerRoles,
    },
    { tag: 'hardening', statements: ['HostVolumeKeyGrant'], ...grantsOfServices },
    {
      tag: 'optional',
      statements: ['HostCaptureKey'],
      text: 'Data capture writes encrypted objects, which requires GenerateDataKey.',
      source: sources.s3Kms,
    },
  ],
  notes: [keyPolicyToo],
};
