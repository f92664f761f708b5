import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

export const usePartnerApps: Activity = {
  id: 'usePartnerApps',
  title: 'Use Partner AI Apps',
  summary: 'Open the specified apps of AWS partners, such as Comet or Fiddler, and call their APIs.',
  status: 'missingInGuide',
  options: [
    {
      id: 'use',
      label: 'Access to the apps',
      help: 'Whether users can open the pages of an app, call its API, or both.',
      choices: [
        { value: 'both', label: 'Pages and API', help: 'Adds presigned URLs and calls of the API.' },
        { value: 'open', label: 'Pages', help: 'Denies calls of the API.' },
        { value: 'api', label: 'API', help: 'Denies opening the pages.' },
      ],
      default: 'both',
      stances: ['hardened'],
    },
  ],
  hardened: [
    ...(
      [
        ['PartnerApps', 'both', ['CallPartnerAppApi', 'CreatePartnerAppPresignedUrl']],
        ['PartnerAppsOpen', 'open', ['CreatePartnerAppPresignedUrl']],
        ['PartnerAppsCall', 'api', ['CallPartnerAppApi']],
      ] as const
    ).map(([Sid, use, calls]) => ({
      Sid,
      Effect: 'Allow' as const,
      Action: [...calls, 'DescribePartnerApp'].map((call) => `sagemaker:${call}`),
      Resource: [arn('partner-app', '<PARTNER_APP_ID>')],
      when: { use },
    })),
    listAll('PartnerAppsList', ['sagemaker:ListPartnerApps']),
  ],
};
