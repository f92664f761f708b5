import type { Activity } from './activity.ts';

const roles = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/<CREATED_PREFIX>*';
const policies = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:policy/<CREATED_PREFIX>*';
const boundary = { 'iam:PermissionsBoundary': ['arn:<PARTITION>:iam::<ACCOUNT_ID>:policy/<BOUNDARY_NAME>'] };

export const createRoles: Activity = {
  id: 'createRoles',
  title: 'Create the roles and policies of the exported code',
  summary: 'Create, change, and delete roles with a permissions boundary, and the policies with the prefix.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'CreateRoles',
      Effect: 'Allow',
      Action: [
        'iam:CreateRole',
        'iam:DeleteRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
      ],
      Resource: [roles],
      Condition: { ArnEquals: boundary },
    },
    {
      Sid: 'AttachOwnPolicies',
      Effect: 'Allow',
      Action: ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
      Resource: [roles],
      Condition: { ArnEquals: boundary, ArnLike: { 'iam:PolicyARN': [policies] } },
    },
    {
      Sid: 'ChangeRoles',
      Effect: 'Allow',
      Action: ['iam:DeleteRole', 'iam:UpdateAssumeRolePolicy', 'iam:UpdateRole', 'iam:UpdateRoleDescription'],
      Resource: [roles],
      Condition: { ArnEquals: boundary },
    },
    {
      Sid: 'TagRoles',
      Effect: 'Allow',
      Action: ['iam:TagRole', 'iam:UntagRole'],
      Resource: [roles],
    },
    {
      Sid: 'CreatePolicies',
      Effect: 'Allow',
      Action: [
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:SetDefaultPolicyVersion',
        'iam:TagPolicy',
        'iam:UntagPolicy',
      ],
      Resource: [policies],
    },
    {
      Sid: 'KeepBoundary',
      Effect: 'Deny',
      Action: [
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:SetDefaultPolicyVersion',
      ],
      Resource: ['arn:<PARTITION>:iam::<ACCOUNT_ID>:policy/<BOUNDARY_NAME>'],
    },
  ],
};
