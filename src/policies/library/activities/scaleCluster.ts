import type { Activity } from './activity.ts';
import { arn } from './roleManager.ts';

const nodes = ['sagemaker:BatchAddClusterNodes', 'sagemaker:BatchDeleteClusterNodes'];

export const scaleCluster: Activity = {
  id: 'scaleCluster',
  title: 'Scale a HyperPod cluster',
  summary: 'Add and remove the nodes of a cluster, including nodes with encrypted volumes.',
  status: 'missingInGuide',
  options: [
    {
      id: 'kms',
      label: 'Volumes with a customer managed key',
      help: 'Whether the volumes of nodes are encrypted with the volume key.',
      choices: [
        { value: 'off', label: 'No', help: 'Adds nothing.' },
        { value: 'on', label: 'Yes', help: 'Adds kms:DescribeKey, and kms:CreateGrant for AWS services.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'HyperPodNodesPublished',
      Effect: 'Allow',
      Action: nodes,
      Resource: ['arn:<PARTITION>:sagemaker:*:*:cluster/*'],
      Condition: { StringEquals: { 'aws:ResourceAccount': ['${aws:PrincipalAccount}'] } },
    },
  ],
  hardened: [
    {
      Sid: 'ScaleCluster',
      Effect: 'Allow',
      Action: nodes,
      Resource: [arn('cluster', '<HYPERPOD_CLUSTER_ID>')],
    },
    {
      Sid: 'ScaleClusterKey',
      Effect: 'Allow',
      Action: ['kms:DescribeKey'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      when: { kms: 'on' },
    },
    {
      Sid: 'ScaleClusterGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: {
        StringLike: { 'kms:ViaService': ['sagemaker.<REGION>.amazonaws.com'] },
        Bool: { 'kms:GrantIsForAWSResource': ['true'] },
        'ForAllValues:StringEquals': {
          'kms:GrantOperations': [
            'CreateGrant',
            'Decrypt',
            'DescribeKey',
            'GenerateDataKeyWithoutPlaintext',
            'ReEncryptFrom',
            'ReEncryptTo',
            'RetireGrant',
          ],
        },
        Null: { 'kms:GrantOperations': ['false'] },
      },
      when: { kms: 'on' },
    },
  ],
};
