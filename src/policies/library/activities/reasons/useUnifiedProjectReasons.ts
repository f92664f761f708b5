import type { ActivityReasons } from '../activityReasons.ts';
import { dataZoneToo, passedRole } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const useUnifiedProjectReasons: ActivityReasons = {
  companions: [
    { statements: ['ProjectPassesItself'], ...passedRole },
    {
      statements: ['ProjectPassesToWorkflows'],
      text: 'Unified Studio starts what a project runs with the role of the project, which must be able to pass itself.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/setup-iam-based-domains.html',
    },
  ],
  notes: [
    dataZoneToo,
    {
      text: 'For IAM-based domains, where you can use your own role. The AWS managed policies for such roles, SageMakerStudioUserIAMDefaultExecutionPolicy and SageMakerStudioProjectUserRolePolicy, have 19,000 and 54,000 characters and don’t fit into a policy of your own. Features that this activity lacks need the managed policy or further activities.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/setup-projects-iam-based-domains.html',
    },
    {
      text: 'AWS doesn’t document the minimum permissions of a project role. These are parts of its managed policies. Test them with your tools.',
      source: managedPolicyPage('SageMakerStudioProjectUserRolePolicy'),
    },
  ],
};
