import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';
import { roleManagerPage, roleManagerLibrary } from '../roleManager.ts';

/** Activity id → what a reader must know that no statement can say. */
export const dataNotes: Readonly<Record<string, readonly Reason[]>> = {
  s3TeamAccess: [
    { text: 'The key policy of an encrypted bucket must also allow the role.', source: sources.keyPolicies },
    { text: 'From SageMaker Role Manager (S3 Bucket Access).', source: roleManagerPage },
  ],
  s3AccountAccess: [
    {
      text: 'Grants access to all data in the account, including logs and backups. Use “Read and write the team’s buckets” instead if you can.',
      source: roleManagerPage,
    },
  ],
  queryAthena: [
    {
      text: 'The data and the query results are in S3. Add “Read and write the team’s buckets” for both.',
      source: 'https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena.html',
    },
    {
      text: 'Limited to the account and Region. The SageMaker Role Manager template covers workgroups with that name everywhere.',
      source: roleManagerLibrary,
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  manageGlueTables: [
    {
      text: 'Reading a bucket ACL applies to the bucket. The SageMaker Role Manager template lists it on objects, where it never matches. PutBucketAcl, which never matched there either, is removed because it can grant access.',
      source: roleManagerLibrary,
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  readFeatures: [
    {
      text: 'The offline store is in S3 and the Glue Data Catalog: add “Query data with Athena”, or access to its bucket.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-athena-glue-integration.html',
    },
    {
      text: 'Where AWS Lake Formation governs the offline store, also grant SELECT and DESCRIBE on its tables there, register the location, and allow lakeformation:GetDataAccess. A policy alone gives no access to such data.',
      source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/access-control-underlying-data.html',
    },
    {
      text: 'An online store with a customer managed key also needs kms:Decrypt on it, with the key policy.',
      source: sources.keyPolicies,
    },
  ],
  writeFeatures: [
    {
      text: 'The role of the feature group writes the offline store. The managed policy AmazonSageMakerFeatureStoreAccess is for that role.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFeatureStoreAccess.html',
    },
    {
      text: 'Writing to the offline store directly (TargetStores) uses the same action.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_PutRecord.html',
    },
  ],
};
