import type { ActivityReasons } from '../activityReasons.ts';
import { onlineStoreKey } from './sharedReasons.ts';

export const readFeaturesReasons: ActivityReasons = {
  companions: [{ statements: ['FeaturesReadKey'], ...onlineStoreKey }],
  notes: [
    {
      text: 'The offline store is in S3 and the Glue Data Catalog: add “Query with Athena”, or access to its bucket.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-athena-glue-integration.html',
    },
    {
      text: 'Where AWS Lake Formation governs the offline store, also grant SELECT and DESCRIBE on its tables there, register the location, and allow lakeformation:GetDataAccess. A policy alone gives no access to such data.',
      source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/access-control-underlying-data.html',
    },
  ],
};
