import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const pullImagesReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['EcrPull'],
      text: 'Limited to repositories under the prefix in this Region.',
      source: sources.ecrActions,
    },
    {
      tag: 'validity',
      statements: ['EcrPullFromAws'],
      text: 'Adds pull access to AWS framework images, limited to the registries that AWS owns in this Region.',
      source: sources.imageRegistries,
    },
  ],
  companions: [
    {
      statements: ['SageMakerECRUsageOfAWS', 'EcrPullFromAws'],
      text: 'AWS framework images are in accounts that AWS owns, which differ by Region. SageMaker pulls them with the permissions of the role. Without this statement, a job or model with such an image fails to start.',
      source: sources.imageRegistries,
    },
  ],
  repairs: [
    {
      guide: { policy: 8, statement: 5 },
      element: 'Resource',
      before: 'arn:aws:ecr:*:<ACCOUNT_ID>:repository/*',
      after: '*',
      text: 'ecr:GetAuthorizationToken doesn’t support resource-level permissions. With a repository ARN it never matches, so no image can be pulled.',
      source: sources.ecrActions,
    },
    {
      guide: { policy: 8, statement: 6 },
      element: 'Sid',
      before: '',
      after: 'SageMakerECRUsage',
      text: 'The statement has no Sid. It gets the Sid that the guide uses for the model hosting role. Access is the same.',
      source: sources.sid,
    },
    {
      guide: { policy: 9, statement: 5 },
      element: 'Resource',
      before: 'arn:aws:ecr:*:<ACCOUNT_ID>:repository/*',
      after: '*',
      text: 'ecr:GetAuthorizationToken doesn’t support resource-level permissions. With a repository ARN it never matches, so no image can be pulled.',
      source: sources.ecrActions,
    },
    {
      guide: { policy: 9, statement: 5 },
      element: 'syntax',
      before: 'repository/*", }',
      after: 'repository/*" }',
      text: 'There is a comma before the closing brace, so the document isn’t valid JSON.',
      source: sources.jsonGrammar,
    },
  ],
  notes: [
    {
      text: 'GetAuthorizationToken doesn’t support resource-level permissions, so it uses "Resource": "*" in a separate statement.',
      source: sources.ecrActions,
    },
    {
      text: 'Images can’t be pulled from repositories without the tag in your account, or from repositories in other accounts that AWS doesn’t own.',
      source: sources.ecrActions,
    },
    {
      text: 'The list of AWS registries is from November 2026. For Regions that it doesn’t include, enter the account yourself.',
      source: sources.imageRegistries,
    },
  ],
};
