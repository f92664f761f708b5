import type { Reason } from '../activity.ts';
import { grantTemplate, jumpStartPage, roleManagerLibrary, roleManagerPage, sources } from './sources.ts';

/** What is true of several activities. */

export const ownerTagKept: Reason = {
  text: 'Prevents anyone with this policy from taking ownership of a resource by changing its owner tag, regardless of other permissions. Tag keys in conditions aren’t case-sensitive, so Owner is denied as well as owner.',
  source: sources.tagKeyCase,
};

export const tagsDuringCreation: Reason = {
  text: 'Tags set during creation aren’t affected. Inferred from AWS managed policies: sagemaker:TaggingAction is present only during creation.',
  source: 'https://github.com/aws/amazon-sagemaker-feedback/issues/88',
};

export const dataKeyThroughS3: Reason = {
  text: 'Reading and writing encrypted objects requires the key. Limited to calls that S3 makes for the caller.',
  source: sources.s3Kms,
};

export const listingByPrefix: Reason = {
  text: 'Listing is limited to the prefix. Code that lists the root of the bucket or checks that the bucket exists is denied.',
  source: sources.s3Actions,
};

export const fromJumpStart: Reason = {
  text: 'JumpStart models are read from this AWS bucket with the permissions of the role.',
  source: jumpStartPage,
};

export const interfacesInSubnets: Reason = {
  text: 'Interfaces can be created in the specified subnets and security groups only. Their ARNs are listed because an ec2:Vpc condition doesn’t match the new interface.',
  source: sources.ec2Actions,
};

export const interfacesChanged: Reason = {
  text: 'Only interfaces in the specified subnets can be shared or deleted. Inferred from the condition keys of these actions.',
  source: sources.ec2Actions,
};

export const interfacesDescribed: Reason = {
  text: 'The Describe actions don’t support resource-level permissions, so they use "Resource": "*" in a separate statement.',
  source: sources.ec2Actions,
};

export const interfacesAsDocumented: Reason = {
  text: 'As documented by AWS and in the guide, these actions use "Resource": "*".',
  source: sources.whitepaper,
};

export const grantsOfServices: Reason = {
  text: 'Grants are limited to the volume key, which often differs from the data key, and to grants that AWS services create for the role. They aren’t limited to SageMaker with kms:ViaService: AWS documents that condition for callers, not for execution roles.',
  source: sources.grantConditions,
};

export const keyPolicyToo: Reason = {
  text: 'The key policy must also allow this role or delegate to IAM. An identity-based policy alone doesn’t grant access to a KMS key.',
  source: sources.keyPolicies,
};

export const abortedUploads: Reason = {
  text: 'AbortMultipartUpload cleans up failed uploads of large artifacts.',
  source: sources.sagemakerRoles,
};

export const endpointGrantsNothing: Reason = {
  text: 'An endpoint policy doesn’t grant access by itself. The caller’s policies must also allow the request.',
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
};

export const scopedToAccount: Reason = {
  text: 'Limited to this account and Region and, for named resources, to the name prefix. SageMaker Role Manager templates cover every account and Region, in the aws partition only.',
  source: roleManagerLibrary,
};

export const fromRoleManager: Reason = {
  text: 'From SageMaker Role Manager, which is closed to new customers.',
  source: roleManagerPage,
};

export const taggedOnCreation: Reason = {
  text: 'Creating resources with tags requires AddTags. Limited to tags set during creation.',
  source: 'https://github.com/aws/aws-cdk/issues/32294',
};

export const volumeKeyGrant: Reason = {
  text: 'A volume key is used through a grant. Limited, as in the AWS template, to grants that SageMaker creates for the caller.',
  source: grantTemplate,
};

export const passedRole: Reason = {
  text: 'SageMaker uses a role that the caller passes. Roles are listed individually and can be passed to this service only.',
  source: sources.passRole,
};

export const notebookDriver: Reason = {
  text: 'Notebook jobs load their driver from an AWS bucket. AWS documents its name only as this pattern, which also matches buckets of other accounts.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
};

export const onlineStoreKey: Reason = {
  text: 'AWS requires kms:Decrypt on the key of the online store for each call to its records. It doesn’t document kms:ViaService for these calls, so the statement isn’t limited to SageMaker. The key policy must also allow it.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OnlineStoreSecurityConfig.html',
};

export const dataZoneToo: Reason = {
  text: 'IAM policies show only part of the access. Amazon DataZone authorizes users by their projects and domain units, and AWS Lake Formation grants access to data.',
  source:
    'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/security-accesss-control-patterns.html',
};

export const consumersToo: Reason = {
  text: 'Principals of those accounts also need identity policies, such as those of the persona “Registry reader in another account”.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
};

export const notebookJobNetwork: Reason = {
  text: 'Notebook jobs take subnets and security groups, and the AWS sample has no condition on them. With the specified subnets only, the notebook job execution role also needs “Run jobs inside a VPC”.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/create-notebook-auto-execution-advanced.html',
};
