import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager } from './sharedReasons.ts';
import { roleManagerLibrary } from './sources.ts';

export const queryAthenaReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['AthenaQuery', 'AthenaCatalogs', 'AthenaListCatalogs'],
      text: 'Listing databases and tables is limited to the data catalogs of the account. Listing the catalogs themselves doesn’t support resource-level permissions.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html',
    },
  ],
  companions: [
    {
      statements: ['AthenaReadTables'],
      text: 'Athena reads table definitions with the permissions of the caller.',
      source: 'https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html',
    },
  ],
  notes: [
    {
      text: 'The data and the query results are in S3. Add “Read and write the team’s buckets” for both.',
      source: 'https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena.html',
    },
    {
      text: 'Limited to the account and Region. The SageMaker Role Manager template covers workgroups with that name everywhere.',
      source: roleManagerLibrary,
    },
    fromRoleManager,
  ],
};
