import type { Activity } from './activity.ts';
import { arn, dataKeyThroughS3, listAll, tagOnCreate, tagsOption, volumeGrant } from './roleManager.ts';

const inDomain = (type: string): string => arn(type, '<STUDIO_DOMAIN_ID>/*');

export const runStudioApps: Activity = {
  id: 'runStudioApps',
  title: 'Run Studio applications',
  summary: 'Use spaces, apps, and images in one Studio domain.',
  status: 'roleManager',
  options: [
    tagsOption,
    {
      id: 'spaces',
      label: 'Spaces',
      help: 'In Studio, every app runs in a space. Studio Classic has no spaces.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds creating, updating, and deleting spaces in the domain.' },
        { value: 'off', label: 'No', help: 'Only Studio Classic works.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    {
      id: 'open',
      label: 'Open Studio',
      help: 'Apps and private spaces in Studio open with a presigned URL of the user profile.',
      choices: [
        { value: 'off', label: 'No', help: 'The role can’t create presigned URLs.' },
        {
          value: 'own',
          label: 'Own profile only',
          help: 'Adds it for the user profile that the role is used from. Applies to execution roles of user profiles only.',
        },
        { value: 'domain', label: 'Any profile of the domain', help: 'Adds it for every user profile.' },
      ],
      default: 'off',
      recommended: 'own',
      stances: ['hardened'],
    },
    {
      id: 'kms',
      label: 'Domain with a customer managed key',
      help: 'The domain storage is encrypted with a customer managed key.',
      choices: [
        { value: 'off', label: 'No', help: 'The domain uses an AWS managed key.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds the grant on the volume key and use of the data key through S3.',
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
    {
      Sid: 'StudioOpenOwn',
      Effect: 'Allow',
      Action: ['sagemaker:CreatePresignedDomainUrl'],
      Resource: [arn('user-profile', '<STUDIO_DOMAIN_ID>/${sagemaker:UserProfileName}')],
      when: { open: 'own' },
    },
    {
      Sid: 'StudioOpenAny',
      Effect: 'Allow',
      Action: ['sagemaker:CreatePresignedDomainUrl'],
      Resource: [inDomain('user-profile')],
      when: { open: 'domain' },
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
};
