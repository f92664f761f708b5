import type { Activity } from './activity.ts';

const anyRepository = 'arn:<PARTITION>:ecr:*:<ACCOUNT_ID>:repository/*';

const awsRepositories = 'arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/*';

/** Repositories of AWS. One statement for each account; none in a Region for which AWS lists no registry. */
export const ofAws = {
  Effect: 'Allow',
  Resource: [awsRepositories],
  forEach: 'awsImageAccounts',
  having: { placeholder: 'AWS_IMAGE_ACCOUNT', part: 'given' },
} as const;

const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

export const pullImages: Activity = {
  id: 'pullImages',
  title: 'Pull images from ECR',
  summary:
    'Log in and pull from tagged repositories, and optionally AWS framework images. Built-in algorithms need no permissions.',
  options: [
    {
      id: 'awsImages',
      label: 'AWS framework images',
      help: 'PyTorch, TensorFlow, Hugging Face, XGBoost, and scikit-learn images are in accounts that AWS owns. SageMaker pulls them with the permissions of the role.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pull access to the registries that AWS owns in the Region. Recommended: they don’t contain your data.',
        },
        {
          value: 'off',
          label: 'No',
          help: 'Repositories in this account only. Jobs and models with an AWS framework image fail to start.',
        },
      ],
      default: 'off',
      recommended: 'on',
      stances: ['hardened'],
    },
    {
      id: 'awsImagesBesides',
      label: 'AWS framework images',
      help: 'The guide sample can’t pull PyTorch, TensorFlow, or Hugging Face images, which are in accounts that AWS owns.',
      choices: [
        { value: 'off', label: 'No', help: 'As in the guide: repositories in this account only.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pull access to the registries that AWS owns in the Region.',
        },
      ],
      default: 'off',
      stances: ['published'],
    },
  ],
  published: [
    {
      Sid: 'SageMakerECRAccess',
      Effect: 'Allow',
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
      guide: [
        { policy: 8, statement: 5 },
        { policy: 9, statement: 5 },
      ],
    },
    {
      Sid: 'SageMakerECRUsage',
      Effect: 'Allow',
      Action: pull,
      Resource: [anyRepository],
      Condition: { StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [
        { policy: 8, statement: 6 },
        { policy: 9, statement: 6 },
      ],
    },
    {
      ...ofAws,
      Sid: 'SageMakerECRUsageOfAWS',
      Action: pull,
      when: { awsImagesBesides: 'on' },
    },
  ],
  hardened: [
    {
      Sid: 'EcrPullLogin',
      Effect: 'Allow',
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
      guide: [
        { policy: 8, statement: 5 },
        { policy: 9, statement: 5 },
      ],
    },
    {
      Sid: 'EcrPull',
      Effect: 'Allow',
      Action: pull,
      Resource: ['arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/<ECR_REPOSITORY_PREFIX>/*'],
      Condition: { StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [
        { policy: 8, statement: 6 },
        { policy: 9, statement: 6 },
      ],
    },
    { ...ofAws, Sid: 'EcrPullFromAws', Action: pull, when: { awsImages: 'on' } },
  ],
};
