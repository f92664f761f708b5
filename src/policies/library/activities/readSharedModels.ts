import type { Activity } from './activity.ts';
import { listBucketOf, ofRegistry, throughS3 } from './sharedModels.ts';

export const readSharedModels: Activity = {
  id: 'readSharedModels',
  title: 'Read models that another account shares',
  summary:
    'View model packages of a group in the registry account, read their artifacts, and pull their images.',
  status: 'missingInGuide',
  options: [
    {
      id: 'images',
      label: 'Images',
      help: 'Whether the inference image is in a repository of the registry account.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds pulling images from that repository.' },
        { value: 'off', label: 'No', help: 'Images come from AWS or from this account.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'ReadSharedModelGroup',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeModelPackageGroup'],
      Resource: [ofRegistry('sagemaker', 'model-package-group/<SHARED_MODEL_GROUP>')],
    },
    {
      Sid: 'ReadSharedModels',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
      Resource: [ofRegistry('sagemaker', 'model-package/<SHARED_MODEL_GROUP>/*')],
    },
    {
      Sid: 'ReadSharedArtifacts',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:<PARTITION>:s3:::<SHARED_MODEL_BUCKET>/<SHARED_MODEL_PREFIX>/*'],
      Condition: { StringEquals: { 'aws:ResourceAccount': ['<REGISTRY_ACCOUNT_ID>'] } },
    },
    ...listBucketOf('ReadSharedArtifacts', {
      StringEquals: { 'aws:ResourceAccount': ['<REGISTRY_ACCOUNT_ID>'] },
    }),
    {
      Sid: 'ReadSharedArtifactsKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: ['<SHARED_MODEL_KEY_ARN>'],
      Condition: throughS3,
    },
    {
      Sid: 'PullSharedImages',
      Effect: 'Allow',
      Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Resource: [ofRegistry('ecr', 'repository/<SHARED_MODEL_REPOSITORY>')],
      when: { images: 'on' },
    },
    {
      Sid: 'SharedImagesLogin',
      Effect: 'Allow',
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
      when: { images: 'on' },
    },
  ],
};
