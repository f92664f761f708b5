import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg';
const security = `${guide}/feature-store-security.html`;
const governance = `${guide}/feature-store-lf-governance.html`;

export const manageFeatureGroupsReasons: ActivityReasons = {
  companions: [
    { statements: ['FeatureGroupsPassRole'], ...passedRole },
    {
      statements: ['FeatureGroupsTables', 'FeatureGroupsBucket'],
      text: 'Feature Store creates the table of an offline store, and its database with the first one, with the permissions of the caller.',
      source: governance,
    },
    { statements: ['FeatureGroupsTag'], ...taggedOnCreation },
    {
      statements: ['FeatureGroupsKey', 'FeatureGroupsKeyGrant', 'FeatureGroupsAliases'],
      text: 'AWS documents these permissions for the caller who creates an online store with a key, limited to calls that SageMaker makes. The key policy must also allow them.',
      source: security,
    },
    {
      statements: [
        'FeatureGroupsLakeFormation',
        'FeatureGroupsRegistration',
        'FeatureGroupsRegisteredBucket',
      ],
      text: 'As AWS documents for enable_lake_formation() with the service-linked role. If you register locations with your own role, replace the role in the statement.',
      source: governance,
    },
  ],
  notes: [
    {
      text: 'Use sagemaker_featurestore as the Glue database. Feature Store creates tables only there, unless DisableGlueTableCreation turns that off.',
      source: managedPolicyPage('AmazonSageMakerFeatureStoreAccess'),
    },
    {
      text: 'Lake Formation checklist: (1) Register the S3 location of the offline store. (2) Grant the offline store role SELECT, INSERT, DELETE, DESCRIBE, and ALTER on the table, and readers SELECT and DESCRIBE. (3) Without hybrid access mode, also grant CREATE_TABLE on the database to everyone who creates feature groups, and revoke IAMAllowedPrincipals. (4) Deny other roles direct access to the objects in the bucket policy.',
      source: governance,
    },
    {
      text: 'Deleting a feature group deletes neither its objects in S3 nor its Glue table.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteFeatureGroup.html',
    },
  ],
};
