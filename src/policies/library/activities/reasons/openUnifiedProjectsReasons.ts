import type { ActivityReasons } from '../activityReasons.ts';
import { dataZoneToo } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const openUnifiedProjectsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ProjectsOpen', 'ProjectsCreate', 'ProjectsRoles'],
      text: 'Creating projects, and reading the roles and users of the account for it, is an option.',
      source: managedPolicyPage('SageMakerStudioUserIAMConsolePolicy'),
    },
    {
      tag: 'hardening',
      statements: ['ProjectsDomain', 'ProjectsKey'],
      text: 'Limited to this domain and its key.',
      source: managedPolicyPage('SageMakerStudioUserIAMConsolePolicy'),
    },
  ],
  notes: [
    dataZoneToo,
    {
      text: 'For IAM-based domains. In domains with IAM Identity Center, people sign in with their user, and need no role.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/projects-iam-based-domains.html',
    },
    {
      text: 'datazone:GetEnvironmentCredentials returns credentials of the project role. DataZone decides for which projects.',
      source: 'https://docs.aws.amazon.com/datazone/latest/APIReference/API_GetEnvironmentCredentials.html',
    },
  ],
};
