import type { ActivityReasons } from '../activityReasons.ts';
import { managedPolicyPage, sources } from './sources.ts';

const sample =
  'https://github.com/aws-samples/awsome-distributed-training/blob/main/1.architectures/7.sagemaker-hyperpod-eks/cfn-templates/nested-stacks/sagemaker-iam-role-stack.yaml';

export const clusterInstancesReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ClusterLogs', 'ClusterScripts', 'ClusterScriptsList', 'ClusterScriptsListAll'],
      text: 'Limited to this account and Region, and to the location of your lifecycle scripts instead of every bucket named sagemaker-….',
      source: managedPolicyPage('AmazonSageMakerClusterInstanceRolePolicy'),
    },
    {
      tag: 'optional',
      statements: ['ClusterSessions'],
      text: 'The channels of Systems Manager can be left out.',
      source: managedPolicyPage('AmazonSageMakerClusterInstanceRolePolicy'),
    },
  ],
  companions: [
    {
      statements: ['ClusterInterfaces', 'ClusterInterfaceTags'],
      text: 'Instances in your VPC have network interfaces in its subnets. AWS lists these actions on all resources.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
    },
    {
      statements: ['ClusterPods'],
      text: 'Nodes of Amazon EKS assign addresses to pods and pull their images.',
      source: sample,
    },
    {
      statements: ['ClusterPodIdentity'],
      text: 'EKS Pod Identity gets the credentials of pods through the node.',
      source: sample,
    },
  ],
  notes: [
    {
      text: 'The AWS version is the managed policy AmazonSageMakerClusterInstanceRolePolicy. It has no permissions for a VPC or Amazon EKS, which AWS documents separately.',
      source: managedPolicyPage('AmazonSageMakerClusterInstanceRolePolicy'),
    },
    {
      text: 'Any process on an instance can use this role. Use EKS Pod Identity to give pods other roles.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
    },
    {
      text: 'FSx for Lustre needs no permissions of this role to mount a file system, only network access. To pull images only from your account, set “Orchestrated by Amazon EKS” to No, which also removes pod addresses and EKS Pod Identity, and select “Pull images from ECR”.',
      source: sources.ecrActions,
    },
  ],
};
