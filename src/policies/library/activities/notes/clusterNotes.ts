import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';

/** Activity id → what a reader must know that no statement can say. */
export const clusterNotes: Readonly<Record<string, readonly Reason[]>> = {
  clusterInstances: [
    {
      text: 'The AWS version is the managed policy AmazonSageMakerClusterInstanceRolePolicy. It has no permissions for a VPC or Amazon EKS, which AWS documents separately.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerClusterInstanceRolePolicy.html',
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
  manageClusters: [
    {
      text: 'The ARN of a cluster has a generated ID, so a name prefix can’t limit it: this covers all clusters of the account and Region.',
      source: sources.sagemakerActions,
    },
    {
      text: 'With “Specified subnets only”, updates that don’t include the network configuration are denied, because their request context has no network condition keys. Inferred from the condition keys of UpdateCluster.',
      source: sources.sagemakerActions,
    },
    {
      text: 'The AWS sample for a cluster admin user has the actions on clusters and BatchDeleteClusterNodes. The other node and event actions come from the service authorization reference.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
    },
    {
      text: 'AWS calls this the cluster admin user. Creating the Amazon EKS cluster, its add-ons, and the VPC is not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
    },
  ],
  clusterAccess: [
    {
      text: 'Anyone who can create access entries can become an administrator of the Kubernetes cluster. eks:policyArn and eks:kubernetesGroups can limit the entries.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
    },
    {
      text: 'AWS lists access entries among the tasks of the cluster admin user.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
    },
  ],
  useCluster: [
    {
      text: 'What a user can do in the cluster is decided by its EKS access entry and Kubernetes roles, or by Slurm, not by this policy.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-setup-rbac.html',
    },
    {
      text: 'AWS calls this the data scientist user of a cluster.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
    },
  ],
  clusterShell: [
    {
      text: 'The target of a session is sagemaker-cluster:<cluster>_<group>-<instance>. AWS doesn’t list the cluster as a resource of ssm:StartSession, so its ARN here isn’t confirmed. Test a session first.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-run-jobs-slurm-access-nodes.html',
    },
    {
      text: 'A session starts as root unless you set a run-as user in Systems Manager.',
      source:
        'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html',
    },
  ],
  scaleCluster: [
    {
      text: 'AWS has no managed policy for this: “you must create a custom policy”. The grant operations are those of the AWS sample.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html',
    },
    {
      text: 'The AWS sample has one statement for both KMS actions, with condition keys for grants, which aren’t in the request context of kms:DescribeKey. The AWS version here has only its first statement.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html',
    },
  ],
  clusterAutoscaling: [
    {
      text: 'The role is set as ClusterRole when a cluster is created or updated. It’s passed to hyperpod.sagemaker.amazonaws.com, which follows from its trust policy; AWS doesn’t document the value of iam:PassedToService.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html',
    },
  ],
};
