import type { Activity } from './activity.ts';
import { roleManagerPage } from './roleManager.ts';
import { sources } from './sources.ts';

const inThisAccount = { StringEquals: { 's3:ResourceAccount': ['<ACCOUNT_ID>'] } };

export const s3AccountAccess: Activity = {
  id: 's3AccountAccess',
  title: 'Read and write every bucket of the account',
  summary: 'For sandboxes only: all data of the account.',
  status: 'roleManager',
  options: [
    {
      id: 'delete',
      label: 'Delete objects',
      help: 'Role Manager’s second version can delete, its first could not.',
      choices: [
        { value: 'off', label: 'No', help: 'Objects can still be overwritten.' },
        { value: 'on', label: 'Yes', help: 'Adds deleting any object of the account.' },
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
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['AccountBucketsList', 'AccountBucketsObjects', 'AccountBucketsDelete'],
      text: 'Buckets of other accounts are left out, so nothing is carried there. Role Manager’s template reaches every bucket that lets the account in.',
      source: sources.s3Actions,
    },
  ],
  notes: [
    {
      text: 'It opens all data of the account, logs and backups included. Name buckets with “Read and write the team’s buckets” wherever you can.',
      source: roleManagerPage,
    },
  ],
};
