import type { ActivityReasons } from '../activityReasons.ts';
import { dataKeyThroughS3, fromJumpStart, listingByPrefix } from './sharedReasons.ts';
import { jumpStartPage, sources } from './sources.ts';

export const notebookDataReasons: ActivityReasons = {
  differences: [
    { tag: 'optional', statements: ['NotebookDataKey'], ...dataKeyThroughS3 },
    {
      tag: 'optional',
      statements: ['NotebookJumpStart'],
      text: 'The SDK reads the list of JumpStart models and their artifacts from this bucket.',
      source: jumpStartPage,
    },
    {
      tag: 'validity',
      statements: ['NotebookListData', 'NotebookListBucket', 'NotebookReadWriteData'],
      text: 'The guide says that this role needs access to data in S3, but no statement grants it.',
      source: sources.whitepaper,
    },
  ],
  companions: [{ statements: ['NotebookJumpStart'], ...fromJumpStart }],
  notes: [
    {
      text: 'default_bucket() of the SDK lists the bucket to check that it exists, without a prefix unless you set default_bucket_prefix. Set it to the prefix that you entered, or enter a bucket without a prefix.',
      source: 'https://github.com/aws/sagemaker-python-sdk/blob/master/src/sagemaker/session.py',
    },
    {
      text: 'Set default_bucket in the SDK session to one of these buckets. Otherwise the SDK tries to create one.',
      source: 'https://github.com/aws/sagemaker-python-sdk/pull/3165',
    },
    listingByPrefix,
  ],
};
