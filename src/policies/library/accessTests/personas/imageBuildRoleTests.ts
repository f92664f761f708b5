import { arn, mustAllow, mustDeny, object, type AccessTest } from '../accessTest.ts';

const builds = { activity: 'buildImagesInCodeBuild' };
const role = '<IMAGE_BUILD_ROLE_ARN>';
const forProject = {
  'aws:SourceAccount': '<ACCOUNT_ID>',
  'aws:SourceArn': arn('codebuild', 'project/sagemaker-studio-ana'),
};
const takes = { trust: 'codeBuildService', caller: 'codebuild.amazonaws.com' };
const studioImage = arn('ecr', 'repository/sagemaker-studio-ana');

export const imageBuildRole: readonly AccessTest[] = [
  ...mustAllow([
    [
      'source',
      'reads the build source',
      's3:GetObject',
      object('<BUILD_BUCKET_NAME>/codebuild-sagemaker-container-1.zip'),
      {},
      builds,
    ],
    ['push', 'pushes the image', 'ecr:PutImage', studioImage, {}, builds],
    ['login', 'logs in to the registry', 'ecr:GetAuthorizationToken', '*', {}, builds],
    [
      'log',
      'writes its log',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/codebuild/sagemaker-studio-ana:log-stream:1'),
      {},
      builds,
    ],
    [
      'taken',
      'is assumed by CodeBuild for a build in the account',
      'sts:AssumeRole',
      role,
      forProject,
      takes,
    ],
  ]),
  ...mustDeny([
    [
      'other-object',
      'reads other objects in the bucket',
      's3:GetObject',
      object('<BUILD_BUCKET_NAME>/zz-another.zip'),
      {},
      builds,
    ],
    [
      'other-push',
      'pushes to another repository',
      'ecr:PutImage',
      arn('ecr', 'repository/payments'),
      {},
      builds,
    ],
    [
      'foreign-image',
      'pulls an image from another account',
      'ecr:BatchGetImage',
      'arn:<PARTITION>:ecr:<REGION>:999999999999:repository/tool',
      {},
      builds,
    ],
    [
      'other-log',
      'writes to the logs of another build',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/codebuild/payments:log-stream:1'),
      {},
      builds,
    ],
    [
      'write-source',
      'changes the build source',
      's3:PutObject',
      object('<BUILD_BUCKET_NAME>/codebuild-sagemaker-container-1.zip'),
      {},
      builds,
    ],
    ['pass', 'passes a role', 'iam:PassRole', 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator', {}],
    [
      'other-account',
      'is assumed by CodeBuild for another account',
      'sts:AssumeRole',
      role,
      {
        'aws:SourceAccount': '999999999999',
        'aws:SourceArn': 'arn:<PARTITION>:codebuild:<REGION>:999999999999:project/sagemaker-studio-x',
      },
      takes,
    ],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      forProject,
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
