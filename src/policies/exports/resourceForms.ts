import type { AttachedResource } from '../model/composedDocument.ts';

/** How each language names the policy of a resource, its key for the resource, and its key for the policy. */
interface Form {
  readonly type: string;
  readonly resource: string;
  readonly policy: string;
}

type Forms = Readonly<Record<AttachedResource['type'], Form>>;

/** Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs */
export const terraformForms: Forms = {
  modelPackageGroup: {
    type: 'aws_sagemaker_model_package_group_policy',
    resource: 'model_package_group_name',
    policy: 'resource_policy',
  },
  bucket: { type: 'aws_s3_bucket_policy', resource: 'bucket', policy: 'policy' },
  key: { type: 'aws_kms_key_policy', resource: 'key_id', policy: 'policy' },
  repository: { type: 'aws_ecr_repository_policy', resource: 'repository', policy: 'policy' },
};

/** Source: https://www.pulumi.com/registry/packages/aws/api-docs/ */
export const pulumiForms: Forms = {
  modelPackageGroup: {
    type: 'aws.sagemaker.ModelPackageGroupPolicy',
    resource: 'modelPackageGroupName',
    policy: 'resourcePolicy',
  },
  bucket: { type: 'aws.s3.BucketPolicy', resource: 'bucket', policy: 'policy' },
  key: { type: 'aws.kms.KeyPolicy', resource: 'keyId', policy: 'policy' },
  repository: { type: 'aws.ecr.RepositoryPolicy', resource: 'repository', policy: 'policy' },
};

type StackForms = Readonly<Record<Exclude<AttachedResource['type'], 'key'>, Form>>;

/**
 * A key has a policy only in the stack that creates it; groups and repositories are created with theirs.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const cloudFormationForms: StackForms = {
  modelPackageGroup: {
    type: 'AWS::SageMaker::ModelPackageGroup',
    resource: 'ModelPackageGroupName',
    policy: 'ModelPackageGroupPolicy',
  },
  bucket: { type: 'AWS::S3::BucketPolicy', resource: 'Bucket', policy: 'PolicyDocument' },
  repository: { type: 'AWS::ECR::Repository', resource: 'RepositoryName', policy: 'RepositoryPolicyText' },
};

export const cdkForms: StackForms = {
  modelPackageGroup: {
    type: 'sagemaker.CfnModelPackageGroup',
    resource: 'modelPackageGroupName',
    policy: 'modelPackageGroupPolicy',
  },
  bucket: { type: 's3.CfnBucketPolicy', resource: 'bucket', policy: 'policyDocument' },
  repository: { type: 'ecr.CfnRepository', resource: 'repositoryName', policy: 'repositoryPolicyText' },
};
