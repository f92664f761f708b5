import type { Activity } from './activity.ts';
import { dataKeyOption, jumpStartBucket, jumpStartOption } from './awsBuckets.ts';
import { dataKeyThroughS3 } from './roleManager.ts';

const objects = 'arn:<PARTITION>:s3:::<NOTEBOOK_BUCKET_NAME>/<NOTEBOOK_PREFIX>/*';
const bucket = 'arn:<PARTITION>:s3:::<NOTEBOOK_BUCKET_NAME>';

export const notebookData: Activity = {
  id: 'notebookData',
  title: 'Read and write working data in S3',
  summary:
    'List, read, and write in the specified locations. The guide mentions this access, but its samples lack it.',
  options: [dataKeyOption, jumpStartOption],
  hardened: [
    {
      Sid: 'NotebookListData',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      Condition: { StringLike: { 's3:prefix': ['<NOTEBOOK_PREFIX>', '<NOTEBOOK_PREFIX>/*'] } },
      forEach: 'notebookData',
      having: { placeholder: 'NOTEBOOK_PREFIX', part: 'given' },
    },
    {
      Sid: 'NotebookListBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      forEach: 'notebookData',
      having: { placeholder: 'NOTEBOOK_PREFIX', part: 'empty' },
    },
    {
      Sid: 'NotebookReadWriteData',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      Resource: [objects],
    },
    dataKeyThroughS3('NotebookDataKey'),
    jumpStartBucket('NotebookJumpStart'),
  ],
  status: 'missingInGuide',
};
