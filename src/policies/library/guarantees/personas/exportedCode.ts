import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const iam = (name: string) => `arn:<PARTITION>:iam::<ACCOUNT_ID>:${name}`;
const created = [iam('role/<CREATED_PREFIX>*'), iam('policy/<CREATED_PREFIX>*')];
const boundary = { ArnEquals: { 'iam:PermissionsBoundary': [iam('policy/<BOUNDARY_NAME>')] } };

export const reading: readonly Guarantee[] = [
  onlyOn(
    ['code-reads', 'Can read only roles and policies with the prefix.', ['iam:Get*', 'iam:List*']],
    created,
    sources.leastPrivilege,
  ),
  onlyOn(
    ['code-sagemaker', 'Can call SageMaker only for the shared model package group.', ['sagemaker:*']],
    sageMakerArns('model-package-group/<SHARED_MODEL_GROUP>'),
    sources.leastPrivilege,
  ),
  never(
    [
      'code-no-assignments',
      'Can’t assign permission sets, attach AWS managed policies to them, or change users and groups of IAM Identity Center.',
      [
        'identitystore:*',
        'sso-directory:*',
        'sso:AttachManagedPolicyToPermissionSet',
        'sso:CreateAccountAssignment',
        'sso:DeleteAccountAssignment',
      ],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'code-organization',
      'Can’t change accounts, organizational units, administrators, or settings of the organization, and can’t read accounts.',
      [
        'organizations:Accept*',
        'organizations:Cancel*',
        'organizations:Close*',
        'organizations:CreateAccount',
        'organizations:CreateGovCloudAccount',
        'organizations:CreateOrganization*',
        'organizations:Decline*',
        'organizations:DeleteOrganization*',
        'organizations:DeleteResourcePolicy',
        'organizations:Deregister*',
        'organizations:DescribeAccount',
        'organizations:DescribeCreateAccountStatus',
        'organizations:DescribeEffectivePolicy',
        'organizations:DescribeHandshake',
        'organizations:DescribeOrganization*',
        'organizations:DescribeRes*',
        'organizations:Disable*',
        'organizations:Enable*',
        'organizations:Invite*',
        'organizations:Leave*',
        'organizations:List*Account*',
        'organizations:ListAWSServiceAccessForOrganization',
        'organizations:ListChildren',
        'organizations:ListDelegated*',
        'organizations:ListEffectivePolicyValidationErrors',
        'organizations:ListHandshakes*',
        'organizations:List*Transfers',
        'organizations:ListOrganizationalUnitsForParent',
        'organizations:ListParents',
        'organizations:ListPoliciesForTarget',
        'organizations:ListRoots',
        'organizations:Move*',
        'organizations:PutResourcePolicy',
        'organizations:Register*',
        'organizations:Remove*',
        'organizations:TagResource',
        'organizations:Terminate*',
        'organizations:UntagResource',
        'organizations:UpdateOrganizationalUnit',
        'organizations:UpdateResponsibilityTransfer',
      ],
    ],
    sources.organizations,
  ),
];

export const planning: readonly Guarantee[] = [
  never(
    [
      'code-plans-only',
      'Can’t create, change, attach, or delete organization policies.',
      [
        'organizations:AttachPolicy',
        'organizations:CreatePolicy',
        'organizations:DeletePolicy',
        'organizations:DetachPolicy',
        'organizations:UpdatePolicy',
      ],
    ],
    sources.organizations,
  ),
];

export const applying: readonly Guarantee[] = [
  onlyOn(
    [
      'code-changes',
      'Can create, change, and delete only roles and policies with the prefix.',
      [
        'iam:Add*',
        'iam:Attach*',
        'iam:Create*',
        'iam:Delete*',
        'iam:Detach*',
        'iam:Put*',
        'iam:Remove*',
        'iam:Set*',
        'iam:Tag*',
        'iam:Untag*',
        'iam:Update*',
      ],
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
