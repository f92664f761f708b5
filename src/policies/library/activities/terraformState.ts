import type { Activity } from './activity.ts';
import { listBuckets } from './listBuckets.ts';

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
    // Terraform looks for workspaces below env:/ before it uses the state.
    ...listBuckets(
      'TerraformStateList',
      'terraformStateLocation',
      ['STATE_BUCKET', 'STATE_PREFIX'],
      ['env:/'],
    ),
  ],
};
