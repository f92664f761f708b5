import { type AccessTest, arn, mustAllow, mustDeny, object, sageMaker } from '../accessTest.ts';

/** Of what several personas can have besides: every bucket, tables, experiments of others, and records of features. */

const account = { activity: 's3AccountAccess' };
const tables = { activity: 'manageGlueTables' };
const search = { activity: 'searchExperiments' };
const features = { activity: 'readFeatures' };
const own = { 's3:ResourceAccount': '<ACCOUNT_ID>' };
const foreign = { 's3:ResourceAccount': '999999999999' };
const anyBucket = object('zz-another-bucket');
const anyObject = object('zz-another-bucket/train.csv');
const key = '<DATA_KMS_CMK_ARN>';

export const usesEveryBucket: readonly AccessTest[] = [
  ...mustAllow([
    ['account-read', 'reads any object of the account', 's3:GetObject', anyObject, own, account],
    ['account-write', 'writes to any bucket of the account', 's3:PutObject', anyObject, own, account],
    ['account-list', 'lists any bucket of the account', 's3:ListBucket', anyBucket, own, account],
    [
      'account-delete',
      'deletes any object of the account',
      's3:DeleteObject',
      anyObject,
      own,
      { ...account, when: { delete: 'on' } },
    ],
  ]),
  ...mustDeny([
    [
      'account-kept',
      'deletes an object',
      's3:DeleteObject',
      anyObject,
      own,
      { ...account, when: { delete: 'off' } },
    ],
    [
      'account-foreign-read',
      'reads an object in another account',
      's3:GetObject',
      anyObject,
      foreign,
      account,
    ],
    [
      'account-foreign-write',
      'writes to a bucket in another account',
      's3:PutObject',
      anyObject,
      foreign,
      account,
    ],
    [
      'account-foreign-list',
      'lists a bucket in another account',
      's3:ListBucket',
      anyBucket,
      foreign,
      account,
    ],
    ['account-policy', 'changes a bucket policy', 's3:PutBucketPolicy', anyBucket, own, account],
  ]),
];

const table = arn('glue', 'table/<GLUE_DATABASE>/sales');
const otherTable = arn('glue', 'table/zz_another_team/sales');
const tableObject = object('<WORK_BUCKET_NAME>/<WORK_PREFIX>/sales/1.parquet');

export const managesTables: readonly AccessTest[] = [
  ...mustAllow([
    ['table', 'changes a table', 'glue:UpdateTable', table, {}, tables],
    ['table-find', 'searches the tables of the database', 'glue:SearchTables', table, {}, tables],
    ['table-write', 'writes the data of a table', 's3:PutObject', tableObject, {}, tables],
    ['table-bucket', 'checks the bucket', 's3:GetBucketAcl', object('<WORK_BUCKET_NAME>'), {}, tables],
  ]),
  ...mustDeny([
    ['table-other', 'changes a table of another database', 'glue:UpdateTable', otherTable, {}, tables],
    ['table-delete', 'deletes a table', 'glue:DeleteTable', table, {}, tables],
    ['table-bucket-acl', 'opens the bucket', 's3:PutBucketAcl', object('<WORK_BUCKET_NAME>'), {}, tables],
    ['table-other-bucket', 'checks another bucket', 's3:GetBucketAcl', anyBucket, {}, tables],
  ]),
];

const elsewhere = (type: string) => `arn:<PARTITION>:sagemaker:<REGION>:999999999999:${type}/churn`;

export const searchesExperiments: readonly AccessTest[] = [
  ...mustAllow([
    ['find', 'searches experiments', 'sagemaker:Search', '*', {}, search],
    [
      'find-experiment',
      'views an experiment',
      'sagemaker:DescribeExperiment',
      sageMaker('experiment/churn'),
      {},
      search,
    ],
    [
      'find-run',
      'views a run',
      'sagemaker:DescribeTrialComponent',
      sageMaker('experiment-trial-component/churn'),
      {},
      search,
    ],
    ['find-lineage', 'follows the lineage of a model', 'sagemaker:QueryLineage', '*', {}, search],
  ]),
  ...mustDeny([
    [
      'find-elsewhere',
      'views an experiment in another account',
      'sagemaker:DescribeExperiment',
      elsewhere('experiment'),
      {},
      search,
    ],
    [
      'find-notebook',
      'opens a colleague’s notebook',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      sageMaker('notebook-instance/zz-another-team'),
      {},
      search,
    ],
    [
      'find-share',
      'shares its lineage',
      'sagemaker:PutLineageGroupPolicy',
      sageMaker('lineage-group/sagemaker-default-lineage-group'),
      {},
      search,
    ],
    [
      'find-model',
      'deletes another team’s model',
      'sagemaker:DeleteModel',
      sageMaker('model/zz-another-team'),
      {},
      search,
    ],
  ]),
];

const group = sageMaker('feature-group/<NAME_PREFIX>1');
const otherGroup = sageMaker('feature-group/zz-another-team-1');

/** Of those who manage or write features, and read them as well. */
export const readsFeatures: readonly AccessTest[] = [
  ...mustAllow([
    ['feature-get', 'gets a record', 'sagemaker:GetRecord', group, {}, features],
    ['feature-batch', 'gets several records', 'sagemaker:BatchGetRecord', group, {}, features],
    ['feature-list', 'lists feature groups', 'sagemaker:ListFeatureGroups', '*', {}, features],
    [
      'feature-key',
      'uses the key of the online store',
      'kms:Decrypt',
      key,
      {},
      { ...features, when: { kms: 'on' } },
    ],
  ]),
  ...mustDeny([
    ['feature-other', 'gets a record of another team', 'sagemaker:GetRecord', otherGroup, {}, features],
    [
      'feature-other-batch',
      'gets several records of another team',
      'sagemaker:BatchGetRecord',
      otherGroup,
      {},
      features,
    ],
    [
      'feature-other-drop',
      'deletes a feature group of another team',
      'sagemaker:DeleteFeatureGroup',
      otherGroup,
      {},
      features,
    ],
    [
      'feature-other-key',
      'decrypts with another key',
      'kms:Decrypt',
      arn('kms', 'key/0a0a0a0a-1111-2222-3333-444444444444'),
      {},
      features,
    ],
  ]),
];
