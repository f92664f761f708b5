import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager, scopedToAccount, taggedOnCreation, volumeKeyGrant } from './sharedReasons.ts';
import { roleManagerLibrary, roleManagerPage } from './sources.ts';

export const manageEndpointsReasons: ActivityReasons = {
  differences: [
    { tag: 'hardening', statements: ['ManageEndpointConfigCreate', 'ManageEndpoints'], ...scopedToAccount },
  ],
  companions: [
    { statements: ['ManageEndpointsTagOnCreate'], ...taggedOnCreation },
    { statements: ['ManageEndpointsVolumeKeyGrant'], ...volumeKeyGrant },
  ],
  notes: [
    {
      text: 'Creating and updating an endpoint is authorized on the endpoint and its configuration, so both are in one statement. Only CreateEndpointConfig supports the volume key condition.',
      source: roleManagerLibrary,
    },
    {
      text: 'Without “Invoke endpoints”, endpoints can’t be tested by the people who manage them.',
      source: roleManagerPage,
    },
    fromRoleManager,
  ],
};
