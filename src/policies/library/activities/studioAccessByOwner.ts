import type { Activity, StatementTemplate } from './activity.ts';
import { matchOption, ownerBy, ownerTagGuards } from './ownership.ts';

const profiles = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:user-profile/<STUDIO_DOMAIN_ID>/*';

function published(match: keyof typeof ownerBy): StatementTemplate {
  return {
    Sid: 'SageMakerStudioAccessbyOwner',
    Effect: 'Allow',
    Action: ['sagemaker:CreatePresignedDomainUrl'],
    Resource: ['*'],
    Condition: { StringLike: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': [ownerBy[match]] } },
    when: { match },
    ...(match === 'userid' ? { guide: [{ policy: 4, statement: 1 }] } : {}),
  };
}

function hardened(Sid: string, match: keyof typeof ownerBy): StatementTemplate {
  return {
    Sid,
    Effect: 'Allow',
    Action: ['sagemaker:CreatePresignedDomainUrl'],
    Resource: [profiles],
    Condition: { StringEquals: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': [ownerBy[match]] } },
    when: { match },
    guide: [{ policy: 4, statement: 1 }],
  };
}

export const studioAccessByOwner: Activity = {
  id: 'studioAccessByOwner',
  title: 'Open Studio with your own user profile',
  summary: 'Only user profiles with an owner tag that matches the caller.',
  options: [matchOption],
  published: [published('userid'), published('principalTag')],
  hardened: [
    hardened('StudioAccessByUserId', 'userid'),
    hardened('StudioAccessByOwner', 'principalTag'),
    {
      Sid: 'StudioDescribeDomain',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeDomain'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:domain/<STUDIO_DOMAIN_ID>'],
    },
    {
      Sid: 'StudioDescribeProfile',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeUserProfile'],
      Resource: [profiles],
    },
    {
      Sid: 'StudioList',
      Effect: 'Allow',
      Action: ['sagemaker:ListDomains', 'sagemaker:ListUserProfiles'],
      Resource: ['*'],
    },
    ...ownerTagGuards('Profile', 'user-profile'),
  ],
};
