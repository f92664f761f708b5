import type { ActivityReasons } from '../activityReasons.ts';
import { taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const manageWorkteamsReasons: ActivityReasons = {
  companions: [
    {
      statements: ['WorkteamsUserPool'],
      text: 'Creating a work team changes the user pool of the workforce.',
      source: sources.apiPermissions,
    },
    { statements: ['WorkteamsTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Anyone who can change the user pool can let others in. Use a separate user pool for workers. Adding workers in Amazon Cognito and creating the workforce are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-private-use-cognito.html',
    },
  ],
};
