import { mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const read = { activity: 'readFeatures' };
const write = { activity: 'writeFeatures' };
const group = sageMaker('feature-group/<NAME_PREFIX>1');
const key = '<DATA_KMS_CMK_ARN>';
const otherKey = 'arn:<PARTITION>:kms:<REGION>:<ACCOUNT_ID>:key/0a0a0a0a-1111-2222-3333-444444444444';
const other = sageMaker('feature-group/zz-another-team-1');
const otherAccount = 'arn:<PARTITION>:sagemaker:<REGION>:999999999999:feature-group/<NAME_PREFIX>1';

export const featureReader: readonly AccessTest[] = [
  ...mustAllow([
    ['get', 'gets a record', 'sagemaker:GetRecord', group, {}, read],
    ['batch', 'gets several records', 'sagemaker:BatchGetRecord', group, {}, read],
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
  ...mustAllow([
    ['put', 'puts a record', 'sagemaker:PutRecord', group, {}, write],
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
