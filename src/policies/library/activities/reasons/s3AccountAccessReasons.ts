import type { ActivityReasons } from '../activityReasons.ts';
import { roleManagerPage, sources } from './sources.ts';

export const s3AccountAccessReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['AccountBucketsList', 'AccountBucketsObjects', 'AccountBucketsDelete'],
      text: 'Excludes buckets in other accounts, which prevents copying data there. The SageMaker Role Manager template reaches every bucket that grants the account access.',
      source: sources.s3Actions,
    },
  ],
  notes: [
    {
      text: 'Grants access to all data in the account, including logs and backups. Use “Read and write the team’s buckets” instead if you can.',
      source: roleManagerPage,
    },
  ],
};
