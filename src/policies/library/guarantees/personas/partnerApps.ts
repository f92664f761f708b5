import { type Guarantee, guaranteeSources as sources, onlyOn, sageMakerArns } from '../guarantee.ts';

const apps = sageMakerArns('partner-app/<PARTNER_APP_ID>');

/** Those who open Partner AI Apps. */
export const partnerAppUsers: readonly Guarantee[] = [
  onlyOn(
    [
      'partner-apps-used',
      'Can open and call only the specified Partner AI Apps.',
      ['sagemaker:CallPartnerAppApi', 'sagemaker:CreatePartnerAppPresignedUrl'],
    ],
    apps,
    sources.leastPrivilege,
  ),
];

export const partnerAppAdmins: readonly Guarantee[] = [
  onlyOn(
    [
      'partner-apps-managed',
      'Can change and delete only the specified Partner AI Apps.',
      ['sagemaker:DeletePartnerApp', 'sagemaker:UpdatePartnerApp'],
    ],
    apps,
    sources.leastPrivilege,
  ),
];
