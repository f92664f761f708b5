import type { Activity } from './activity.ts';

const page = 'https://developer.hashicorp.com/terraform/language/backend/s3';
const bucket = 'arn:<PARTITION>:s3:::<STATE_BUCKET>';

export const terraformState: Activity = {
  id: 'terraformState',
  title: 'Use Terraform state in S3',
  summary: 'Read and write the state, and its lock file.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'TerraformState',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/<STATE_PREFIX>/*`],
    },
    {
      Sid: 'TerraformLock',
      Effect: 'Allow',
      Action: ['s3:DeleteObject'],
      Resource: [`${bucket}/<STATE_PREFIX>/*.tflock`],
    },
    { Sid: 'TerraformStateList', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: [bucket] },
  ],
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'These are the permissions that Terraform documents for the S3 backend with use_lockfile. A plan also writes the lock, and with -refresh can write the state.',
      source: page,
    },
  ],
};
