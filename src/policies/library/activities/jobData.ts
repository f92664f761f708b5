import type { Activity } from './activity.ts';
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
  summary: 'Read below the input locations, write below the output locations.',
  options: [],
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
  ],
  repairs: [
    {
      guide: { policy: 8, statement: 4 },
      element: 'Resource',
      before: 'arn:aws:s3::<ACCOUNT_ID>:<INPUT_BUCKET_NAME>',
      after: 'arn:aws:s3:::<INPUT_BUCKET_NAME>',
      text: 'S3 ARNs have neither Region nor account; the published ARN never matches a bucket.',
      source: sources.s3Arns,
    },
    {
      guide: { policy: 8, statement: 4 },
      element: 'Resource',
      before: '',
      after: 'arn:aws:s3:::<INPUT_BUCKET_NAME>/*',
      text: 'GetObject matches objects, never a bucket; without this entry no input can be read. PutObject stands in the same statement, so the job may write to the input bucket too: the hardened form separates the two.',
      source: sources.s3Actions,
    },
    {
      guide: { policy: 8, statement: 4 },
      element: 'Resource',
      before: 'arn:aws:s3::<ACCOUNT_ID>:<OUTPUT_BUCKET_NAME>/<PATH_NAME>',
      after: 'arn:aws:s3:::<OUTPUT_BUCKET_NAME>/<PATH_NAME>/*',
      text: 'The same malformed ARN; and it names one object, where a path is meant.',
      source: sources.s3Arns,
    },
    {
      guide: { policy: 8, statement: 4 },
      element: 'Sid',
      before: '',
      after: 'SageMakerS3Access',
      text: 'The statement has no Sid. One is added so that the statement can be referred to; access is the same.',
      source: sources.sid,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['JobReadInput', 'JobWriteOutput'],
      text: 'Input is only read; output is written and read back. The published statement allows both on both, so a job could overwrite its input.',
      source: sources.s3Actions,
    },
    {
      tag: 'hardening',
      statements: ['JobListInput', 'JobListOutput'],
      text: 'Listing is limited to the prefix, where a location has one.',
      source: sources.s3Actions,
    },
    {
      tag: 'validity',
      statements: ['JobListInputBucket'],
      text: 'A location without a prefix is the whole bucket: ListBucket stands on the bucket itself, apart from the actions on its objects.',
      source: sources.s3Actions,
    },
    {
      tag: 'optional',
      statements: ['JobListOutput', 'JobListOutputBucket'],
      text: 'Output can be listed as well, for checkpoints. The published statement never reaches the output bucket with ListBucket.',
      source: sources.s3Actions,
    },
    {
      tag: 'optional',
      statements: ['JobWriteOutput'],
      text: 'AbortMultipartUpload lets a failed upload of a large artefact be cleaned up.',
      source: sources.sagemakerRoles,
    },
  ],
  notes: [
    {
      text: 'Listing is limited to the prefix. Code that lists the root of the bucket, or checks that it exists, is refused.',
      source: sources.s3Actions,
    },
  ],
};
