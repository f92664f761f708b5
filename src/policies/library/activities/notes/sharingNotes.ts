import type { Reason } from '../activity.ts';

const sources = {
  deploy: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html',
  discover: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-ram-discover.html',
  crossAccount:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  groupPolicy:
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PutModelPackageGroupPolicy.html',
  bucketPolicy: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
  key: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
  keyPolicy: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
  defaultKeyPolicy: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  repositoryPolicy: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html',
} as const;

/** A resource has one policy: what is there has to be kept. */
const replaces = (command: string, source: string) => ({
  text: `${command} replaces the whole policy that is there. Merge these statements with it first; the exported script doesn’t replace another policy unless you tell it to.`,
  source,
});

const bothSides = {
  text: 'Principals of those accounts also need identity policies, such as those of Registry reader in another account.',
  source: sources.crossAccount,
} as const;

export const sharingNotes: Readonly<Record<string, readonly Reason[]>> = {
  readSharedModels: [
    {
      text: 'Both accounts must allow it: the model package group, bucket, key, and repository also need policies.',
      source: sources.crossAccount,
    },
    {
      text: 'To deploy a model, another role of this account creates the model and passes an execution role. The execution role also needs this access.',
      source: sources.deploy,
    },
    {
      text: 'AWS documents cross-account access only in samples. Whether ListModelPackages works for a group of another account isn’t confirmed.',
      source: sources.deploy,
    },
  ],
  shareModelPackages: [
    {
      text: 'The AWS sample also allows sagemaker:UpdateModelPackage. It’s left out, because it lets other accounts approve models.',
      source: sources.deploy,
    },
    {
      text: 'The AWS sample names sagemaker:CreateModel on model packages. The service authorization reference lists it for models only, so findings can mention it.',
      source: sources.deploy,
    },
    {
      text: 'Whether the policy of a group can name an organization isn’t confirmed. To find shared groups in the console, share them with AWS RAM.',
      source: sources.discover,
    },
    replaces('PutModelPackageGroupPolicy', sources.groupPolicy),
    bothSides,
  ],
  shareModelArtifacts: [
    {
      text: 'The AWS sample allows s3:* on all objects of the bucket, which includes deleting them.',
      source: sources.deploy,
    },
    replaces('PutBucketPolicy', sources.bucketPolicy),
    bothSides,
  ],
  shareModelKey: [
    {
      text: 'In a key policy, "Resource": "*" is the key itself.',
      source: sources.defaultKeyPolicy,
    },
    {
      text: 'The AWS sample creates a grant for the account instead, with encryption. A grant isn’t visible in the key policy.',
      source: sources.deploy,
    },
    {
      text: 'CloudFormation and the AWS CDK can set the policy only of a key that they create, so their code leaves it out.',
      source: sources.key,
    },
    replaces('PutKeyPolicy', sources.keyPolicy),
    bothSides,
  ],
  shareModelImages: [
    {
      text: 'The AWS sample allows ecr:*, which includes pushing and deleting images. A repository policy names no resource: it is about its repository.',
      source: sources.deploy,
    },
    replaces('SetRepositoryPolicy', sources.repositoryPolicy),
    bothSides,
  ],
};
