import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

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

const fromAws = {
  text: 'AWS framework images are in accounts that AWS owns, which differ by Region. SageMaker pulls them with the permissions of the role. Without this statement, a job or model with such an image fails to start.',
  source: sources.imageRegistries,
};

const loginRepair = {
  element: 'Resource',
  before: 'arn:aws:ecr:*:<ACCOUNT_ID>:repository/*',
  after: '*',
  text: 'ecr:GetAuthorizationToken doesn’t support resource-level permissions. With a repository ARN it never matches, so no image can be pulled.',
  source: sources.ecrActions,
} as const;

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
      companion: fromAws,
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
    { ...ofAws, Sid: 'EcrPullFromAws', Action: pull, when: { awsImages: 'on' }, companion: fromAws },
  ],
  repairs: [
    { guide: { policy: 8, statement: 5 }, ...loginRepair },
    {
      guide: { policy: 8, statement: 6 },
      element: 'Sid',
      before: '',
      after: 'SageMakerECRUsage',
      text: 'The statement has no Sid. It gets the Sid that the guide uses for the model hosting role. Access is the same.',
      source: sources.sid,
    },
    { guide: { policy: 9, statement: 5 }, ...loginRepair },
    {
      guide: { policy: 9, statement: 5 },
      element: 'syntax',
      before: 'repository/*", }',
      after: 'repository/*" }',
      text: 'There is a comma before the closing brace, so the document isn’t valid JSON.',
      source: sources.jsonGrammar,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['EcrPull'],
      text: 'Limited to repositories under the prefix in this Region.',
      source: sources.ecrActions,
    },
    {
      tag: 'validity',
      statements: ['EcrPullFromAws'],
      text: 'Adds pull access to AWS framework images, limited to the registries that AWS owns in this Region.',
      source: sources.imageRegistries,
    },
  ],
};
