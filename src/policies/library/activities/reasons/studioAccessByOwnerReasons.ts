import type { ActivityReasons } from '../activityReasons.ts';
import { ownerTagKept, tagsDuringCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const studioAccessByOwnerReasons: ActivityReasons = {
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
    { tag: 'hardening', statements: ['DenyProfileOwnerRetag', 'DenyProfileOwnerUntag'], ...ownerTagKept },
    { tag: 'hardening', statements: ['DenyProfileOwnerRetag'], ...tagsDuringCreation },
  ],
  companions: [
    {
      statements: ['StudioDescribeDomain'],
      text: 'The console describes the domain before it shows the button to open Studio.',
      source: sources.launchNotebook,
    },
    {
      statements: ['StudioDescribeProfile'],
      text: 'The console describes the user profile before it shows the button to open Studio.',
      source: sources.launchNotebook,
    },
    {
      statements: ['StudioList'],
      text: 'The console lists domains and profiles first. The actions don’t support resource-level permissions, so they use "Resource": "*".',
      source: sources.launchNotebook,
    },
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
  notes: [
    {
      text: 'If the domain uses IAM Identity Center, this policy doesn’t control access. Assigning users to the domain does.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    },
  ],
};
