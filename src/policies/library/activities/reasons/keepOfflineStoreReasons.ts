import type { ActivityReasons } from '../activityReasons.ts';
import { managedPolicyPage } from './sources.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg';
const managed = managedPolicyPage('AmazonSageMakerFeatureStoreAccess');

export const keepOfflineStoreReasons: ActivityReasons = {
  companions: [
    {
      statements: ['OfflineStoreBucket'],
      text: 'Creating a feature group checks the bucket with this role. Without this permission, the request fails with an error about the S3 URI.',
      source: managed,
    },
    {
      statements: ['OfflineStoreKey'],
      text: 'AWS requires kms:GenerateDataKey on the key of the offline store. kms:Decrypt reads the encrypted metadata of tables. Not limited to calls of a service: AWS documents that kms:ViaService makes creating a feature group with an offline store fail.',
      source: `${guide}/feature-store-security.html`,
    },
  ],
  notes: [
    {
      text: 'These are the actions of the managed policy AmazonSageMakerFeatureStoreAccess, on your location. The managed policy matches every bucket that has SageMaker in its name, in any account.',
      source: managed,
    },
    {
      text: 'The role can set the ACLs of the objects that it writes. S3 Block Public Access, if turned on, prevents public access to them.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
    {
      text: 'Where Lake Formation governs the offline store, also grant this role SELECT, INSERT, DELETE, DESCRIBE, and ALTER on its tables there.',
      source: `${guide}/feature-store-lf-governance.html`,
    },
  ],
};
