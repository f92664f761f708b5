import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

const objects = 'arn:<PARTITION>:s3:::<NOTEBOOK_BUCKET_NAME>/<NOTEBOOK_PREFIX>/*';
const bucket = 'arn:<PARTITION>:s3:::<NOTEBOOK_BUCKET_NAME>';

export const notebookData: Activity = {
  id: 'notebookData',
  title: 'Read and write working data in S3',
  summary:
    'List, read, and write in the specified locations. The guide mentions this access, but its samples lack it.',
  options: [],
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
  ],
  repairs: [],
  differences: [
    {
      tag: 'validity',
      statements: ['NotebookListData', 'NotebookListBucket', 'NotebookReadWriteData'],
      text: 'The guide says that this role needs access to data in S3, but no statement grants it.',
      source: sources.whitepaper,
    },
  ],
  notes: [
    {
      text: 'Set default_bucket in the SDK session to one of these buckets. Otherwise the SDK tries to create one.',
      source: 'https://github.com/aws/sagemaker-python-sdk/pull/3165',
    },
    {
      text: 'Listing is limited to the prefix. Code that lists the root of the bucket or checks that the bucket exists is denied.',
      source: sources.s3Actions,
    },
  ],
  status: 'missingInGuide',
};
