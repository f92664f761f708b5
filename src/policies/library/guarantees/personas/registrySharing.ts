import { deniedUnless, type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';

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

const consumers = { AWS: ['arn:<PARTITION>:iam::<CONSUMER_ACCOUNT_ID>:root'] } as const;
const orOwners = {
  AWS: ['arn:<PARTITION>:iam::<CONSUMER_ACCOUNT_ID>:root', 'arn:<PARTITION>:iam::<ACCOUNT_ID>:root'],
} as const;

/** Each policy alone: whatever else it says, nobody else is let in. */
export const sharedRegistry: readonly Guarantee[] = [
  deniedUnless(
    ['shared-group-accounts', 'The policy of the group lets in only the specified accounts.', ['*']],
    [{}],
    sources.principals,
    { policy: { attachedTo: 'modelPackageGroup' }, principals: consumers },
  ),
  never(
    [
      'shared-group-unchanged',
      'The policy of the group lets no other account approve, change, or delete models.',
      ['sagemaker:Update*', 'sagemaker:Delete*', 'sagemaker:Put*', 'sagemaker:CreateModelPackage*'],
    ],
    sources.leastPrivilege,
    { policy: { attachedTo: 'modelPackageGroup' } },
  ),
  deniedUnless(
    ['shared-bucket-accounts', 'The bucket policy lets in only the specified accounts.', ['*']],
    [{}],
    sources.principals,
    { policy: { attachedTo: 'bucket' }, principals: consumers },
  ),
  never(
    [
      'shared-bucket-unwritten',
      'The bucket policy lets no other account write or delete.',
      ['s3:Put*', 's3:Delete*', 's3:Replicate*'],
    ],
    sources.leastPrivilege,
    { policy: { attachedTo: 'bucket' } },
  ),
  deniedUnless(
    [
      'shared-key-accounts',
      'The key policy lets in only this account and the specified accounts.',
      ['kms:*'],
    ],
    [{}],
    sources.keys,
    { policy: { attachedTo: 'key' }, principals: orOwners },
  ),
  deniedUnless(
    ['shared-repository-accounts', 'The repository policy lets in only the specified accounts.', ['*']],
    [{}],
    sources.ecr,
    { policy: { attachedTo: 'repository' }, principals: consumers },
  ),
  never(
    [
      'shared-repository-unpushed',
      'The repository policy lets no other account push or delete images.',
      ['ecr:Put*', 'ecr:*Delete*', 'ecr:*Upload*'],
    ],
    sources.ecr,
    { policy: { attachedTo: 'repository' } },
  ),
];
