import { readsFeatures } from './dataAdditions.ts';
import { queries } from './sharedAdditions.ts';
import { arn, carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const read = { activity: 'readFeatures' };
const write = { activity: 'writeFeatures' };
const group = sageMaker('feature-group/<NAME_PREFIX>1');
const key = '<DATA_KMS_CMK_ARN>';
const otherKey = 'arn:<PARTITION>:kms:<REGION>:<ACCOUNT_ID>:key/0a0a0a0a-1111-2222-3333-444444444444';
const other = sageMaker('feature-group/zz-another-team-1');
const otherAccount = 'arn:<PARTITION>:sagemaker:<REGION>:999999999999:feature-group/<NAME_PREFIX>1';

export const featureReader: readonly AccessTest[] = [
  ...queries,
  ...mustAllow([
    ['get', 'gets a record', 'sagemaker:GetRecord', group, {}, read],
    ['batch', 'gets several records', 'sagemaker:BatchGetRecord', group, {}, read],
    ['ids', 'lists the records of a feature group', 'sagemaker:ListRecords', group, {}, read],
    ['describe', 'views a feature group', 'sagemaker:DescribeFeatureGroup', group, {}, read],
    ['list', 'lists feature groups', 'sagemaker:ListFeatureGroups', '*', {}, read],
    ['key', 'uses the key of the online store', 'kms:Decrypt', key, {}, { ...read, when: { kms: 'on' } }],
  ]),
  ...mustDeny([
    ['other', 'gets a record of another team', 'sagemaker:GetRecord', other],
    ['other-batch', 'gets several records of another team', 'sagemaker:BatchGetRecord', other],
    ['other-key', 'decrypts with another key', 'kms:Decrypt', otherKey],
    ['other-account', 'gets a record in another account', 'sagemaker:GetRecord', otherAccount],
    ['put', 'puts a record', 'sagemaker:PutRecord', group],
    ['put-batch', 'puts several records', 'sagemaker:BatchWriteRecord', group],
    ['delete', 'deletes a record', 'sagemaker:DeleteRecord', group],
    ['drop', 'deletes a feature group', 'sagemaker:DeleteFeatureGroup', group],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
    ],
  ]),
];

