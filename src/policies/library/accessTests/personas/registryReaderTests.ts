import { mustAllow, mustDeny, type AccessTest, type ContextTemplate } from '../accessTest.ts';
import { artifact, group, model, otherArtifact, repository, viaS3 } from './sharedModelArns.ts';

const REGISTRY = '<REGISTRY_ACCOUNT_ID>';
const otherKey =
  'arn:<PARTITION>:kms:<REGION>:<REGISTRY_ACCOUNT_ID>:key/9999aaaa-22bb-33cc-44dd-5555eeee6666';
const key = '<SHARED_MODEL_KEY_ARN>';
const there: ContextTemplate = { 'aws:ResourceAccount': REGISTRY };
const elsewhere: ContextTemplate = { 'aws:ResourceAccount': '999999999999' };

const read = { activity: 'readSharedModels', otherAccount: true } as const;
const shared = { otherAccount: true } as const;
const images = { ...read, when: { images: 'on' } };

export const registryReader: readonly AccessTest[] = [
  ...mustAllow([
    ['group', 'views the shared group', 'sagemaker:DescribeModelPackageGroup', group(REGISTRY), there, read],
    ['model', 'views a shared model', 'sagemaker:DescribeModelPackage', model(REGISTRY), there, read],
    ['models', 'lists shared models', 'sagemaker:ListModelPackages', model(REGISTRY), there, read],
    ['artifact', 'reads an artifact', 's3:GetObject', artifact, there, read],
    ['decrypt', 'decrypts an artifact through S3', 'kms:Decrypt', key, { ...there, ...viaS3 }, read],
    ['pull', 'pulls an image', 'ecr:BatchGetImage', repository(REGISTRY), there, images],
    ['token', 'gets a token for ECR', 'ecr:GetAuthorizationToken', '*', {}, images],
  ]),
  ...mustDeny([
    ['approve', 'approves a shared model', 'sagemaker:UpdateModelPackage', model(REGISTRY), there, shared],
    ['delete', 'deletes a shared model', 'sagemaker:DeleteModelPackage', model(REGISTRY), there, shared],
    [
      'other-model',
      'views a model of another group',
      'sagemaker:DescribeModelPackage',
      model(REGISTRY, 'zz-another-team'),
      there,
      shared,
    ],
    [
      'own-model',
      'views a model in this account',
      'sagemaker:DescribeModelPackage',
      model('<ACCOUNT_ID>'),
      {},
    ],
    [
      'other-artifact',
      'reads another artifact',
      's3:GetObject',
      otherArtifact,
      there,
      { ...shared, prefix: 'SHARED_MODEL_PREFIX' },
    ],
    [
      'foreign-bucket',
      'reads from a bucket of the same name in another account',
      's3:GetObject',
      artifact,
      elsewhere,
      shared,
    ],
    ['write', 'writes an artifact', 's3:PutObject', artifact, there, shared],
    ['decrypt-directly', 'decrypts without S3', 'kms:Decrypt', key, there, shared],
    ['other-key', 'decrypts with another key', 'kms:Decrypt', otherKey, { ...there, ...viaS3 }, shared],
    ['push', 'pushes an image', 'ecr:PutImage', repository(REGISTRY), there, shared],
    [
      'other-image',
      'pulls from another repository',
      'ecr:BatchGetImage',
      repository(REGISTRY, 'zz-another-team'),
      there,
      shared,
    ],
  ]),
];
