import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager, passedRole, scopedToAccount, taggedOnCreation } from './sharedReasons.ts';

export const manageModelsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ManageModelsCreate', 'ManageModels', 'ManageModelPackages'],
      ...scopedToAccount,
    },
  ],
  companions: [
    { statements: ['ManageModelsPassRole'], ...passedRole },
    { statements: ['ManageModelsTagOnCreate'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Includes approving model packages (UpdateModelPackage). If others approve models, assign this activity to them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-approve.html',
    },
    fromRoleManager,
  ],
};
