import type { ActivityOption, StatementTemplate } from './activity.ts';
import { bounded, strict } from './endpointPolicy.ts';

/** What the two endpoints of ECR share. Image layers come through the S3 endpoint. */

export const ecrSource = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html';

export const awsImagesOption: ActivityOption = {
  id: 'awsImages',
  label: 'Images in other accounts',
  help: 'AWS framework images (PyTorch, TensorFlow, Hugging Face) are in accounts that AWS owns, which differ by Region.',
  choices: [
    {
      value: 'aws',
      label: 'AWS framework images',
      help: 'Adds pull access (no push) to the registries that AWS owns in the Region.',
    },
    {
      value: 'on',
      label: 'Any account',
      help: 'Adds pull access (no push) to repositories of any account that grants your account access.',
    },
    { value: 'off', label: 'No', help: 'Repositories in this account only.' },
  ],
  default: 'off',
  recommended: 'aws',
  stances: ['hardened'],
};

const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

export const ecrImages = (prefix: string): readonly StatementTemplate[] => [
  ...strict({
    Sid: `${prefix}Images`,
    Action: [
      ...pull,
      'ecr:CompleteLayerUpload',
      'ecr:CreateRepository',
      'ecr:DescribeImages',
      'ecr:DescribeRepositories',
      'ecr:InitiateLayerUpload',
      'ecr:ListImages',
      'ecr:PutImage',
      'ecr:TagResource',
      'ecr:UploadLayerPart',
    ],
    Resource: [
      'arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/<ECR_REPOSITORY_PREFIX>/*',
      'arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/sagemaker-studio*',
    ],
  }),
  ...bounded({
    Sid: `${prefix}ImagesOfAws`,
    Action: pull,
    Resource: ['arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/*'],
    when: { awsImages: 'aws' },
    forEach: 'awsImageAccounts',
    having: { placeholder: 'AWS_IMAGE_ACCOUNT', part: 'given' },
  }),
  ...bounded({
    Sid: `${prefix}ImagesOfOthers`,
    Action: pull,
    Resource: ['arn:<PARTITION>:ecr:<REGION>:*:repository/*'],
    when: { awsImages: 'on' },
  }),
];
