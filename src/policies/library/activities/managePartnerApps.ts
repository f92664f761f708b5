import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

/** The ID of an app, which its ARN has, is made when it is created. */
const newApps = [arn('partner-app', '*')];

export const managePartnerApps: Activity = {
  id: 'managePartnerApps',
  title: 'Manage Partner AI Apps',
  summary: 'Create apps of AWS partners, and change and delete the specified ones, without opening them.',
  status: 'missingInGuide',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'PartnerAppsCreate',
      Effect: 'Allow',
      Action: ['sagemaker:CreatePartnerApp'],
      Resource: newApps,
    },
    {
      Sid: 'PartnerAppsManage',
      Effect: 'Allow',
      Action: ['sagemaker:DeletePartnerApp', 'sagemaker:DescribePartnerApp', 'sagemaker:UpdatePartnerApp'],
      Resource: [arn('partner-app', '<PARTNER_APP_ID>')],
    },
    listAll('PartnerAppsFind', ['sagemaker:ListPartnerApps']),
    passRole('PartnerAppsPassRole', '<PARTNER_APP_ROLE_ARN>'),
    tagOnCreate('PartnerAppsTag', ['CreatePartnerApp'], newApps),
  ],
};
