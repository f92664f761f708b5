import type { ActivityReasons } from '../activityReasons.ts';
import { dataKeyThroughS3 } from './sharedReasons.ts';
import { roleManagerPage, sources } from './sources.ts';

export const s3TeamAccessReasons: ActivityReasons = {
  differences: [
    { tag: 'optional', statements: ['TeamDataKey'], ...dataKeyThroughS3 },
    {
      tag: 'hardening',
      statements: ['TeamListPrefix', 'TeamObjects'],
      text: 'Object access and listing are limited to the prefix if you enter one.',
      source: sources.s3Actions,
    },
  ],
  notes: [
    { text: 'The key policy of an encrypted bucket must also allow the role.', source: sources.keyPolicies },
    { text: 'From SageMaker Role Manager (S3 Bucket Access).', source: roleManagerPage },
  ],
};
