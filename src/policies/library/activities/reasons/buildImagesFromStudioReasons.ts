import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole } from './sharedReasons.ts';
import { sources } from './sources.ts';

const cli = 'https://github.com/aws-samples/sagemaker-studio-image-build-cli';

export const buildImagesFromStudioReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ImageBuildProject', 'ImageBuildSource', 'ImageBuildRepository', 'ImageBuildReadLogs'],
      text: 'The caller and the build have separate roles. The README of the tool uses one role for both, lets it pass any role, and lets it list all roles.',
      source: cli,
    },
  ],
  companions: [{ statements: ['ImageBuildPassRole'], ...passedRole }],
  notes: [
    {
      text: 'Specify the role and bucket: sm-docker build . --role <name> --bucket <bucket>. By default, the tool builds with the Studio role.',
      source: cli,
    },
    {
      text: 'For repositories other than sagemaker-studio…, add “Build images and push them to ECR”. A build in a VPC needs --vpc-id and the network permissions of the build role.',
      source: cli,
    },
    {
      text: 'Anyone who can change the build gains the permissions of the build role.',
      source: sources.passRole,
    },
  ],
};
