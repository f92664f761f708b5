import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { partnerAppsPage } from './sources.ts';

export const managePartnerAppsReasons: ActivityReasons = {
  companions: [
    { statements: ['PartnerAppsPassRole'], ...passedRole },
    { statements: ['PartnerAppsTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Only the specified apps can be changed. Create the first app, enter its ID, and export again.',
      source: partnerAppsPage,
    },
    {
      text: 'Subscribing to an app needs AWS Marketplace permissions, for which AWS names its policy AWSMarketplaceManageSubscriptions. They are not included.',
      source: partnerAppsPage,
    },
    {
      text: 'The role of an app needs AWS License Manager permissions and trusts SageMaker. This page doesn’t make that role: follow the AWS page.',
      source: partnerAppsPage,
    },
    {
      text: 'With a customer managed key for an app, its creator also needs permissions on the key, which AWS doesn’t list. They are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePartnerApp.html',
    },
  ],
};
