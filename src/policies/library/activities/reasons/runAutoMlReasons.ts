import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole } from './sharedReasons.ts';
import { sources } from './sources.ts';

const page = `${sources.sagemakerRoles}#sagemaker-roles-autopilot-perms`;

export const runAutoMlReasons: ActivityReasons = {
  companions: [{ statements: ['AutoMlPassItself'], ...passedRole }],
  notes: [
    {
      text: 'These are the permissions that AWS documents for CreateAutoMLJob and CreateAutoMLJobV2, limited to this account and Region. AWS doesn’t document the names of what a job creates, so the role can also delete and invoke other models and endpoints of the account. Run AutoML in an account without production endpoints.',
      source: page,
    },
    {
      text: 'AWS documents passing any role. This activity allows passing only this role.',
      source: page,
    },
    {
      text: 'For a job in a VPC or with KMS keys, also select those activities. A job that starts EMR Serverless needs another role for it, which isn’t included.',
      source: page,
    },
  ],
};
