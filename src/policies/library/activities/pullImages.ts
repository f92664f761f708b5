import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

const anyRepository = 'arn:<PARTITION>:ecr:*:<ACCOUNT_ID>:repository/*';

const awsRepositories = 'arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/*';

/** One statement for each account; none in a Region for which AWS lists no registry. */
const ofAws = {
  Effect: 'Allow',
  Resource: [awsRepositories],
  forEach: 'awsImageAccounts',
  having: { placeholder: 'AWS_IMAGE_ACCOUNT', part: 'given' },
} as const;

const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

const fromAws = {
  text: 'AWS’s framework images are in accounts of AWS, by Region. SageMaker pulls them with the permissions of the role, so without this a job or model with such an image fails to start.',
  source: sources.imageRegistries,
};

const loginRepair = {
  element: 'Resource',
  before: 'arn:aws:ecr:*:<ACCOUNT_ID>:repository/*',
  after: '*',
  text: 'ecr:GetAuthorizationToken takes no resource. On a repository it never matches, so no image can be pulled.',
  source: sources.ecrActions,
} as const;

export const pullImages: Activity = {
  id: 'pullImages',
  title: 'Pull images from ECR',
  summary:
    'Log in and pull from tagged repositories and, if you choose, AWS’s framework images. Built-in algorithms need no permission.',
  options: [
    {
      id: 'awsImages',
      label: 'Framework images of AWS',
      help: 'PyTorch, TensorFlow, Hugging Face, XGBoost, and scikit-learn images are in accounts of AWS, and the role pulls them with its own permissions.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pulling, nothing else, from AWS’s public registries for the Region. They hold no data of yours, so this is recommended.',
        },
        {
          value: 'off',
          label: 'No',
          help: 'Only repositories of this account. Jobs and models with an AWS framework image fail to start.',
        },
      ],
      default: 'off',
      recommended: 'on',
      stances: ['hardened'],
    },
    {
      id: 'awsImagesBesides',
      label: 'Framework images of AWS',
      help: 'The guide’s sample can’t pull PyTorch, TensorFlow, or Hugging Face images, which are in accounts of AWS.',
      choices: [
        { value: 'off', label: 'No', help: 'As in the guide: only repositories of this account.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pulling, nothing else, from AWS’s public registries for the Region.',
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
      text: 'The statement has no Sid. It gets the one that the model hosting role’s sample uses; access is the same.',
      source: sources.sid,
    },
    { guide: { policy: 9, statement: 5 }, ...loginRepair },
    {
      guide: { policy: 9, statement: 5 },
      element: 'syntax',
      before: 'repository/*", }',
      after: 'repository/*" }',
      text: 'A comma stands before the closing brace; the document is not JSON.',
      source: sources.jsonGrammar,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['EcrPull'],
      text: 'Limited to repositories of this Region below the prefix.',
      source: sources.ecrActions,
    },
    {
      tag: 'validity',
      statements: ['EcrPullFromAws'],
      text: 'Pulling AWS’s framework images is added. Limited to pulling, from AWS’s registries for this Region.',
      source: sources.imageRegistries,
    },
  ],
  notes: [
    {
      text: 'GetAuthorizationToken takes no resource, so it stands on * in a statement of its own.',
      source: sources.ecrActions,
    },
    {
      text: 'A repository of your account without the tag can’t be pulled from, nor can one of another account that isn’t AWS’s.',
      source: sources.ecrActions,
    },
    {
      text: 'AWS’s list of registries is of November 2026. It has none for some Regions; enter the account yourself there.',
      source: sources.imageRegistries,
    },
  ],
};
