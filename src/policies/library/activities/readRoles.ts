import type { Activity } from './activity.ts';

const roles = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/<CREATED_PREFIX>*';
const policies = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:policy/<CREATED_PREFIX>*';

export const readRoles: Activity = {
  id: 'readRoles',
  title: 'Read the roles and policies of the exported code',
  summary: 'Read what Terraform, CloudFormation, and other tools need to plan changes.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'ReadRoles',
      Effect: 'Allow',
      Action: [
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListInstanceProfilesForRole',
        'iam:ListRolePolicies',
        'iam:ListRoleTags',
      ],
      Resource: [roles],
    },
    {
      Sid: 'ReadPolicies',
      Effect: 'Allow',
      Action: [
        'iam:GetPolicy',
        'iam:GetPolicyVersion',
        'iam:ListEntitiesForPolicy',
        'iam:ListPolicyTags',
        'iam:ListPolicyVersions',
      ],
      Resource: [policies],
    },
  ],
};
