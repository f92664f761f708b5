import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager, scopedToAccount, taggedOnCreation } from './sharedReasons.ts';
import { roleManagerPage, sources } from './sources.ts';

export const manageExperimentsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ManageExperiments', 'ManageExperimentsDelete', 'ManageExperimentsDetach'],
      ...scopedToAccount,
    },
    {
      tag: 'hardening',
      statements: ['ManageExperimentsDeleteOwn'],
      text: 'All records support the condition key sagemaker:ResourceTag. The caller sets the owner tag when creating a record, and can’t change it later.',
      source: sources.sagemakerActions,
    },
  ],
  companions: [{ statements: ['ManageExperimentsTagOnCreate'], ...taggedOnCreation }],
  notes: [
    {
      text: 'The SDK generates the names of trials, components, and artifacts, so no name prefix applies. Anyone with this activity can change all records. The option is only about deleting them.',
      source: roleManagerPage,
    },
    fromRoleManager,
  ],
};
