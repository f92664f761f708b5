import { mustAllow, mustDeny, type AccessTest, type ContextTemplate } from '../accessTest.ts';
import { artifact, bucket, group, model, otherArtifact, repository, viaS3 } from './sharedModelArns.ts';

const key = '<REGISTRY_KMS_KEY_ARN>';
const consumer = { caller: 'arn:<PARTITION>:iam::<CONSUMER_ACCOUNT_ID>:role/Reader' } as const;
const stranger = { caller: 'arn:<PARTITION>:iam::999999999999:role/Reader' } as const;
const here: ContextTemplate = { 'aws:ResourceAccount': '<ACCOUNT_ID>' };
const ACCOUNT = '<ACCOUNT_ID>';

const groupPolicy = { attachedTo: 'modelPackageGroup', activity: 'shareModelPackages' } as const;
const bucketPolicy = { attachedTo: 'bucket', activity: 'shareModelArtifacts' } as const;
const keyPolicy = { attachedTo: 'key', activity: 'shareModelKey' } as const;
const repositoryPolicy = { attachedTo: 'repository', activity: 'shareModelImages' } as const;

export const sharedRegistry: readonly AccessTest[] = [
  ...mustAllow([
    [
      'group',
      'views the group from another account',
      'sagemaker:DescribeModelPackageGroup',
      group(ACCOUNT),
      here,
      { ...groupPolicy, ...consumer },
    ],
    [
      'model',
      'views a model from another account',
      'sagemaker:DescribeModelPackage',
      model(ACCOUNT),
      here,
      { ...groupPolicy, ...consumer },
    ],
    [
      'models',
      'lists models from another account',
      'sagemaker:ListModelPackages',
      model(ACCOUNT),
      here,
      { ...groupPolicy, ...consumer },
    ],
    [
      'deploy',
      'creates a model from a package in another account',
      'sagemaker:CreateModel',
      model(ACCOUNT),
      here,
      { ...groupPolicy, ...consumer, when: { deploy: 'on' } },
    ],
    [
      'artifact',
      'reads an artifact from another account',
      's3:GetObject',
      artifact,
      here,
      { ...bucketPolicy, ...consumer },
    ],
    [
      'list',
      'lists artifacts from another account',
      's3:ListBucket',
      bucket,
      { ...here, 's3:prefix': '<SHARED_MODEL_PREFIX>/1' },
      { ...bucketPolicy, ...consumer },
    ],
    [
      'decrypt',
      'decrypts an artifact from another account, through S3',
      'kms:Decrypt',
      key,
      { ...here, ...viaS3 },
      { ...keyPolicy, ...consumer },
    ],
    [
      'pull',
      'pulls an image from another account',
      'ecr:BatchGetImage',
      repository(ACCOUNT),
      here,
      { ...repositoryPolicy, ...consumer },
    ],
  ]),
  ...mustDeny([
    [
      'model-stranger',
      'views a model from an account that it isn’t shared with',
      'sagemaker:DescribeModelPackage',
      model(ACCOUNT),
      here,
      { ...groupPolicy, ...stranger },
    ],
    [
      'approve',
      'approves a model from another account',
      'sagemaker:UpdateModelPackage',
      model(ACCOUNT),
      here,
      { ...groupPolicy, ...consumer },
    ],
    [
      'delete',
      'deletes the group from another account',
      'sagemaker:DeleteModelPackageGroup',
      group(ACCOUNT),
      here,
      { ...groupPolicy, ...consumer },
    ],
    [
      'artifact-stranger',
      'reads an artifact from an account that it isn’t shared with',
      's3:GetObject',
      artifact,
      here,
      { ...bucketPolicy, ...stranger },
    ],
    [
      'other-artifact',
      'reads another artifact from another account',
      's3:GetObject',
      otherArtifact,
      here,
      { ...bucketPolicy, ...consumer, prefix: 'SHARED_MODEL_PREFIX' },
    ],
    [
      'write',
      'writes an artifact from another account',
      's3:PutObject',
      artifact,
      here,
      { ...bucketPolicy, ...consumer },
    ],
    [
      'decrypt-directly',
      'decrypts from another account without S3',
      'kms:Decrypt',
      key,
      here,
      { ...keyPolicy, ...consumer },
    ],
    [
      'decrypt-stranger',
      'decrypts from an account that the key isn’t shared with',
      'kms:Decrypt',
      key,
      { ...here, ...viaS3 },
      { ...keyPolicy, ...stranger },
    ],
    [
      'encrypt',
      'makes a data key from another account',
      'kms:GenerateDataKey',
      key,
      { ...here, ...viaS3 },
      { ...keyPolicy, ...consumer },
    ],
    [
      'pull-stranger',
      'pulls an image from an account that it isn’t shared with',
      'ecr:BatchGetImage',
      repository(ACCOUNT),
      here,
      { ...repositoryPolicy, ...stranger },
    ],
    [
      'push',
      'pushes an image from another account',
      'ecr:PutImage',
      repository(ACCOUNT),
      here,
      { ...repositoryPolicy, ...consumer },
    ],
  ]),
];
