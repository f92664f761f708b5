import { type Guarantee, guaranteeSources as sources, never } from '../guarantee.ts';

/** What no role of this library may do. */
export const everyRole: readonly Guarantee[] = [
  never(
    [
      'no-iam-changes',
      'Changes no IAM policy, role, user, or group, so it can’t give itself permissions.',
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
      'Creates no access keys, passwords, or sign-in for other users.',
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
  never(['no-other-role', 'Assumes no other role.', ['sts:Assume*']], sources.leastPrivilege),
  never(
    [
      'no-bucket-policies',
      'Opens no bucket or object to others, and turns off no public access block.',
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
  ),
  never(
    ['no-bucket-changes', 'Creates and deletes no bucket.', ['s3:CreateBucket', 's3:DeleteBucket']],
    sources.s3Access,
  ),
  never(
    [
      'no-key-changes',
      'Changes, disables, and deletes no KMS key or key policy.',
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
  ),
  never(
    [
      'no-trail-changes',
      'Stops, deletes, and changes no CloudTrail trail.',
      ['cloudtrail:Delete*', 'cloudtrail:Put*', 'cloudtrail:Stop*', 'cloudtrail:Update*'],
    ],
    sources.trails,
  ),
  never(
    [
      'no-log-deletion',
      'Deletes no log, and shortens no retention period.',
      ['logs:Delete*', 'logs:PutRetentionPolicy'],
    ],
    sources.logs,
  ),
  never(
    [
      'no-organization-changes',
      'Changes nothing of the organization or the account.',
      ['account:*', 'organizations:*'],
    ],
    sources.organizations,
  ),
  never(
    [
      'no-network-changes',
      'Changes no VPC, subnet, route, gateway, or security group.',
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
  ),
  never(
    ['no-instances', 'Starts no EC2 instance.', ['ec2:RunInstances', 'ec2:StartInstances']],
    sources.leastPrivilege,
  ),
  never(
    [
      'no-secrets',
      'Reads no secret from Secrets Manager or Parameter Store.',
      ['secretsmanager:BatchGetSecretValue', 'secretsmanager:GetSecretValue', 'ssm:GetParameter*'],
    ],
    sources.secrets,
  ),
  never(
    [
      'no-shared-repositories',
      'Shares no ECR repository with other accounts or the public.',
      ['ecr-public:*', 'ecr:PutRegistryPolicy', 'ecr:PutReplicationConfiguration', 'ecr:SetRepositoryPolicy'],
    ],
    sources.ecr,
  ),
  never(
    [
      'no-image-deletion',
      'Deletes no container image or repository.',
      ['ecr:BatchDeleteImage', 'ecr:DeleteRepository'],
    ],
    sources.ecr,
  ),
  never(
    [
      'no-shared-models',
      'Shares no model package group and no other SageMaker resource with other accounts.',
      [
        'ram:*',
        'sagemaker:PutModelPackageGroupPolicy',
        'sagemaker:PutResourcePolicy',
        'sagemaker:PutLineageGroupPolicy',
      ],
    ],
    sources.roles,
  ),
  never(
    [
      'no-domain-changes',
      'Creates, changes, and deletes no Studio domain or user profile.',
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
      'Creates, changes, and deletes no notebook instance or its startup scripts.',
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
