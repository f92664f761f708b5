import type { Activity } from './activity.ts';

const inThisAccount = { StringEquals: { 's3:ResourceAccount': ['<ACCOUNT_ID>'] } };

export const s3AccountAccess: Activity = {
  id: 's3AccountAccess',
  title: 'Read and write every bucket in the account',
  summary: 'All data in the account. For sandboxes only.',
  status: 'roleManager',
  options: [
    {
      id: 'delete',
      label: 'Delete objects',
      help: 'The second version of SageMaker Role Manager can delete objects. The first can’t.',
      choices: [
        { value: 'off', label: 'No', help: 'Objects can still be overwritten.' },
        { value: 'on', label: 'Yes', help: 'Adds deleting any object in the account.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'AccountBucketsList',
      Effect: 'Allow',
      Action: ['s3:ListBucket', 's3:GetBucketLocation'],
      Resource: ['arn:<PARTITION>:s3:::*'],
      Condition: inThisAccount,
    },
    {
      Sid: 'AccountBucketsObjects',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      Resource: ['arn:<PARTITION>:s3:::*/*'],
      Condition: inThisAccount,
    },
    {
      Sid: 'AccountBucketsDelete',
      Effect: 'Allow',
      Action: ['s3:DeleteObject'],
      Resource: ['arn:<PARTITION>:s3:::*/*'],
      Condition: inThisAccount,
      when: { delete: 'on' },
    },
  ],
};
