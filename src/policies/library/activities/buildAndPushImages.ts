import type { Activity } from './activity.ts';

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
  summary: 'Create tagged repositories, log in, push and pull images, and describe repositories.',
  options: [
    {
      id: 'awsImages',
      label: 'AWS base images',
      help: 'AWS framework images (PyTorch, TensorFlow, Hugging Face) as the base of your images.',
      choices: [
        {
          value: 'off',
          label: 'No',
          help: 'Only base images from your own repositories or from public registries.',
        },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pull access to the registries that AWS owns in the Region.',
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
    },
  ],
};
