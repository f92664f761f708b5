import { inSageMaker } from './everyRoleInSageMaker.ts';
import { type Guarantee, guaranteeSources as sources, never } from '../guarantee.ts';

/** What no role of this library may do. */
export const everyRole: readonly Guarantee[] = [
  never(
    [
      'no-iam-changes',
      'Can’t change IAM policies, roles, users, or groups, so it can’t give itself permissions.',
      [
        'iam:Add*',
        'iam:Attach*',
        'iam:CreateGroup',
        'iam:CreateInstanceProfile',
        'iam:CreatePolicy*',
        'iam:CreateRole',
        'iam:CreateUser',
        'iam:Delete*',
        'iam:Detach*',
        'iam:Put*',
        'iam:Remove*',
        'iam:SetDefaultPolicyVersion',
        'iam:Tag*',
        'iam:Untag*',
        'iam:Update*',
      ],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'no-credentials',
      'Can’t create access keys, passwords, or sign-ins for other users.',
      [
        'iam:ChangePassword',
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:CreateServiceSpecificCredential',
        'iam:CreateVirtualMFADevice',
        'iam:ResetServiceSpecificCredential',
        'iam:Upload*',
        'sts:GetFederationToken',
      ],
    ],
    sources.leastPrivilege,
  ),
  never(['no-other-role', 'Can’t assume other roles.', ['sts:Assume*']], sources.leastPrivilege),
  never(
    ['no-bucket-policies', 'Can’t change bucket policies.', ['s3:DeleteBucketPolicy', 's3:PutBucketPolicy']],
    sources.s3Access,
    { without: ['setResourcePolicies'] },
  ),
  never(
    [
      'no-bucket-access',
      'Can’t change access points, bucket ACLs, or S3 Block Public Access settings.',
      [
        's3:DeleteAccessPoint*',
        's3:PutAccessPoint*',
        's3:PutAccountPublicAccessBlock',
        's3:PutBucketAcl',
        's3:PutBucketOwnershipControls',
        's3:PutBucketPublicAccessBlock',
      ],
    ],
    sources.s3Access,
  ),
  never(
    ['no-object-acls', 'Can’t change object ACLs.', ['s3:PutObjectAcl', 's3:PutObjectVersionAcl']],
    sources.s3Access,
  ),
  never(
    ['no-bucket-changes', 'Can’t create or delete buckets.', ['s3:CreateBucket', 's3:DeleteBucket']],
    sources.s3Access,
  ),
  never(
    [
      'no-key-changes',
      'Can’t create, change, enable, disable, or delete KMS keys.',
      [
        'kms:CancelKeyDeletion',
        'kms:CreateAlias',
        'kms:CreateCustomKeyStore',
        'kms:CreateKey',
        'kms:Delete*',
        'kms:Disable*',
        'kms:Enable*',
        'kms:ImportKeyMaterial',
        'kms:ReplicateKey',
        'kms:RotateKeyOnDemand',
        'kms:ScheduleKeyDeletion',
        'kms:Update*',
      ],
    ],
    sources.keys,
  ),
  never(['no-key-policies', 'Can’t change KMS key policies.', ['kms:PutKeyPolicy']], sources.keys, {
    without: ['setResourcePolicies'],
  }),
  never(
    [
      'no-trail-changes',
      'Can’t stop, delete, or change CloudTrail trails.',
      ['cloudtrail:Delete*', 'cloudtrail:Put*', 'cloudtrail:Stop*', 'cloudtrail:Update*'],
    ],
    sources.trails,
  ),
  never(
    [
      'no-log-deletion',
      'Can’t delete logs or change their retention period.',
      ['logs:Delete*', 'logs:PutRetentionPolicy'],
    ],
    sources.logs,
  ),
  never(
    ['no-organization-changes', 'Can’t call AWS Organizations.', ['organizations:*']],
    sources.organizations,
    { without: ['readOrganizationPolicies', 'setOrganizationPolicies'] },
  ),
  never(['no-account-changes', 'Can’t call AWS Account Management.', ['account:*']], sources.organizations),
  never(
    [
      'no-network-changes',
      'Can’t change VPCs, subnets, routes, gateways, or security groups.',
      [
        'ec2:Associate*',
        'ec2:AttachInternetGateway',
        'ec2:Authorize*',
        'ec2:CreateInternetGateway',
        'ec2:CreateNatGateway',
        'ec2:CreateRoute*',
        'ec2:CreateSecurityGroup',
        'ec2:CreateSubnet',
        'ec2:CreateVpc',
        'ec2:CreateVpcBlock*',
        'ec2:CreateVpcEncryption*',
        'ec2:CreateVpcPeering*',
        'ec2:DeleteRoute*',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteSubnet',
        'ec2:DeleteVpc',
        'ec2:DeleteVpcBlock*',
        'ec2:DeleteVpcEncryption*',
        'ec2:DeleteVpcPeering*',
        'ec2:ModifySubnetAttribute',
        'ec2:ModifyVpcAttribute',
        'ec2:ModifyVpcBlock*',
        'ec2:ModifyVpcEncryption*',
        'ec2:ModifyVpcPeering*',
        'ec2:ModifyVpcTenancy',
        'ec2:ReplaceRoute*',
        'ec2:Revoke*',
      ],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'no-endpoint-changes',
      'Can’t create, change, or delete VPC endpoints.',
      ['ec2:CreateVpcEndpoint', 'ec2:DeleteVpcEndpoints', 'ec2:ModifyVpcEndpoint'],
    ],
    sources.endpoints,
    { without: ['setEndpointPolicies'] },
  ),
  never(
    [
      'no-endpoint-services',
      'Can’t create, change, or delete VPC endpoint services and notifications.',
      [
        'ec2:CreateVpcEndpointC*',
        'ec2:CreateVpcEndpointS*',
        'ec2:DeleteVpcEndpointC*',
        'ec2:DeleteVpcEndpointS?*',
        'ec2:ModifyVpcEndpointC*',
        'ec2:ModifyVpcEndpointS*',
      ],
    ],
    sources.endpoints,
  ),
  never(
    ['no-instances', 'Can’t start EC2 instances.', ['ec2:RunInstances', 'ec2:StartInstances']],
    sources.leastPrivilege,
  ),
  never(
    [
      'no-secrets',
      'Can’t read secrets from Secrets Manager or Parameter Store.',
      ['secretsmanager:BatchGetSecretValue', 'secretsmanager:GetSecretValue', 'ssm:GetParameter*'],
    ],
    sources.secrets,
  ),
  never(
    [
      'no-shared-repositories',
      'Can’t share the ECR registry with other accounts, replicate it, or use public repositories.',
      ['ecr-public:*', 'ecr:PutRegistryPolicy', 'ecr:PutReplicationConfiguration'],
    ],
    sources.ecr,
  ),
  never(
    ['no-repository-policies', 'Can’t share ECR repositories.', ['ecr:SetRepositoryPolicy']],
    sources.ecr,
    { without: ['setResourcePolicies'] },
  ),
  never(
    [
      'no-image-deletion',
      'Can’t delete container images or repositories.',
      ['ecr:BatchDeleteImage', 'ecr:DeleteRepository'],
    ],
    sources.ecr,
  ),
  never(
    [
      'no-shared-models',
      'Can’t share resources through AWS RAM, or models, resources, and lineage groups through SageMaker.',
      [
        'ram:*',
        'sagemaker:CreateSharedModel',
        'sagemaker:UpdateSharedModel',
        'sagemaker:CreateLineageGroupPolicy',
        'sagemaker:PutResourcePolicy',
        'sagemaker:PutLineageGroupPolicy',
      ],
    ],
    sources.roles,
  ),
  never(
    [
      'no-model-group-policies',
      'Can’t share model package groups.',
      ['sagemaker:PutModelPackageGroupPolicy'],
    ],
    sources.roles,
    { without: ['setResourcePolicies'] },
  ),
  ...inSageMaker,
];
