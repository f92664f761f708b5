import type { Activity } from './activity.ts';
import { passRole } from './roleManager.ts';
import { sources } from './sources.ts';

const cli = 'https://github.com/aws-samples/sagemaker-studio-image-build-cli';
const projects = 'arn:<PARTITION>:codebuild:<REGION>:<ACCOUNT_ID>:project/sagemaker-studio*';

export const buildImagesFromStudio: Activity = {
  id: 'buildImagesFromStudio',
  title: 'Build images from Studio with CodeBuild',
  summary: 'What sm-docker build does before and after CodeBuild’s own work.',
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
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['ImageBuildProject', 'ImageBuildSource', 'ImageBuildRepository', 'ImageBuildReadLogs'],
      text: 'What the caller does is separated from what the build does, each with a role of its own. The tool’s README gives one role everything, lets it pass any role, and lets it list all roles.',
      source: cli,
    },
  ],
  notes: [
    {
      text: 'Name the role and bucket: sm-docker build . --role <name> --bucket <bucket>. With its defaults the tool builds with the Studio role itself.',
      source: cli,
    },
    {
      text: 'Repositories other than sagemaker-studio… need “Build and push container images”. A build in a VPC needs --vpc-id and the network interfaces of the build role.',
      source: cli,
    },
    {
      text: 'Whoever changes the build decides what the build role does: its permissions are theirs.',
      source: sources.passRole,
    },
  ],
};
