import type { Activity } from './activity.ts';

const bucket = 'arn:<PARTITION>:s3:::<OFFLINE_STORE_BUCKET>';
const glue = 'arn:<PARTITION>:glue:<REGION>:<ACCOUNT_ID>';

export const keepOfflineStore: Activity = {
  id: 'keepOfflineStore',
  title: 'Write to the offline store',
  summary: 'Write records to the offline store in S3, and update its tables in the Glue Data Catalog.',
  status: 'missingInGuide',
  options: [
    {
      id: 'kms',
      label: 'Offline store with a customer managed key',
      help: 'Whether the objects of the offline store are encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'The objects have no customer managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'OfflineStoreWrite',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:PutObjectAcl'],
      Resource: [`${bucket}/<OFFLINE_STORE_PREFIX>/*`],
    },
    { Sid: 'OfflineStoreBucket', Effect: 'Allow', Action: ['s3:GetBucketAcl'], Resource: [bucket] },
    {
      Sid: 'OfflineStoreMetadata',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [`${bucket}/<OFFLINE_STORE_PREFIX>/*/metadata/*`],
    },
    {
      Sid: 'OfflineStoreTables',
      Effect: 'Allow',
      Action: ['glue:GetTable', 'glue:UpdateTable'],
      Resource: [`${glue}:catalog`, `${glue}:database/<GLUE_DATABASE>`, `${glue}:table/<GLUE_DATABASE>/*`],
    },
    {
      Sid: 'OfflineStoreKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: ['<DATA_KMS_CMK_ARN>'],
      when: { kms: 'on' },
    },
  ],
};
