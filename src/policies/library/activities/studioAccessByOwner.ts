import type { Activity, StatementTemplate } from './activity.ts';
import { matchOption, ownerBy, ownerTagDifferences, ownerTagGuards } from './ownership.ts';
import { sources } from './sources.ts';

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
      companion: {
        text: 'The console describes the domain before it shows the button to open Studio.',
        source: sources.launchNotebook,
      },
    },
    {
      Sid: 'StudioDescribeProfile',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeUserProfile'],
      Resource: [profiles],
      companion: {
        text: 'The console describes the user profile before it shows the button to open Studio.',
        source: sources.launchNotebook,
      },
    },
    {
      Sid: 'StudioList',
      Effect: 'Allow',
      Action: ['sagemaker:ListDomains', 'sagemaker:ListUserProfiles'],
      Resource: ['*'],
      companion: {
        text: 'The console lists domains and profiles first. The actions don’t support resource-level permissions, so they use "Resource": "*".',
        source: sources.launchNotebook,
      },
    },
    ...ownerTagGuards('Profile', 'user-profile'),
  ],
  repairs: [
    {
      guide: { policy: 4, statement: 1 },
      element: 'syntax',
      before: '"SageMakerStudioAccessbyOwner" "Effect"',
      after: '"SageMakerStudioAccessbyOwner", "Effect"',
      text: 'The comma after the Sid is missing, so the document isn’t valid JSON.',
      source: sources.jsonGrammar,
    },
    {
      guide: { policy: 4, statement: 1 },
      element: 'syntax',
      before: '} } } ]',
      after: '} } } ] }',
      text: 'The last closing brace is missing.',
      source: sources.jsonGrammar,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['StudioAccessByOwner', 'StudioAccessByUserId'],
      text: 'StringEquals instead of StringLike because no wildcard is intended (inferred from the operator definitions).',
      source: sources.operators,
    },
    {
      tag: 'hardening',
      statements: ['StudioAccessByOwner', 'StudioAccessByUserId'],
      text: 'Limited to user profiles in the specified domain. The owner tag must be on the user profile, not on the domain.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'validity',
      statements: ['StudioDescribeDomain', 'StudioDescribeProfile', 'StudioList'],
      text: 'Opening Studio from the console requires permission to view the domain and its user profiles.',
      source: sources.launchNotebook,
    },
    ...ownerTagDifferences('Profile'),
  ],
};
