import { attachedPolicy, boundary, type EscalationPath, iam, limited, named } from './escalationPath.ts';

/** Paths by policies and credentials of IAM. */
export const ofPolicies: readonly EscalationPath[] = [
  ['CreatePolicyVersion', 'rewrite any customer managed policy'],
  ['SetDefaultPolicyVersion', 'restore an older version of any customer managed policy'],
].map(([action, gain]) => ({
  id: `${action}`,
  needs: [named(`iam:${action}`, iam('policy'))],
  gain: `${gain}`,
  advice: limited('list the policies in Resource', `iam:${action}`),
}));

const POLICIES_ATTACHED = [attachedPolicy, boundary];

export const ofPrincipals: readonly EscalationPath[] = (
  [
    ['AttachRolePolicy', 'role', 'attach any policy to any role', POLICIES_ATTACHED],
    ['AttachUserPolicy', 'user', 'attach any policy to any user', POLICIES_ATTACHED],
    ['AttachGroupPolicy', 'group', 'attach any policy to any group', [attachedPolicy]],
    ['PutRolePolicy', 'role', 'write any inline policy into any role', [boundary]],
    ['PutUserPolicy', 'user', 'write any inline policy into any user', [boundary]],
    ['PutGroupPolicy', 'group', 'write any inline policy into any group', []],
    // A condition on the boundary names those whose boundary may be removed: it is no limit.
    ['DeleteRolePermissionsBoundary', 'role', 'remove the permissions boundary of any role', []],
    ['DeleteUserPermissionsBoundary', 'user', 'remove the permissions boundary of any user', []],
    ['UpdateAssumeRolePolicy', 'role', 'change a trust policy to assume any role', [boundary]],
    ['AddUserToGroup', 'group', 'add themselves to any group', []],
    ['CreateAccessKey', 'user', 'create access keys of any user', []],
    ['CreateLoginProfile', 'user', 'give any user a password', []],
    ['UpdateLoginProfile', 'user', 'change the password of any user', []],
    // A condition on the service leaves all that these users can do there.
    ['CreateServiceSpecificCredential', 'user', 'create service-specific credentials of any user', []],
    ['ResetServiceSpecificCredential', 'user', 'reset service-specific credentials of any user', []],
  ] as const
).map(([action, type, gain, limits]) => ({
  id: action,
  needs: [named(`iam:${action}`, iam(type), limits)],
  gain,
  advice: limited(
    `list the ${type}s in Resource${limits[0] ? `, or add a condition on ${limits[0].key}` : ''}`,
    `iam:${action}`,
    ...limits.slice(0, 1).map(({ key }) => key),
  ),
}));
