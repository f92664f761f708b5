import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const buildAndPushImagesReasons: ActivityReasons = {
  differences: [
    {
      tag: 'validity',
      statements: ['EcrCreateTagged'],
      text: 'Creating a repository with tags also requires ecr:TagResource. Without it, the call is denied.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-supported-iam-actions-tagging.html',
    },
    {
      tag: 'hardening',
      statements: ['EcrCreateTagged', 'EcrPushPull'],
      text: 'Limited to repositories under the prefix in this account and Region. With repository/*, the caller could add the tag to any existing repository and then push to it. Under the prefix this is still possible: ECR has no condition key that limits tagging to creation (inferred from its condition keys).',
      source: sources.ecrActions,
    },
    {
      tag: 'hardening',
      statements: ['EcrDescribe'],
      text: 'Limited to repositories in this account and Region.',
      source: sources.ecrActions,
    },
  ],
  companions: [
    {
      statements: ['EcrPullBaseFromAws'],
      text: 'An image based on an AWS framework image is built from an image in an account that AWS owns.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/prebuilt-containers-extend.html',
    },
  ],
  repairs: [
    {
      guide: { policy: 6, statement: 2 },
      element: 'Resource',
      before: 'arn:aws:ecr:*:<ACCOUNT_ID>:repository/*',
      after: '*',
      text: 'ecr:GetAuthorizationToken doesn’t support resource-level permissions. With a repository ARN it never matches, so docker login fails.',
      source: sources.ecrActions,
    },
  ],
  notes: [
    {
      text: 'The tag condition also blocks pulling images from other accounts. To build on AWS framework images, turn on “AWS base images”. Inferred: those repositories don’t have the tag.',
      source: sources.ecrActions,
    },
  ],
};
