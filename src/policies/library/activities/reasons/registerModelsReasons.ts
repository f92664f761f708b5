import type { ActivityReasons } from '../activityReasons.ts';
import { taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const registerModelsReasons: ActivityReasons = {
  companions: [{ statements: ['RegisterModelsTag'], ...taggedOnCreation }],
  notes: [
    {
      text: 'A model can be approved in the call that registers it. To prevent that, add a condition on sagemaker:ModelApprovalStatus.',
      source: sources.sagemakerActions,
    },
  ],
};
