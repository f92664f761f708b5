import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation, volumeKeyGrant } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const startAutoMlReasons: ActivityReasons = {
  companions: [
    { statements: ['AutoMlPassRole'], ...passedRole },
    { statements: ['AutoMlTag'], ...taggedOnCreation },
    { statements: ['AutoMlVolumeKeyGrant'], ...volumeKeyGrant },
  ],
  notes: [
    {
      text: 'Anyone who starts a job gains the permissions of the AutoML execution role, which can create and delete the models and endpoints of the account.',
      source: sources.passRole,
    },
    {
      text: 'Deploying the best candidate isn’t included: add “Manage models and the model registry” and “Manage endpoints”.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/autopilot-deploy-models-realtime.html',
    },
  ],
};
