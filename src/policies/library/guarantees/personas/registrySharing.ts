import { type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';

const ofRegistry = (service: string, resource: string) =>
  `arn:<PARTITION>:${service}:<REGION>:<REGISTRY_ACCOUNT_ID>:${resource}`;

export const registryReader: readonly Guarantee[] = [
  onlyOn(
    [
      'shared-models-read',
      'Can view model packages only of the shared group.',
      ['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
    ],
    [ofRegistry('sagemaker', 'model-package/<SHARED_MODEL_GROUP>/*')],
    sources.leastPrivilege,
  ),
  never(
    [
      'shared-models-unchanged',
      'Can’t create, approve, change, or delete anything in SageMaker.',
      ['sagemaker:Create*', 'sagemaker:Update*', 'sagemaker:Delete*', 'sagemaker:Put*'],
    ],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['shared-artifacts-read', 'Can read only the location of the shared artifacts.', ['s3:GetObject']],
    ['arn:<PARTITION>:s3:::<SHARED_MODEL_BUCKET>/<SHARED_MODEL_PREFIX>/*'],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['shared-key-only', 'Can decrypt only with the key of the shared models.', ['kms:Decrypt']],
    ['<SHARED_MODEL_KEY_ARN>'],
    sources.keys,
  ),
  never(
    [
      'shared-stores-unwritten',
      'Can’t write artifacts or push images.',
      ['s3:Put*', 's3:Delete*', 'ecr:Put*'],
    ],
    sources.leastPrivilege,
  ),
];
