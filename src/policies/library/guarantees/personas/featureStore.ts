import { grantBySageMaker } from '../../activities/roleManager.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const groups = sageMakerArns('feature-group/<NAME_PREFIX>*');
const offlineStore = 'arn:<PARTITION>:s3:::<OFFLINE_STORE_BUCKET>/<OFFLINE_STORE_PREFIX>';
const glue = 'arn:<PARTITION>:glue:<REGION>:<ACCOUNT_ID>';
const tables = [`${glue}:catalog`, `${glue}:database/<GLUE_DATABASE>`, `${glue}:table/<GLUE_DATABASE>/*`];

const sameForBoth: readonly Guarantee[] = [
  never(
    [
      'features-groups-stay',
      'Can’t create, change, or delete feature groups.',
      ['sagemaker:CreateFeatureGroup', 'sagemaker:DeleteFeatureGroup', 'sagemaker:UpdateFeature*'],
    ],
    sources.leastPrivilege,
  ),
];

const readOnly = never(
  [
    'features-read-only',
    'Can’t put or delete records.',
    ['sagemaker:BatchWriteRecord', 'sagemaker:DeleteRecord', 'sagemaker:PutRecord'],
  ],
  sources.leastPrivilege,
);

export const reader: readonly Guarantee[] = [
  onlyOn(
    [
      'features-read',
      'Can get records only of feature groups with the name prefix.',
      ['sagemaker:*GetRecord', 'sagemaker:ListRecords'],
    ],
    groups,
    sources.leastPrivilege,
  ),
  readOnly,
  ...sameForBoth,
];

export const writer: readonly Guarantee[] = [
  onlyOn(
    [
      'features-write',
      'Can put and delete records only of feature groups with the name prefix.',
      ['sagemaker:BatchWriteRecord', 'sagemaker:DeleteRecord', 'sagemaker:PutRecord'],
    ],
    groups,
    sources.leastPrivilege,
  ),
  ...sameForBoth,
];

export const admin: readonly Guarantee[] = [
  onlyOn(
    [
      'features-manage',
      'Can create, change, and delete only feature groups with the name prefix.',
      ['sagemaker:CreateFeatureGroup', 'sagemaker:DeleteFeatureGroup', 'sagemaker:UpdateFeature*'],
    ],
    groups,
    sources.leastPrivilege,
  ),
  never(
    ['features-no-records', 'Can’t read records.', ['sagemaker:*GetRecord', 'sagemaker:ListRecords']],
    sources.leastPrivilege,
    { without: ['readFeatures'] },
  ),
  readOnly,
  onlyOn(
    ['features-passes', 'Can pass only the offline store role.', ['iam:PassRole']],
    ['<OFFLINE_STORE_ROLE_ARN>'],
    sources.passRole,
  ),
  onlyOn(
    [
      'features-tables',
      'Can create tables only in the Glue databases of Feature Store, and can’t change or delete any.',
      ['glue:BatchDelete*', 'glue:Create*', 'glue:Delete*', 'glue:Update*'],
    ],
    tables,
    sources.leastPrivilege,
  ),
  never(
    [
      'features-no-data',
      'Can’t read objects in S3, or run Spark sessions or calculations in Athena.',
      ['athena:StartCalculationExecution', 'athena:StartSession', 's3:GetObject*'],
    ],
    sources.leastPrivilege,
  ),
  never(
    ['features-no-queries', 'Can’t run queries in Athena.', ['athena:StartQueryExecution']],
    sources.leastPrivilege,
    { without: ['queryAthena'] },
  ),
  deniedUnless(
    [
      'features-key-grants',
      'Can create KMS grants only through SageMaker, and only for AWS services.',
      ['kms:CreateGrant'],
    ],
    [grantBySageMaker],
    sources.grants,
  ),
  onlyOn(
    [
      'features-key',
      'Can create and revoke KMS grants only on the data key.',
      ['kms:CreateGrant', 'kms:RevokeGrant'],
    ],
    ['<DATA_KMS_CMK_ARN>'],
    sources.grants,
  ),
];

export const storeRole: readonly Guarantee[] = [
  onlyOn(
    [
      'offline-writes',
      'Can write objects and their ACLs only in the offline store.',
      ['s3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'],
    ],
    [`${offlineStore}/*`],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['offline-reads', 'Can read only the metadata of tables in the offline store.', ['s3:GetObject*']],
    [`${offlineStore}/*/metadata/*`],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['offline-tables', 'Can read and update only tables of the Glue databases.', ['glue:*']],
    tables,
    sources.leastPrivilege,
  ),
  never(
    [
      'offline-stays',
      'Can’t delete objects, tables, or databases.',
      ['glue:BatchDelete*', 'glue:Delete*', 's3:DeleteObject*'],
    ],
    sources.leastPrivilege,
  ),
];