export const featureWriter: readonly AccessTest[] = [
  ...readsFeatures,
  ...mustAllow([
    ['put', 'puts a record', 'sagemaker:PutRecord', group, {}, write],
    ['batch', 'puts several records', 'sagemaker:BatchWriteRecord', group, {}, write],
    ['describe', 'views the feature group', 'sagemaker:DescribeFeatureGroup', group, {}, write],
    ['delete', 'deletes a record', 'sagemaker:DeleteRecord', group, {}, { ...write, when: { delete: 'on' } }],
    ['key', 'uses the key of the online store', 'kms:Decrypt', key, {}, { ...write, when: { kms: 'on' } }],
  ]),
  ...mustDeny([
    ['other', 'puts a record of another team', 'sagemaker:PutRecord', other],
    ['other-describe', 'views a feature group of another team', 'sagemaker:DescribeFeatureGroup', other],
    ['other-key', 'decrypts with another key', 'kms:Decrypt', otherKey],
    ['other-account', 'puts a record in another account', 'sagemaker:PutRecord', otherAccount],
    ['create', 'creates a feature group', 'sagemaker:CreateFeatureGroup', group],
    ['change', 'changes a feature group', 'sagemaker:UpdateFeatureGroup', group],
    ['drop', 'deletes a feature group', 'sagemaker:DeleteFeatureGroup', group],
    [
      'pass',
      'passes a role',
      'iam:PassRole',
      '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ],
  ]),
];

const manage = { activity: 'manageFeatureGroups' };
const withOffline = { ...manage, when: { offline: 'on' } };
const withKey = { ...manage, when: { kms: 'on' } };
const role = '<OFFLINE_STORE_ROLE_ARN>';
const administrator = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator';
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const throughSageMaker = { 'kms:ViaService': 'sagemaker.<REGION>.<DNS_SUFFIX>' };
const table = arn('glue', 'table/<GLUE_DATABASE>/customers');
const otherTable = arn('glue', 'table/zz_another_team/customers');

export const featureAdmin: readonly AccessTest[] = [
  ...readsFeatures,
  ...queries,
  ...mustAllow([
    ['create', 'creates a feature group', 'sagemaker:CreateFeatureGroup', group, carefulCall, manage],
    ['change', 'changes a feature group', 'sagemaker:UpdateFeatureGroup', group, {}, manage],
    ['metadata', 'describes a feature', 'sagemaker:UpdateFeatureMetadata', group, {}, manage],
    ['drop', 'deletes a feature group', 'sagemaker:DeleteFeatureGroup', group, {}, manage],
    ['list', 'lists feature groups', 'sagemaker:ListFeatureGroups', '*', {}, manage],
    [
      'tag',
      'tags a feature group that it creates',
      'sagemaker:AddTags',
      group,
      { ...carefulCall, 'sagemaker:TaggingAction': 'CreateFeatureGroup' },
      { ...manage, when: { tags: 'on' } },
    ],
    ['pass', 'passes the offline store role', 'iam:PassRole', role, toSageMaker, withOffline],
    ['table', 'creates the table of the offline store', 'glue:CreateTable', table, {}, withOffline],
    [
      'bucket',
      'looks up the bucket of the offline store',
      's3:GetBucketAcl',
      object('<OFFLINE_STORE_BUCKET>'),
      {},
      withOffline,
    ],
    ['key', 'uses the key of the online store', 'kms:GenerateDataKey', key, throughSageMaker, withKey],
    [
      'grant',
      'lets SageMaker use the key of the online store',
      'kms:CreateGrant',
      key,
      { ...throughSageMaker, 'kms:GrantIsForAWSResource': 'true' },
      withKey,
    ],
  ]),
  ...mustDeny([
    ['other', 'creates a feature group of another team', 'sagemaker:CreateFeatureGroup', other, carefulCall],
    ['other-drop', 'deletes a feature group of another team', 'sagemaker:DeleteFeatureGroup', other],
    ['put', 'puts a record', 'sagemaker:PutRecord', group],
    ['retag', 'tags an existing feature group', 'sagemaker:AddTags', group],
    ['other-role', 'passes another role', 'iam:PassRole', administrator, toSageMaker],
    [
      'other-service',
      'passes the offline store role to Lambda',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
    ],
    ['other-table', 'creates a table in another database', 'glue:CreateTable', otherTable],
    ['drop-table', 'deletes a table', 'glue:DeleteTable', table],
    [
      'own-grant',
      'lets someone else use the key of the online store',
      'kms:CreateGrant',
      key,
      { 'kms:GrantIsForAWSResource': 'false' },
    ],
    [
      'direct-key',
      'decrypts with the key directly',
      'kms:Decrypt',
      key,
      {},
      { besides: { readFeatures: { kms: 'off' } } },
    ],
    ['direct-encrypt', 'encrypts with the key directly', 'kms:GenerateDataKey', key],
    [
      'data',
      'reads the offline store',
      's3:GetObject',
      object('<OFFLINE_STORE_BUCKET>/<OFFLINE_STORE_PREFIX>/1.parquet'),
    ],
  ]),
];

const keep = { activity: 'keepOfflineStore' };
const stored = object('<OFFLINE_STORE_BUCKET>/<OFFLINE_STORE_PREFIX>/customers/data/1.parquet');
const metadata = object('<OFFLINE_STORE_BUCKET>/<OFFLINE_STORE_PREFIX>/customers/metadata/1.json');
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };

export const offlineStoreRole: readonly AccessTest[] = [
  ...mustAllow([
    ['write', 'writes records', 's3:PutObject', stored, {}, keep],
    ['acl', 'sets the ACL of what it writes', 's3:PutObjectAcl', stored, {}, keep],
    ['bucket', 'checks the bucket', 's3:GetBucketAcl', object('<OFFLINE_STORE_BUCKET>'), {}, keep],
    ['metadata', 'reads the metadata of a table', 's3:GetObject', metadata, {}, keep],
    ['table', 'updates a table', 'glue:UpdateTable', table, {}, keep],
    ['key', 'encrypts records', 'kms:GenerateDataKey', key, {}, { ...keep, when: { kms: 'on' } }],
    ['taken', 'is assumed by SageMaker', 'sts:AssumeRole', role, {}, takes],
  ]),
  ...mustDeny([
    ['read', 'reads records', 's3:GetObject', stored],
    ['delete', 'deletes records', 's3:DeleteObject', stored],
    ['other-write', 'writes to another bucket', 's3:PutObject', object('zz-another-team/1.parquet')],
    [
      'other-acl',
      'sets the ACL of an object in another bucket',
      's3:PutObjectAcl',
      object('zz-another-team/1.parquet'),
    ],
    ['bucket-acl', 'sets the ACL of the bucket', 's3:PutBucketAcl', object('<OFFLINE_STORE_BUCKET>')],
    ['other-bucket', 'checks another bucket', 's3:GetBucketAcl', object('zz-another-team')],
    ['other-table', 'updates a table of another database', 'glue:UpdateTable', otherTable],
    ['drop-table', 'deletes a table', 'glue:DeleteTable', table],
    ['other-key', 'encrypts with another key', 'kms:GenerateDataKey', otherKey],
    ['create', 'creates a feature group', 'sagemaker:CreateFeatureGroup', group],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      {},
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
