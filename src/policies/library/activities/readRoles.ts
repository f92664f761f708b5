import type { Activity } from './activity.ts';

const guide =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html';
const roles = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/<CREATED_PREFIX>*';
const policies = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:policy/<CREATED_PREFIX>*';

export const readRoles: Activity = {
  id: 'readRoles',
  title: 'Read the roles and policies of the exported code',
  summary: 'What Terraform, CloudFormation, and others read to tell what they would change.',
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
      Action: ['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListPolicyTags', 'iam:ListPolicyVersions'],
      Resource: [policies],
    },
  ],
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'Which calls a tool makes differs by its version. For policies of VPC endpoints and organizations in the exported code, add what the tool reads of Amazon EC2 and AWS Organizations.',
      source: guide,
    },
    {
      text: 'The names of roles start with the name of the policy set. Enter that as the prefix.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
  ],
};
