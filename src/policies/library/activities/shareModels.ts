import type { Activity, StatementTemplate } from './activity.ts';
import { listBucketOf, throughS3 } from './sharedModels.ts';

/** Whom the registry account lets in: the accounts, whose own policies say which roles. */
const consumers = { AWS: ['arn:<PARTITION>:iam::<CONSUMER_ACCOUNT_ID>:root'] } as const;

const shared = (
  Sid: string,
  Action: readonly string[],
  more: Partial<StatementTemplate> = {},
): StatementTemplate => ({ Sid, Effect: 'Allow', Principal: consumers, Action, ...more });

const own = (resource: string) => `arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:${resource}`;

export const shareModelPackages: Activity = {
  id: 'shareModelPackages',
  title: 'Share a model package group',
  summary: 'Other accounts can view the group and its model packages, and create models from them.',
  status: 'missingInGuide',
  attachedTo: { type: 'modelPackageGroup', name: '<SHARED_MODEL_GROUP>' },
  options: [
    {
      id: 'deploy',
      label: 'Deployment',
      help: 'Whether the accounts can create models from the packages.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds sagemaker:CreateModel on the packages, as in the AWS sample.',
        },
        { value: 'off', label: 'No', help: 'The packages can only be viewed.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  hardened: [
    shared('ShareModelGroup', ['sagemaker:DescribeModelPackageGroup'], {
      Resource: [own('model-package-group/<SHARED_MODEL_GROUP>')],
    }),
    shared('ShareModelPackages', ['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'], {
      Resource: [own('model-package/<SHARED_MODEL_GROUP>/*')],
    }),
    shared('ShareModelDeployment', ['sagemaker:CreateModel'], {
      Resource: [own('model-package/<SHARED_MODEL_GROUP>/*')],
      when: { deploy: 'on' },
    }),
  ],
};

export const shareModelArtifacts: Activity = {
  id: 'shareModelArtifacts',
  title: 'Share the model artifacts',
  summary: 'Other accounts can read and list the location of the artifacts in S3.',
  status: 'missingInGuide',
  attachedTo: { type: 'bucket', name: '<SHARED_MODEL_BUCKET>' },
  options: [],
  hardened: [
    shared('ShareArtifacts', ['s3:GetObject'], {
      Resource: ['arn:<PARTITION>:s3:::<SHARED_MODEL_BUCKET>/<SHARED_MODEL_PREFIX>/*'],
    }),
    ...listBucketOf('ShareArtifacts', {}, consumers),
  ],
};

export const shareModelKey: Activity = {
  id: 'shareModelKey',
  title: 'Share the key of the artifacts',
  summary: 'Other accounts can decrypt the artifacts, through S3 only.',
  status: 'missingInGuide',
  attachedTo: { type: 'key', name: '<REGISTRY_KMS_KEY_ARN>' },
  options: [
    {
      id: 'account',
      label: 'Access of this account',
      help: 'A key policy without a statement for the account of the key locks everyone out.',
      choices: [
        {
          value: 'on',
          label: 'As in the default key policy',
          help: 'Identity policies of this account decide who uses and administers the key.',
        },
        {
          value: 'off',
          label: 'Not included',
          help: 'Only the statement for other accounts, to add to the existing policy.',
        },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'KeyOfThisAccount',
      Effect: 'Allow',
      Principal: { AWS: ['arn:<PARTITION>:iam::<ACCOUNT_ID>:root'] },
      Action: ['kms:*'],
      Resource: ['*'],
      when: { account: 'on' },
    },
    shared('ShareArtifactsKey', ['kms:Decrypt'], { Resource: ['*'], Condition: throughS3 }),
  ],
};

export const shareModelImages: Activity = {
  id: 'shareModelImages',
  title: 'Share the inference image',
  summary: 'Other accounts can pull images from the repository.',
  status: 'missingInGuide',
  attachedTo: { type: 'repository', name: '<SHARED_MODEL_REPOSITORY>' },
  options: [],
  hardened: [
    shared('ShareImages', [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
    ]),
  ],
};
