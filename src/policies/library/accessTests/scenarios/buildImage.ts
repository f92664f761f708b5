import { arn } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const repository = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/trainer');
const made = { 'aws:RequestTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>', 'aws:TagKeys': ['<ECR_TAG_KEY>'] };
const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};

export const buildImage: Scenario = {
  id: 'buildImage',
  title: 'Push an image from a notebook',
  summary: 'Creates a repository and pushes an image.',
  steps: steps([
    ['notebookRole', 'logs in to the registry', 'ecr:GetAuthorizationToken', '*'],
    {
      persona: 'notebookRole',
      title: 'creates a tagged repository',
      action: 'ecr:CreateRepository',
      resource: repository,
      context: made,
      carries: [],
    },
    ['notebookRole', 'checks for existing layers', 'ecr:BatchCheckLayerAvailability', repository, tagged],
    ['notebookRole', 'starts a layer upload', 'ecr:InitiateLayerUpload', repository, tagged],
    ['notebookRole', 'uploads a layer', 'ecr:UploadLayerPart', repository, tagged],
    ['notebookRole', 'completes the upload', 'ecr:CompleteLayerUpload', repository, tagged],
    ['notebookRole', 'pushes the image', 'ecr:PutImage', repository, tagged],
  ]),
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html',
};
