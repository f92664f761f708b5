import { type Guardrail, references } from './guardrail.ts';

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
  title: 'Only one’s own Studio spaces',
  summary: 'Private spaces and their apps are made, changed and deleted by their owner.',
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
  toComply: 'work in a private space of your own user profile.',
  notCovered: [
    {
      text: 'Shared spaces have no owner’s profile to compare, so the denial leaves them alone; as a condition on an Allow only private spaces remain.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
    },
    {
      text: 'The variables are filled in for calls made with the execution role of a user profile. A person who calls with a role of their own has none and is refused.',
      source: references.keys,
    },
  ],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
};
