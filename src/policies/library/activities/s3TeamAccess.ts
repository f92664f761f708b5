import type { Activity } from './activity.ts';
import { dataKeyOption } from './awsBuckets.ts';
import { dataKeyThroughS3 } from './roleManager.ts';

const bucket = 'arn:<PARTITION>:s3:::<WORK_BUCKET_NAME>';
const each = { forEach: 'workData' } as const;

export const s3TeamAccess: Activity = {
  id: 's3TeamAccess',
  title: 'Read and write the team’s buckets',
  summary: 'List, read, write, and delete objects in the specified bucket or prefix.',
  status: 'roleManager',
  options: [dataKeyOption],
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
    dataKeyThroughS3('TeamDataKey'),
  ],
};
