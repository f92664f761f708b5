import { arn, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const scale = { activity: 'scaleCluster' };
const cluster = sageMaker('cluster/<HYPERPOD_CLUSTER_ID>');
const other = sageMaker('cluster/zzanother001');
const role = '<HYPERPOD_SCALING_ROLE_ARN>';
const takes = { trust: 'hyperPodService', caller: 'hyperpod.sagemaker.amazonaws.com' };
const keyed = { ...scale, when: { kms: 'on' } };
const grant = {
  'kms:ViaService': 'sagemaker.<REGION>.amazonaws.com',
  'kms:GrantIsForAWSResource': 'true',
  'kms:GrantOperations': ['Decrypt', 'GenerateDataKeyWithoutPlaintext'],
};

export const hyperPodAutoscaler: readonly AccessTest[] = [
  ...mustAllow([
    ['add', 'adds nodes', 'sagemaker:BatchAddClusterNodes', cluster, {}, scale],
    ['remove', 'removes nodes', 'sagemaker:BatchDeleteClusterNodes', cluster, {}, scale],
    ['grant', 'creates a grant on the volume key', 'kms:CreateGrant', '<VOLUME_KMS_CMK_ARN>', grant, keyed],
    ['taken', 'is assumed by HyperPod', 'sts:AssumeRole', role, {}, takes],
  ]),
  ...mustDeny([
    ['other-add', 'adds nodes to another cluster', 'sagemaker:BatchAddClusterNodes', other],
    ['other-remove', 'removes nodes of another cluster', 'sagemaker:BatchDeleteClusterNodes', other],
    ['delete', 'deletes the cluster', 'sagemaker:DeleteCluster', cluster],
    ['update', 'changes the cluster', 'sagemaker:UpdateCluster', cluster],
    [
      'other-key',
      'creates a grant on another key',
      'kms:CreateGrant',
      arn('kms', 'key/00000000-0000-0000-0000-000000000000'),
      grant,
    ],
    [
      'encrypting-grant',
      'creates a grant that encrypts with the volume key',
      'kms:CreateGrant',
      '<VOLUME_KMS_CMK_ARN>',
      { ...grant, 'kms:GrantOperations': ['Encrypt'] },
    ],
    ['decrypt', 'decrypts with the volume key', 'kms:Decrypt', '<VOLUME_KMS_CMK_ARN>'],
    [
      'sagemaker',
      'is assumed by SageMaker instead of HyperPod',
      'sts:AssumeRole',
      role,
      {},
      { ...takes, caller: 'sagemaker.amazonaws.com' },
    ],
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
