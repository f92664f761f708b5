import { type Access, applying, ofExportedCode, reading } from './forExportedCode.ts';

const group = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:model-package-group/<SHARED_MODEL_GROUP>';
const repository = 'arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/<SHARED_MODEL_REPOSITORY>';

const stores: readonly Access[] = [
  {
    Sid: 'SharedGroupPolicy',
    reads: [
      'sagemaker:DescribeModelPackageGroup',
      'sagemaker:GetModelPackageGroupPolicy',
      'sagemaker:ListTags',
    ],
    writes: [
      'sagemaker:CreateModelPackageGroup',
      'sagemaker:DeleteModelPackageGroupPolicy',
      'sagemaker:PutModelPackageGroupPolicy',
    ],
    Resource: [group],
  },
  {
    Sid: 'SharedBucketPolicy',
    reads: ['s3:GetBucketPolicy'],
    writes: ['s3:DeleteBucketPolicy', 's3:PutBucketPolicy'],
    Resource: ['arn:<PARTITION>:s3:::<SHARED_MODEL_BUCKET>'],
  },
  {
    Sid: 'SharedKeyPolicy',
    reads: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags'],
    writes: ['kms:PutKeyPolicy'],
    Resource: ['<REGISTRY_KMS_KEY_ARN>'],
  },
  {
    Sid: 'SharedRepositoryPolicy',
    reads: [
      'ecr:DescribeRepositories',
      'ecr:GetLifecyclePolicy',
      'ecr:GetRepositoryPolicy',
      'ecr:ListTagsForResource',
    ],
    writes: ['ecr:CreateRepository', 'ecr:DeleteRepositoryPolicy', 'ecr:SetRepositoryPolicy'],
    Resource: [repository],
  },
];

export const readResourcePolicies = ofExportedCode(
  [
    'readResourcePolicies',
    'Read the resource-based policies of the exported code',
    'Compare the policies of the shared model registry with the code.',
  ],
  reading(stores),
);

export const setResourcePolicies = ofExportedCode(
  [
    'setResourcePolicies',
    'Set the resource-based policies of the exported code',
    'Set the policies of the shared model package group, bucket, KMS key, and repository.',
  ],
  applying(stores),
);
