import type { Activity } from './activity.ts';
import { arn, grantBySageMaker, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const groups = [arn('feature-group')];
const glue = 'arn:<PARTITION>:glue:<REGION>:<ACCOUNT_ID>';
const bucket = 'arn:<PARTITION>:s3:::<OFFLINE_STORE_BUCKET>';
const key = ['<DATA_KMS_CMK_ARN>'];
const throughSageMaker = { StringEquals: grantBySageMaker.StringEquals } as const;
const registration =
  'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/aws-service-role/lakeformation.amazonaws.com/AWSServiceRoleForLakeFormationDataAccess';

export const manageFeatureGroups: Activity = {
  id: 'manageFeatureGroups',
  title: 'Manage feature groups',
  summary: 'Create, change, and delete feature groups with the name prefix, without access to their records.',
  status: 'missingInGuide',
  options: [
    {
      id: 'offline',
      label: 'Offline store',
      help: 'Feature groups can keep their records in S3, with a table in the Glue Data Catalog.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds passing the offline store role, creating the tables, and looking up the bucket.',
        },
        { value: 'off', label: 'No', help: 'Feature groups can have an online store only.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    {
      id: 'kms',
      label: 'Online store with a customer managed key',
      help: 'Feature Store checks and uses the key with the permissions of the caller.',
      choices: [
        { value: 'off', label: 'No', help: 'Online stores use a key that AWS owns.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds use of the data key and its grants, through SageMaker only.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'lakeFormation',
      label: 'Enable Lake Formation',
      help: 'The SageMaker Python SDK can register an offline store with AWS Lake Formation, and grant access to its table.',
      choices: [
        { value: 'off', label: 'No', help: 'A Lake Formation administrator does this.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds registering locations, and granting and revoking the Lake Formation permissions that the role can grant.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'FeatureGroupsManage',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateFeatureGroup',
        'sagemaker:DeleteFeatureGroup',
        'sagemaker:DescribeFeatureGroup',
        'sagemaker:DescribeFeatureMetadata',
        'sagemaker:ListTags',
        'sagemaker:UpdateFeatureGroup',
        'sagemaker:UpdateFeatureMetadata',
      ],
      Resource: groups,
    },
    listAll('FeatureGroupsFind', ['sagemaker:ListFeatureGroups', 'sagemaker:Search']),
    { ...passRole('FeatureGroupsPassRole', '<OFFLINE_STORE_ROLE_ARN>'), when: { offline: 'on' } },
    {
      Sid: 'FeatureGroupsTables',
      Effect: 'Allow',
      Action: ['glue:CreateDatabase', 'glue:CreateTable', 'glue:GetDatabase', 'glue:GetTable'],
      Resource: [`${glue}:catalog`, `${glue}:database/<GLUE_DATABASE>`, `${glue}:table/<GLUE_DATABASE>/*`],
      when: { offline: 'on' },
    },
    {
      Sid: 'FeatureGroupsBucket',
      Effect: 'Allow',
      Action: ['s3:GetBucketAcl', 's3:GetBucketLocation'],
      Resource: [bucket],
      when: { offline: 'on' },
    },
    tagOnCreate('FeatureGroupsTag', ['CreateFeatureGroup'], groups),
    {
      Sid: 'FeatureGroupsKey',
      Effect: 'Allow',
      Action: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ListGrants',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:RetireGrant',
        'kms:RevokeGrant',
      ],
      Resource: key,
      Condition: throughSageMaker,
      when: { kms: 'on' },
    },
    {
      Sid: 'FeatureGroupsKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: key,
      Condition: grantBySageMaker,
      when: { kms: 'on' },
    },
    { ...listAll('FeatureGroupsAliases', ['kms:ListAliases']), when: { kms: 'on' } },
    {
      ...listAll('FeatureGroupsLakeFormation', [
        'lakeformation:GrantPermissions',
        'lakeformation:ListPermissions',
        'lakeformation:RegisterResource',
        'lakeformation:RevokePermissions',
      ]),
      when: { lakeFormation: 'on' },
    },
    {
      Sid: 'FeatureGroupsRegistration',
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:GetRolePolicy'],
      Resource: [registration],
      when: { lakeFormation: 'on' },
    },
    {
      Sid: 'FeatureGroupsRegisteredBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      when: { lakeFormation: 'on' },
    },
  ],
};
