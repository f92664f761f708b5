import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager, scopedToAccount, taggedOnCreation } from './sharedReasons.ts';
import { roleManagerPage } from './sources.ts';

export const manageExperimentsReasons: ActivityReasons = {
  differences: [
    { tag: 'hardening', statements: ['ManageExperiments', 'ManageExperimentsDetach'], ...scopedToAccount },
  ],
  companions: [{ statements: ['ManageExperimentsTagOnCreate'], ...taggedOnCreation }],
  notes: [
    {
      text: 'The SDK generates the names of trials, components, and artifacts, so no name prefix applies. Anyone with this activity can change all records.',
      source: roleManagerPage,
    },
    fromRoleManager,
  ],
};
