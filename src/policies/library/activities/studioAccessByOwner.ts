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
  title: 'Open Studio with one’s own user profile',
  summary: 'Only with the user profile whose owner tag names the caller.',
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
        text: 'The console describes the domain before it offers to open Studio.',
        source: sources.launchNotebook,
      },
    },
    {
      Sid: 'StudioDescribeProfile',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeUserProfile'],
      Resource: [profiles],
      companion: {
        text: 'The console describes the user profile before it offers to open Studio.',
        source: sources.launchNotebook,
      },
    },
    {
      Sid: 'StudioList',
      Effect: 'Allow',
      Action: ['sagemaker:ListDomains', 'sagemaker:ListUserProfiles'],
      Resource: ['*'],
      companion: {
        text: 'The console lists domains and profiles first. The actions take no resource, so they stand on *.',
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
      text: 'The comma after the Sid is missing; the document is not JSON.',
      source: sources.jsonGrammar,
    },
    {
      guide: { policy: 4, statement: 1 },
      element: 'syntax',
      before: '} } } ]',
      after: '} } } ] }',
      text: 'The last brace is missing; the document is never closed.',
      source: sources.jsonGrammar,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['StudioAccessByOwner', 'StudioAccessByUserId'],
      text: 'StringEquals instead of StringLike. Inferred from the operators’ definitions: no wildcard is meant, so none should be read.',
      source: sources.operators,
    },
    {
      tag: 'hardening',
      statements: ['StudioAccessByOwner', 'StudioAccessByUserId'],
      text: 'Limited to user profiles of the named domain. The user profile, not the domain, must carry the owner tag.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'validity',
      statements: ['StudioDescribeDomain', 'StudioDescribeProfile', 'StudioList'],
      text: 'Studio cannot be opened from the console without looking at the domain and its profiles.',
      source: sources.launchNotebook,
    },
    ...ownerTagDifferences('Profile'),
  ],
  notes: [
    {
      text: 'In a domain that signs in through IAM Identity Center this policy is not the gate: access comes from assigning users to the domain.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    },
  ],
};
