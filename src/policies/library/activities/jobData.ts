import type { Activity } from './activity.ts';
import { jumpStartBucket, jumpStartOption } from './awsBuckets.ts';

const input = 'arn:<PARTITION>:s3:::<INPUT_BUCKET_NAME>';
const inputObjects = 'arn:<PARTITION>:s3:::<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/*';
const output = 'arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>';
const outputObjects = 'arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>/<PATH_NAME>/*';

const prefixOf = (placeholder: string) => ({
  StringLike: { 's3:prefix': [`<${placeholder}>`, `<${placeholder}>/*`] },
});

export const jobData: Activity = {
  id: 'jobData',
  title: 'Read input from and write output to S3',
  summary: 'Read from the input locations and write to the output locations.',
  options: [jumpStartOption],
  published: [
    {
      Sid: 'SageMakerS3Access',
      Effect: 'Allow',
      Action: ['s3:ListBucket', 's3:GetObject', 's3:PutObject'],
      Resource: [input, `${input}/*`, outputObjects],
      guide: [{ policy: 8, statement: 4 }],
    },
  ],
  hardened: [
    {
      Sid: 'JobListInput',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [input],
      Condition: prefixOf('INPUT_PREFIX'),
      forEach: 'inputData',
      having: { placeholder: 'INPUT_PREFIX', part: 'given' },
      guide: [{ policy: 8, statement: 4 }],
    },
    {
      Sid: 'JobListInputBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [input],
      forEach: 'inputData',
      having: { placeholder: 'INPUT_PREFIX', part: 'empty' },
      guide: [{ policy: 8, statement: 4 }],
    },
    {
      Sid: 'JobReadInput',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [inputObjects],
      guide: [{ policy: 8, statement: 4 }],
    },
    {
      Sid: 'JobListOutput',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [output],
      Condition: prefixOf('PATH_NAME'),
      forEach: 'outputData',
      having: { placeholder: 'PATH_NAME', part: 'given' },
      guide: [{ policy: 8, statement: 4 }],
    },
    {
      Sid: 'JobListOutputBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [output],
      forEach: 'outputData',
      having: { placeholder: 'PATH_NAME', part: 'empty' },
      guide: [{ policy: 8, statement: 4 }],
    },
    {
      Sid: 'JobWriteOutput',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
      Resource: [outputObjects],
      guide: [{ policy: 8, statement: 4 }],
    },
    jumpStartBucket('JobJumpStart'),
  ],
};
