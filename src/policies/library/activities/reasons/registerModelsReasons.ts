import type { ActivityReasons } from '../activityReasons.ts';
import { taggedOnCreation } from './sharedReasons.ts';

export const registerModelsReasons: ActivityReasons = {
  companions: [{ statements: ['RegisterModelsTag'], ...taggedOnCreation }],
  notes: [
    {
      text: 'The approval status is optional for a model in a group, which can be deployed only if it is Approved. It doesn’t apply to a model without a group.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html',
    },
  ],
};
