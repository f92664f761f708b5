import type { ActivityReasons } from '../activityReasons.ts';
import { onlineStoreKey } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const writeFeaturesReasons: ActivityReasons = {
  companions: [{ statements: ['FeaturesWriteKey'], ...onlineStoreKey }],
  notes: [
    {
      text: 'The role of the feature group writes the offline store. The managed policy AmazonSageMakerFeatureStoreAccess is for that role.',
      source: managedPolicyPage('AmazonSageMakerFeatureStoreAccess'),
    },
    {
      text: 'Writing to the offline store directly (TargetStores) uses the same action.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_PutRecord.html',
    },
  ],
};
