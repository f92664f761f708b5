import { buysCapacity } from './buysCapacity.ts';
import { arn, carefulCall, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const clusters = { activity: 'manageClusters' };
const access = { activity: 'clusterAccess' };
const scaling = { activity: 'clusterAutoscaling' };
const scalingRole = '<HYPERPOD_SCALING_ROLE_ARN>';
const eksCluster = arn('eks', 'cluster/<EKS_CLUSTER>');
const entry = (of: string) => arn('eks', `access-entry/${of}/role/<ACCOUNT_ID>/team/1`);
const cluster = sageMaker('cluster/abc123def456');
const governs = (governance: string) => ({ ...clusters, when: { governance } });
const onPlans = (plans: string) => ({ ...clusters, when: { plans } });
const plan = sageMaker('training-plan/<NAME_PREFIX>1');
const quota = sageMaker('compute-quota/abc123def456');
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };

export const hyperPodAdmin: readonly AccessTest[] = [
  ...buysCapacity,
  ...mustAllow([
    [
      'create',
      'creates a cluster in the approved subnets',
      'sagemaker:CreateCluster',
      cluster,
      carefulCall,
      clusters,
    ],
    ['quota', 'gives a team a compute quota', 'sagemaker:CreateComputeQuota', quota, {}, governs('on')],
    [
      'quota-on-cluster',
      'gives a team a compute quota of a cluster',
      'sagemaker:CreateComputeQuota',
      cluster,
      {},
      governs('on'),
    ],
    [
      'scheduler',
      'changes the priorities of a cluster',
      'sagemaker:UpdateClusterSchedulerConfig',
      sageMaker('cluster-scheduler-config/abc123def456'),
      {},
      governs('on'),
    ],
    [
      'create-on-plan',
      'creates a cluster on a training plan',
      'sagemaker:CreateCluster',
      plan,
      carefulCall,
      onPlans('on'),
    ],
    [
      'update-on-plan',
      'moves a cluster to reserved capacity',
      'sagemaker:UpdateCluster',
      sageMaker('reserved-capacity/a1b2c3'),
      carefulCall,
      onPlans('on'),
    ],
    ['see-plan', 'views a training plan', 'sagemaker:DescribeTrainingPlan', plan, {}, onPlans('on')],
    ['quotas', 'lists the compute quotas', 'sagemaker:ListComputeQuotas', '*', {}, governs('on')],
    ['node', 'replaces a node', 'sagemaker:BatchReplaceClusterNodes', cluster, {}, clusters],
    ['patch', 'updates the software of a cluster', 'sagemaker:UpdateClusterSoftware', cluster, {}, clusters],
    ['delete', 'deletes a cluster', 'sagemaker:DeleteCluster', cluster, {}, clusters],
    [
      'pass',
      'passes the cluster instance role to SageMaker',
      'iam:PassRole',
      '<HYPERPOD_INSTANCE_ROLE_ARN>',
      toSageMaker,
      clusters,
    ],
    [
      'pass-scaling',
      'passes the autoscaling role to HyperPod',
      'iam:PassRole',
      scalingRole,
      { 'iam:PassedToService': 'hyperpod.sagemaker.amazonaws.com' },
      scaling,
    ],
    ['entry', 'gives a role access to the EKS cluster', 'eks:CreateAccessEntry', eksCluster, {}, access],
    ['entry-list', 'lists the access entries', 'eks:ListAccessEntries', eksCluster, {}, access],
    ['entry-change', 'changes an access entry', 'eks:UpdateAccessEntry', entry('<EKS_CLUSTER>'), {}, access],
    ['entry-delete', 'deletes an access entry', 'eks:DeleteAccessEntry', entry('<EKS_CLUSTER>'), {}, access],
  ]),
  ...mustDeny([
    ['no-quota', 'gives a team a compute quota', 'sagemaker:CreateComputeQuota', quota, {}, governs('off')],
    ['quota-retag', 'changes the tags of a compute quota', 'sagemaker:AddTags', quota, {}, clusters],
    [
      'create-off-plan',
      'creates a cluster on a training plan',
      'sagemaker:CreateCluster',
      plan,
      carefulCall,
      onPlans('off'),
    ],
    [
      'create-on-other-plan',
      'creates a cluster on another team’s training plan',
      'sagemaker:CreateCluster',
      sageMaker('training-plan/zz-another-team'),
      carefulCall,
      clusters,
    ],
    [
      'on-plan-outside-vpc',
      'creates a cluster on a training plan outside the VPC',
      'sagemaker:CreateCluster',
      plan,
      {},
      { ...clusters, when: { plans: 'on', vpc: 'on' } },
    ],
    [
      'outside-vpc',
      'creates a cluster outside the VPC',
      'sagemaker:CreateCluster',
      cluster,
      {},
      { ...clusters, when: { vpc: 'on' } },
    ],
    [
      'other-account',
      'deletes a cluster in another account',
      'sagemaker:DeleteCluster',
      'arn:<PARTITION>:sagemaker:<REGION>:999999999999:cluster/abc123def456',
    ],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-service',
      'passes the cluster instance role to EC2',
      'iam:PassRole',
      '<HYPERPOD_INSTANCE_ROLE_ARN>',
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
    ],
    [
      'other-eks',
      'gives access to another EKS cluster',
      'eks:CreateAccessEntry',
      arn('eks', 'cluster/zz-another-team'),
      {},
      access,
    ],
    [
      'other-eks-entry',
      'deletes an access entry of another EKS cluster',
      'eks:DeleteAccessEntry',
      entry('zz-another-team'),
      {},
      access,
    ],
    ['eks-config', 'changes the EKS cluster', 'eks:UpdateClusterConfig', eksCluster, {}, access],
    [
      'scaling-to-sagemaker',
      'passes the autoscaling role to SageMaker',
      'iam:PassRole',
      scalingRole,
      toSageMaker,
      scaling,
    ],
    [
      'scaling-to-eks',
      'passes the autoscaling role to EKS',
      'iam:PassRole',
      scalingRole,
      { 'iam:PassedToService': 'eks.amazonaws.com' },
      scaling,
    ],
    [
      'scaling-other-role',
      'passes another role to HyperPod',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      { 'iam:PassedToService': 'hyperpod.sagemaker.amazonaws.com' },
      scaling,
    ],
    [
      'scaling-policy',
      'attaches a policy to the autoscaling role',
      'iam:AttachRolePolicy',
      scalingRole,
      {},
      scaling,
    ],
    [
      'scaling-inline',
      'writes a policy of the autoscaling role',
      'iam:PutRolePolicy',
      scalingRole,
      {},
      scaling,
    ],
    [
      'scaling-trust',
      'changes who can assume the autoscaling role',
      'iam:UpdateAssumeRolePolicy',
      scalingRole,
      {},
      scaling,
    ],
    ['scaling-delete', 'deletes the autoscaling role', 'iam:DeleteRole', scalingRole, {}, scaling],
    ['retag', 'changes the tags of a cluster', 'sagemaker:AddTags', cluster, { 'aws:TagKeys': ['owner'] }],
    ['eks', 'deletes the EKS cluster', 'eks:DeleteCluster', eksCluster, {}, access],
    ['instance', 'starts an EC2 instance', 'ec2:RunInstances', arn('ec2', 'instance/*')],
  ]),
];
