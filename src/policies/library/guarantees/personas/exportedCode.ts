import { deniedUnless, type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';

const iam = (name: string) => `arn:<PARTITION>:iam::<ACCOUNT_ID>:${name}`;
const created = [iam('role/<CREATED_PREFIX>*'), iam('policy/<CREATED_PREFIX>*')];
const boundary = { ArnEquals: { 'iam:PermissionsBoundary': [iam('policy/<BOUNDARY_NAME>')] } };

export const reading: readonly Guarantee[] = [
  onlyOn(
    ['code-reads', 'Can read only roles and policies with the prefix.', ['iam:Get*', 'iam:List*']],
    created,
    sources.leastPrivilege,
  ),
];

export const applying: readonly Guarantee[] = [
  onlyOn(
    [
      'code-changes',
      'Can create, change, and delete only roles and policies with the prefix.',
      ['iam:Attach*', 'iam:Create*', 'iam:Delete*', 'iam:Detach*', 'iam:Put*', 'iam:Set*', 'iam:Update*'],
    ],
    created,
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'code-boundary',
      'Can create, change, and delete only roles with the permissions boundary.',
      [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:Update*Role*',
      ],
    ],
    [boundary],
    sources.leastPrivilege,
  ),
  deniedUnless(
    ['code-policies', 'Can attach only policies with the prefix.', ['iam:Attach*Policy']],
    [{ ArnLike: { 'iam:PolicyARN': [iam('policy/<CREATED_PREFIX>*')] } }],
    sources.leastPrivilege,
  ),
  never(
    [
      'code-keeps-boundary',
      'Can’t remove permissions boundaries or change the boundary itself.',
      ['iam:CreatePolicyVersion', 'iam:DeletePolicy', 'iam:SetDefaultPolicyVersion'],
    ],
    sources.leastPrivilege,
    { resources: [iam('policy/<BOUNDARY_NAME>')] },
  ),
  never(
    ['code-no-users', 'Can’t create or change users or groups.', ['iam:*Group*', 'iam:*User*']],
    sources.leastPrivilege,
  ),
];
