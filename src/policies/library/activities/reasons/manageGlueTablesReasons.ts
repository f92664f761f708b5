import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager } from './sharedReasons.ts';
import { roleManagerLibrary, roleManagerPage } from './sources.ts';

export const manageGlueTablesReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['GlueTables', 'GlueTableObjects', 'GlueTableBuckets'],
      text: 'Tables are limited to the specified databases. The SageMaker Role Manager template covers all databases.',
      source: roleManagerPage,
    },
  ],
  notes: [
    {
      text: 'Reading a bucket ACL applies to the bucket. The SageMaker Role Manager template lists it on objects, where it never matches. PutBucketAcl, which never matched there either, is removed because it can grant access.',
      source: roleManagerLibrary,
    },
    fromRoleManager,
  ],
};
