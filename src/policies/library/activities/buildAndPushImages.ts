import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

const anyRepository = 'arn:<PARTITION>:ecr:*:<ACCOUNT_ID>:repository/*';
const repositories = 'arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/<ECR_REPOSITORY_PREFIX>/*';

const pushAndPull = [
  'ecr:BatchGetImage',
  'ecr:CompleteLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:DescribeImages',
  'ecr:ListImages',
  'ecr:InitiateLayerUpload',
  'ecr:BatchCheckLayerAvailability',
  'ecr:GetDownloadUrlForLayer',
  'ecr:PutImage',
];

export const buildAndPushImages: Activity = {
  id: 'buildAndPushImages',
  title: 'Build images and push them to ECR',
  summary: 'Create tagged repositories, log in, push and pull images, describe repositories.',
  options: [
    {
      id: 'awsImages',
      label: 'Base images of AWS',
      help: 'AWS’s framework images (PyTorch, TensorFlow, Hugging Face), to build images on.',
      choices: [
        { value: 'off', label: 'No', help: 'Only base images from your own or from public repositories.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pulling, nothing else, from AWS’s public registries for the Region.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'SagemakerCreateECR',
      Effect: 'Allow',
      Action: ['ecr:CreateRepository'],
      Resource: [anyRepository],
      Condition: { StringEquals: { 'aws:RequestTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [{ policy: 6, statement: 1 }],
    },
    {
      Sid: 'SageMakerECRAccess',
      Effect: 'Allow',
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
      guide: [{ policy: 6, statement: 2 }],
    },
    {
      Sid: 'SagemakerECRRepo',
      Effect: 'Allow',
      Action: pushAndPull,
      Resource: [anyRepository],
      Condition: { StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [{ policy: 6, statement: 3 }],
    },
    {
      Sid: 'SagemakerECRRead',
      Effect: 'Allow',
      Action: ['ecr:DescribeRepositories'],
      Resource: ['arn:<PARTITION>:ecr:*:*:repository/*'],
      guide: [{ policy: 6, statement: 4 }],
    },
  ],
  hardened: [
    {
      Sid: 'EcrCreateTagged',
      Effect: 'Allow',
      Action: ['ecr:CreateRepository', 'ecr:TagResource'],
      Resource: [repositories],
      Condition: { StringEquals: { 'aws:RequestTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [{ policy: 6, statement: 1 }],
    },
    {
      Sid: 'EcrLogin',
      Effect: 'Allow',
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
      guide: [{ policy: 6, statement: 2 }],
    },
    {
      Sid: 'EcrPushPull',
      Effect: 'Allow',
      Action: pushAndPull,
      Resource: [repositories],
      Condition: { StringEquals: { 'aws:ResourceTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } },
      guide: [{ policy: 6, statement: 3 }],
    },
    {
      Sid: 'EcrDescribe',
      Effect: 'Allow',
      Action: ['ecr:DescribeRepositories'],
      Resource: ['arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/*'],
      guide: [{ policy: 6, statement: 4 }],
    },
    {
      Sid: 'EcrPullBaseFromAws',
      Effect: 'Allow',
      Action: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
      Resource: ['arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/*'],
      when: { awsImages: 'on' },
      forEach: 'awsImageAccounts',
      having: { placeholder: 'AWS_IMAGE_ACCOUNT', part: 'given' },
      companion: {
        text: 'An image that extends one of AWS’s framework images is built on it, from an account of AWS.',
        source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/prebuilt-containers-extend.html',
      },
    },
  ],
  repairs: [
    {
      guide: { policy: 6, statement: 2 },
      element: 'Resource',
      before: 'arn:aws:ecr:*:<ACCOUNT_ID>:repository/*',
      after: '*',
      text: 'ecr:GetAuthorizationToken takes no resource. On a repository it never matches, so docker login fails.',
      source: sources.ecrActions,
    },
  ],
  differences: [
    {
      tag: 'validity',
      statements: ['EcrCreateTagged'],
      text: 'Creating a repository with tags needs ecr:TagResource as well; without it the tagged create is refused.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-supported-iam-actions-tagging.html',
    },
    {
      tag: 'hardening',
      statements: ['EcrCreateTagged', 'EcrPushPull'],
      text: 'Limited to repositories of this account and Region below the prefix. On repository/* the tag could be put on any existing repository, and the tag is what opens it for pushing. Inferred from the condition keys: ECR has none that allows tagging only on create, so below the prefix this stays possible.',
      source: sources.ecrActions,
    },
    {
      tag: 'hardening',
      statements: ['EcrDescribe'],
      text: 'Repositories of this account and Region instead of all.',
      source: sources.ecrActions,
    },
  ],
  notes: [
    {
      text: 'The tag condition also stops pulls of images in other accounts: to build on AWS’s framework images, turn on “Base images of AWS”. Inferred from the tag being absent there.',
      source: sources.ecrActions,
    },
  ],
};
