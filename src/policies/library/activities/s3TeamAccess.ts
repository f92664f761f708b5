import type { Activity } from './activity.ts';
import { roleManagerPage } from './roleManager.ts';
import { sources } from './sources.ts';

const bucket = 'arn:<PARTITION>:s3:::<WORK_BUCKET_NAME>';
const each = { forEach: 'workData' } as const;

export const s3TeamAccess: Activity = {
  id: 's3TeamAccess',
  title: 'Read and write the team’s buckets',
  summary: 'List, read, write and delete below the named bucket or prefix.',
  status: 'roleManager',
  options: [],
  hardened: [
    {
      Sid: 'TeamListPrefix',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      Condition: { StringLike: { 's3:prefix': ['<WORK_PREFIX>', '<WORK_PREFIX>/*'] } },
      ...each,
      having: { placeholder: 'WORK_PREFIX', part: 'given' },
    },
    {
      Sid: 'TeamListBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      ...each,
      having: { placeholder: 'WORK_PREFIX', part: 'empty' },
    },
    {
      Sid: 'TeamBucketLocation',
      Effect: 'Allow',
      Action: ['s3:GetBucketLocation'],
      Resource: [bucket],
    },
    {
      Sid: 'TeamObjects',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      Resource: [`${bucket}/<WORK_PREFIX>/*`],
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['TeamListPrefix', 'TeamObjects'],
      text: 'Limited to a prefix where one is given; listing too.',
      source: sources.s3Actions,
    },
  ],
  notes: [
    { text: 'Encrypted objects need the KMS key as well.', source: sources.s3Kms },
    { text: 'One of SageMaker Role Manager’s activities (S3 Bucket Access).', source: roleManagerPage },
  ],
};
