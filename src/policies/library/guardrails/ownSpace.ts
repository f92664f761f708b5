import type { Guardrail } from './guardrail.ts';

const spaces = [
  'sagemaker:CreateSpace',
  'sagemaker:UpdateSpace',
  'sagemaker:DeleteSpace',
  'sagemaker:CreateApp',
  'sagemaker:DeleteApp',
];
const callerProfile = [
  'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}',
];

export const ownSpace: Guardrail = {
  id: 'ownSpace',
  number: 'G25',
  group: 'studio',
  title: 'Require your own Studio space',
  summary: 'Only the owner can create, update, or delete a private space and its apps.',
  options: [],
  deny: [
    {
      Sid: 'DenySpacesOfOthers',
      Action: spaces,
      Condition: {
        ArnNotLike: { 'sagemaker:OwnerUserProfileArn': callerProfile },
        StringEquals: { 'sagemaker:SpaceSharingType': ['Private'] },
      },
    },
  ],
  allow: [
    {
      Sid: 'OwnSpaces',
      Action: spaces,
      Condition: {
        ArnLike: { 'sagemaker:OwnerUserProfileArn': callerProfile },
        StringEquals: { 'sagemaker:SpaceSharingType': ['Private'] },
      },
    },
  ],
  toComply: 'use a private space of your own user profile.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
};
