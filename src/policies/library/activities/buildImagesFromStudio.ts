import type { Activity } from './activity.ts';
import { passRole } from './roleManager.ts';

const projects = 'arn:<PARTITION>:codebuild:<REGION>:<ACCOUNT_ID>:project/sagemaker-studio*';

export const buildImagesFromStudio: Activity = {
  id: 'buildImagesFromStudio',
  title: 'Build images from Studio with CodeBuild',
  summary: 'Run sm-docker build: the calls it makes before and after the CodeBuild build.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'ImageBuildProject',
      Effect: 'Allow',
      Action: [
        'codebuild:CreateProject',
        'codebuild:StartBuild',
        'codebuild:BatchGetBuilds',
        'codebuild:DeleteProject',
      ],
      Resource: [projects],
    },
    {
      Sid: 'ImageBuildSource',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:DeleteObject'],
      Resource: ['arn:<PARTITION>:s3:::<BUILD_BUCKET_NAME>/codebuild-sagemaker-container-*'],
    },
    {
      Sid: 'ImageBuildRepository',
      Effect: 'Allow',
      Action: ['ecr:CreateRepository', 'ecr:DescribeRepositories'],
      Resource: ['arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/sagemaker-studio*'],
    },
    {
      Sid: 'ImageBuildReadLogs',
      Effect: 'Allow',
      Action: ['logs:DescribeLogStreams', 'logs:GetLogEvents'],
      Resource: ['arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/codebuild/sagemaker-studio*'],
    },
    passRole('ImageBuildPassRole', '<IMAGE_BUILD_ROLE_ARN>', 'codebuild.amazonaws.com'),
  ],
};
