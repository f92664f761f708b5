import { type Access, applying, ofExportedCode, reading } from './forExportedCode.ts';

const permissionSets: readonly Access[] = [
  {
    Sid: 'PermissionSets',
    reads: [
      'sso:DescribePermissionSet',
      'sso:DescribePermissionSetProvisioningStatus',
      'sso:GetInlinePolicyForPermissionSet',
      'sso:GetPermissionsBoundaryForPermissionSet',
      'sso:ListAccountsForProvisionedPermissionSet',
      'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
      'sso:ListManagedPoliciesInPermissionSet',
      'sso:ListPermissionSets',
      'sso:ListTagsForResource',
    ],
    writes: [
      'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
      'sso:CreatePermissionSet',
      'sso:DeleteInlinePolicyFromPermissionSet',
      'sso:DeletePermissionSet',
      'sso:DeletePermissionsBoundaryFromPermissionSet',
      'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
      'sso:ProvisionPermissionSet',
      'sso:PutInlinePolicyToPermissionSet',
      'sso:PutPermissionsBoundaryToPermissionSet',
      'sso:UpdatePermissionSet',
    ],
    Resource: [
      'arn:<PARTITION>:sso:::account/*',
      'arn:<PARTITION>:sso:::instance/*',
      'arn:<PARTITION>:sso:::permissionSet/*',
    ],
  },
  { Sid: 'PermissionSetInstances', reads: ['sso:ListInstances'], writes: [], Resource: ['*'] },
];

export const readPermissionSets = ofExportedCode(
  [
    'readPermissionSets',
    'Read the permission sets of the exported code',
    'Compare the permission sets of IAM Identity Center with the code.',
  ],
  reading(permissionSets),
);

export const setPermissionSets = ofExportedCode(
  [
    'setPermissionSets',
    'Create the permission sets of the exported code',
    'Create, change, and delete permission sets of IAM Identity Center.',
  ],
  applying(permissionSets),
);
