import type { Activity } from './activity.ts';
import { dataKeyThroughS3 } from './roleManager.ts';

const glue = 'arn:<PARTITION>:glue:<REGION>:<ACCOUNT_ID>';
const bucket = 'arn:<PARTITION>:s3:::<WORK_BUCKET_NAME>';

export const manageGlueTables: Activity = {
  id: 'manageGlueTables',
  title: 'Manage Glue tables',
  summary: 'Find and update the tables that Feature Store and Data Wrangler use.',
  status: 'roleManager',
  options: [
    {
      id: 'kms',
      label: 'Encrypted tables',
      help: 'Data in S3 is encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'Amazon S3 managed keys (SSE-S3) are used.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key through S3.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'GlueTables',
      Effect: 'Allow',
      Action: ['glue:GetTable', 'glue:SearchTables', 'glue:UpdateTable'],
      Resource: [`${glue}:catalog`, `${glue}:database/<GLUE_DATABASE>`, `${glue}:table/<GLUE_DATABASE>/*`],
    },
    {
      Sid: 'GlueTableObjects',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/<WORK_PREFIX>/*`],
    },
    { Sid: 'GlueTableBuckets', Effect: 'Allow', Action: ['s3:GetBucketAcl'], Resource: [bucket] },
    dataKeyThroughS3('GlueTableKey'),
  ],
};
