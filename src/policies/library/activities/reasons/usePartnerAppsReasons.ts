import type { ActivityReasons } from '../activityReasons.ts';
import { partnerAppsPage } from './sources.ts';

export const usePartnerAppsReasons: ActivityReasons = {
  notes: [
    {
      text: 'What a user can do in an app is decided by the app, not by IAM. Apps can take the name of the user from the session of the role.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePartnerApp.html',
    },
    {
      text: 'In a domain in VPC only mode, apps are reached through a separate endpoint, aws.sagemaker.<Region>.partner-app. It isn’t among the endpoints of this page: whether it supports endpoint policies isn’t confirmed.',
      source: partnerAppsPage,
    },
  ],
};
