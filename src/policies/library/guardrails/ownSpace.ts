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
  notCovered: [
    {
      text: 'Shared spaces have no owner profile to compare, so the Deny statement doesn’t apply to them. As a condition on an Allow statement, only private spaces are allowed, and no apps outside spaces, such as Canvas.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
    },
    {
      text: 'The policy variables have values only for calls with the execution role of a user profile. Calls with any other role are denied.',
      source: references.keys,
    },
  ],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
};
