import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

const spaces = [arn('space', '<STUDIO_DOMAIN_ID>/*')];

export const remoteIde: Activity = {
  id: 'remoteIde',
  title: 'Connect a local IDE to a space',
  summary:
    'Open sessions from Visual Studio Code and other editors on your computer to your own Studio spaces.',
  status: 'missingInGuide',
  options: [
    {
      id: 'by',
      label: 'Identify the owner by',
      help: 'AWS has one sample for links from Studio and one for the AWS Toolkit.',
      choices: [
        {
          value: 'ownerTag',
          label: 'Owner tag of the space',
          help: 'For people who sign in with the AWS Toolkit. Their spaces need the owner tag.',
        },
        {
          value: 'profile',
          label: 'User profile',
          help: 'For execution roles, with links from Studio. SageMaker tags spaces with the profile of their owner.',
        },
      ],
      default: 'ownerTag',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'RestrictStartSessionOnSpacesToUserProfile',
      Effect: 'Allow',
      Action: ['sagemaker:StartSession'],
      Resource: ['arn:*:sagemaker:*:*:space/${sagemaker:DomainId}/*'],
      Condition: {
        ArnLike: {
          'sagemaker:ResourceTag/sagemaker:user-profile-arn': [
            'arn:<PARTITION>:sagemaker:*:*:user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}',
          ],
        },
      },
    },
  ],
  hardened: [
    {
      Sid: 'RemoteSession',
      Effect: 'Allow',
      Action: ['sagemaker:StartSession'],
      Resource: spaces,
      Condition: {
        StringEquals: {
          'sagemaker:ResourceTag/<OWNER_TAG_KEY>': ['${aws:PrincipalTag/<PRINCIPAL_TAG_KEY>}'],
        },
      },
      when: { by: 'ownerTag' },
    },
    {
      Sid: 'RemoteSessionOfProfile',
      Effect: 'Allow',
      Action: ['sagemaker:StartSession'],
      Resource: spaces,
      Condition: {
        StringEquals: {
          'sagemaker:ResourceTag/sagemaker:user-profile-arn': [
            arn('user-profile', '<STUDIO_DOMAIN_ID>/${sagemaker:UserProfileName}'),
          ],
        },
      },
      when: { by: 'profile' },
    },
    {
      Sid: 'RemoteSpaces',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeApp', 'sagemaker:DescribeDomain', 'sagemaker:DescribeSpace'],
      Resource: [arn('app', '<STUDIO_DOMAIN_ID>/*'), arn('domain', '<STUDIO_DOMAIN_ID>'), ...spaces],
      when: { by: 'ownerTag' },
    },
    {
      ...listAll('RemoteList', ['sagemaker:ListApps', 'sagemaker:ListSpaces']),
      when: { by: 'ownerTag' },
    },
  ],
};
