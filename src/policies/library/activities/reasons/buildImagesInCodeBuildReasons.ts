import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

const cli = 'https://github.com/aws-samples/sagemaker-studio-image-build-cli';

export const buildImagesInCodeBuildReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['BuildSource', 'BuildLogs', 'BuildPush', 'BuildPullAwsImages', 'BuildEcrLogin'],
      text: 'Limited to what the tool creates in this account and Region: archives, log groups, and repositories.',
      source: cli,
    },
    {
      tag: 'hardening',
      statements: ['BuildInterfaces', 'BuildInterfacePermission'],
      text: 'Interface permissions are limited to CodeBuild and the specified subnets, as documented for CodeBuild.',
      source:
        'https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html',
    },
  ],
  notes: [
    {
      text: 'A build runs any command in its Dockerfile with these permissions. Use this role for nothing else.',
      source: sources.passRole,
    },
    { text: 'The trust policy of this role allows CodeBuild. See step 5.', source: cli },
  ],
};
