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
    [
      'no-bucket-policies',
      'Can’t change bucket policies, access points, ACLs, or S3 Block Public Access settings.',
      [
        's3:DeleteBucketPolicy',
        's3:DeleteAccessPoint*',
        's3:PutAccessPoint*',
        's3:PutAccountPublicAccessBlock',
        's3:PutBucketAcl',
        's3:PutBucketOwnershipControls',
        's3:PutBucketPolicy',
        's3:PutBucketPublicAccessBlock',
        's3:PutObjectAcl',
        's3:PutObjectVersionAcl',
      ],
    ],
    sources.s3Access,
    { without: ['setResourcePolicies'] },
  ),
  never(
    ['no-bucket-changes', 'Can’t create or delete buckets.', ['s3:CreateBucket', 's3:DeleteBucket']],
    sources.s3Access,
  ),
  never(
    [
      'no-key-changes',
      'Can’t change, disable, or delete KMS keys or key policies.',
      [
        'kms:CancelKeyDeletion',
        'kms:CreateAlias',
        'kms:CreateKey',
        'kms:Delete*',
        'kms:Disable*',
        'kms:PutKeyPolicy',
        'kms:ScheduleKeyDeletion',
        'kms:Update*',
      ],
    ],
    sources.keys,
    { without: ['setResourcePolicies'] },
  ),
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
    [
      'no-organization-changes',
      'Can’t call AWS Organizations or AWS Account Management.',
      ['account:*', 'organizations:*'],
    ],
    sources.organizations,
    { without: ['readOrganizationPolicies', 'setOrganizationPolicies'] },
  ),
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
        'ec2:CreateVpc*',
        'ec2:DeleteRoute*',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteSubnet',
        'ec2:DeleteVpc*',
        'ec2:ModifySubnetAttribute',
        'ec2:ModifyVpc*',
        'ec2:ReplaceRoute*',
        'ec2:Revoke*',
      ],
    ],
    sources.leastPrivilege,
    { without: ['setEndpointPolicies'] },
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
      'Can’t share ECR repositories with other accounts or the public.',
      ['ecr-public:*', 'ecr:PutRegistryPolicy', 'ecr:PutReplicationConfiguration', 'ecr:SetRepositoryPolicy'],
    ],
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
      'Can’t share model package groups or other SageMaker resources with other accounts.',
      [
        'ram:*',
        'sagemaker:PutModelPackageGroupPolicy',
        'sagemaker:PutResourcePolicy',
        'sagemaker:PutLineageGroupPolicy',
      ],
    ],
    sources.roles,
    { without: ['setResourcePolicies'] },
  ),
  never(
    [
      'no-domain-changes',
      'Can’t create, change, or delete Studio domains or user profiles.',
      [
        'sagemaker:CreateDomain',
        'sagemaker:CreateUserProfile',
        'sagemaker:DeleteDomain',
        'sagemaker:DeleteUserProfile',
        'sagemaker:UpdateDomain',
        'sagemaker:UpdateUserProfile',
      ],
    ],
    sources.roles,
  ),
  never(
    [
      'no-notebook-changes',
      'Can’t create, change, or delete notebook instances or their startup scripts.',
      [
        'sagemaker:CreateNotebookInstance*',
        'sagemaker:DeleteNotebookInstance*',
        'sagemaker:UpdateNotebookInstance*',
        'sagemaker:CreateStudioLifecycleConfig',
        'sagemaker:DeleteStudioLifecycleConfig',
      ],
    ],
    sources.roles,
  ),
];
