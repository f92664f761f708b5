import type { ActivityReasons } from '../activityReasons.ts';
import { abortedUploads, fromJumpStart, listingByPrefix } from './sharedReasons.ts';
import { jumpStartPage, sources } from './sources.ts';

export const jobDataReasons: ActivityReasons = {
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
    { tag: 'optional', statements: ['JobWriteOutput'], ...abortedUploads },
  ],
  companions: [{ statements: ['JobJumpStart'], ...fromJumpStart }],
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
  notes: [listingByPrefix],
};
