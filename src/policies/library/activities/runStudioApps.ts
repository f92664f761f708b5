import type { Activity } from './activity.ts';
import {
  arn,
  dataKeyThroughS3,
  listAll,
  repairedDefect,
  roleManagerPage,
  scopedToAccount,
  tagOnCreate,
  tagsOption,
  volumeGrant,
} from './roleManager.ts';
import { sources } from './sources.ts';

const inDomain = (type: string): string => arn(type, '<STUDIO_DOMAIN_ID>/*');

export const runStudioApps: Activity = {
  id: 'runStudioApps',
  title: 'Run Studio applications',
  summary: 'Open spaces, apps and images in one Studio domain.',
  status: 'roleManager',
  options: [
    tagsOption,
    {
      id: 'spaces',
      label: 'Spaces',
      help: 'In today’s Studio every app runs in a space; the classic one has none.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds making, changing and deleting spaces of the domain.' },
        { value: 'off', label: 'No', help: 'Only Studio Classic works.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    {
      id: 'kms',
      label: 'Domain with a key of yours',
      help: 'A domain whose storage is encrypted with a customer managed key.',
      choices: [
        { value: 'off', label: 'No', help: 'AWS’s own key is used.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds the grant on the volume key, and reading the data key through S3.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'StudioApps',
      Effect: 'Allow',
      Action: ['sagemaker:CreateApp', 'sagemaker:DeleteApp', 'sagemaker:DescribeApp'],
      Resource: [inDomain('app')],
    },
    {
      Sid: 'StudioSpaces',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateSpace',
        'sagemaker:UpdateSpace',
        'sagemaker:DeleteSpace',
        'sagemaker:DescribeSpace',
      ],
      Resource: [inDomain('space')],
      when: { spaces: 'on' },
    },
    {
      Sid: 'StudioAppImages',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateAppImageConfig',
        'sagemaker:UpdateAppImageConfig',
        'sagemaker:DeleteAppImageConfig',
        'sagemaker:DescribeAppImageConfig',
      ],
      Resource: [arn('app-image-config')],
    },
    {
      Sid: 'StudioDescribe',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeDomain', 'sagemaker:DescribeUserProfile'],
      Resource: [arn('domain', '<STUDIO_DOMAIN_ID>'), inDomain('user-profile')],
    },
    listAll('StudioListAll', [
      'sagemaker:ListApps',
      'sagemaker:ListAppImageConfigs',
      'sagemaker:ListDomains',
      'sagemaker:ListSpaces',
      'sagemaker:ListUserProfiles',
    ]),
    tagOnCreate('StudioTagOnCreate', ['CreateApp', 'CreateSpace'], [inDomain('app'), inDomain('space')]),
    volumeGrant('StudioVolumeKeyGrant'),
    dataKeyThroughS3('StudioDataKey'),
  ],
  repairs: [],
  differences: [scopedToAccount(['StudioApps', 'StudioSpaces', 'StudioAppImages', 'StudioDescribe'])],
  notes: [
    repairedDefect(
      'In Role Manager’s first version the form with a key lost iam:PassRole. Opening apps passes no role, so it is in neither form here; jobs started from Studio pass theirs under their own activity.',
    ),
    {
      text: 'It covers the whole domain. “Only one’s own Studio spaces” among the limits keeps people out of each other’s.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
    },
    {
      text: 'One of SageMaker Role Manager’s activities, which is closed to new customers.',
      source: roleManagerPage,
    },
    { text: 'Grants on the key must be allowed by the key policy as well.', source: sources.keyPolicies },
  ],
};
