import type { Activity } from './activity.ts';
import { jumpStartBucket, jumpStartOption, jumpStartPage } from './awsBuckets.ts';
import { sources } from './sources.ts';

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
  repairs: [
    {
      guide: { policy: 8, statement: 4 },
      element: 'Resource',
      before: 'arn:aws:s3::<ACCOUNT_ID>:<INPUT_BUCKET_NAME>',
      after: 'arn:aws:s3:::<INPUT_BUCKET_NAME>',
      text: 'S3 ARNs have no Region and no account. The ARN in the guide never matches a bucket.',
      source: sources.s3Arns,
    },
    {
      guide: { policy: 8, statement: 4 },
      element: 'Resource',
      before: '',
      after: 'arn:aws:s3:::<INPUT_BUCKET_NAME>/*',
      text: 'GetObject applies to objects, never to a bucket. Without this entry, no input can be read. PutObject is in the same statement, so the job can also write to the input bucket. The least-privilege version separates the two.',
      source: sources.s3Actions,
    },
    {
      guide: { policy: 8, statement: 4 },
      element: 'Resource',
      before: 'arn:aws:s3::<ACCOUNT_ID>:<OUTPUT_BUCKET_NAME>/<PATH_NAME>',
      after: 'arn:aws:s3:::<OUTPUT_BUCKET_NAME>/<PATH_NAME>/*',
      text: 'The same malformed ARN. It also matches a single object instead of a path.',
      source: sources.s3Arns,
    },
    {
      guide: { policy: 8, statement: 4 },
      element: 'Sid',
      before: '',
      after: 'SageMakerS3Access',
      text: 'The statement has no Sid. One is added so that you can refer to the statement. Access is the same.',
      source: sources.sid,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['JobReadInput', 'JobWriteOutput'],
      text: 'Input is read-only; output can be written and read. The statement in the guide allows both on both buckets, so a job could overwrite its input.',
      source: sources.s3Actions,
    },
    {
      tag: 'hardening',
      statements: ['JobListInput', 'JobListOutput'],
      text: 'Listing is limited to the prefix if a location has one.',
      source: sources.s3Actions,
    },
    {
      tag: 'validity',
      statements: ['JobListInputBucket'],
      text: 'A location without a prefix is the whole bucket. ListBucket applies to the bucket ARN, separate from the object actions.',
      source: sources.s3Actions,
    },
    {
      tag: 'optional',
      statements: ['JobJumpStart'],
      text: 'Fine-tuning a JumpStart model reads the model from this bucket.',
      source: jumpStartPage,
    },
    {
      tag: 'optional',
      statements: ['JobListOutput', 'JobListOutputBucket'],
      text: 'Output can also be listed, for checkpoints. In the guide, ListBucket never applies to the output bucket.',
      source: sources.s3Actions,
    },
    {
      tag: 'optional',
      statements: ['JobWriteOutput'],
      text: 'AbortMultipartUpload cleans up failed uploads of large artifacts.',
      source: sources.sagemakerRoles,
    },
  ],
};
