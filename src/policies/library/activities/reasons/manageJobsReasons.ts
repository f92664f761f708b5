import type { ActivityReasons } from '../activityReasons.ts';
import { roleManagerLibrary } from './sources.ts';
import {
  fromRoleManager,
  passedRole,
  scopedToAccount,
  taggedOnCreation,
  volumeKeyGrant,
} from './sharedReasons.ts';

export const manageJobsReasons: ActivityReasons = {
  differences: [
    { tag: 'hardening', statements: ['ManageJobsCreate', 'ManageJobsFollowAndStop'], ...scopedToAccount },
  ],
  companions: [
    { statements: ['ManageJobsPassRole'], ...passedRole },
    { statements: ['ManageJobsTagOnCreate'], ...taggedOnCreation },
    { statements: ['ManageJobsVolumeKeyGrant'], ...volumeKeyGrant },
  ],
  notes: [
    {
      text: 'An AutoML job needs a role that can also create models and endpoints, and pass itself. The training execution role can’t: select “Start AutoML jobs”, which passes the AutoML execution role.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-autopilot-perms',
    },
    {
      text: 'CreateTransformJob has no VPC condition key, so it’s in a separate statement. With the VPC condition, as in the SageMaker Role Manager templates, transform jobs could never start.',
      source: roleManagerLibrary,
    },
    {
      text: 'Stopping transform jobs is always included. The basic SageMaker Role Manager template lacks it.',
      source: roleManagerLibrary,
    },
    {
      text: 'Uses the new names of the KMS condition keys. The names in SageMaker Role Manager are deprecated.',
      source: roleManagerLibrary,
    },
    fromRoleManager,
  ],
};
