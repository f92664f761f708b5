import type { Activity } from './activity.ts';
import { listBuckets } from './listBuckets.ts';

const bucket = 'arn:<PARTITION>:s3:::<STATE_BUCKET>';

export const terraformState: Activity = {
  id: 'terraformState',
  title: 'Use Terraform state in S3',
  summary: 'Read and write the state, and its lock file.',
  status: 'missingInGuide',
  options: [
    {
      id: 'kms',
      label: 'State with a customer managed key',
      help: 'Whether the backend encrypts the state with the data key (kms_key_id).',
      choices: [
        { value: 'off', label: 'No', help: 'The state has no customer managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'workspaces',
      label: 'Workspaces',
      help: 'Terraform stores the state of each workspace, except the default one, under env:/ in the same bucket.',
      choices: [
        { value: 'off', label: 'Default only', help: 'Other workspaces can be listed, but not used.' },
        {
          value: 'on',
          label: 'All',
          help: 'Adds reading, writing, and deleting their states, and deleting their locks, under the same prefix.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
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
    {
      Sid: 'TerraformWorkspaces',
      Effect: 'Allow',
      Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/env:/*/<STATE_PREFIX>/*`],
      when: { workspaces: 'on' },
    },
    {
      Sid: 'TerraformKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: ['<DATA_KMS_CMK_ARN>'],
      when: { kms: 'on' },
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
