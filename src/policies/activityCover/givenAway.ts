import { passesRoles } from '../accessTests/refusals/operationActions.ts';
import { levelName } from '../catalog/accessLevels.ts';
import { coversAction } from '../language/subsumes.ts';

/** Actions that AWS doesn’t count as managing permissions, and that give away a role, a key to an account, or a policy all the same. */
export const givingAway: readonly string[] = [
  'iam:PassRole',
  'iam:AddRoleToInstanceProfile',
  'iam:AddUserToGroup',
  'iam:CreateAccessKey',
  'iam:UpdateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateServiceSpecificCredential',
  'iam:UploadSSHPublicKey',
  'iam:UpdateSSHPublicKey',
  'iam:UploadSigningCertificate',
  'iam:UpdateSigningCertificate',
  // Whom an identity provider signs in, the roles that trust it admit.
  'iam:CreateSAMLProvider',
  'iam:UpdateSAMLProvider',
  'iam:CreateOpenIDConnectProvider',
  'iam:AddClientIDToOpenIDConnectProvider',
  'iam:UpdateOpenIDConnectProviderThumbprint',
  'ec2:AssociateIamInstanceProfile',
  'ec2:ReplaceIamInstanceProfileAssociation',
  'sts:AssumeRole*',
  'sts:AssumeRoot',
  'eks:AssociateAccessPolicy',
];

/** They manage permissions, and give nothing away: a network interface has no permissions of its own, and the others end a grant. */
const NOTHING_GIVEN = ['ec2:*NetworkInterfacePermission', 'kms:RetireGrant', 'kms:RevokeGrant'];

/** Whether an action gives away a role, a key, a grant, or a policy: with it, others can do more than it says. */
export const isGivingAway = (action: string, accessLevel = ''): boolean =>
  givingAway.some((pattern) => coversAction(pattern, action)) ||
  (levelName(accessLevel) === 'Permissions management' &&
    !NOTHING_GIVEN.some((pattern) => coversAction(pattern, action)));

/** What a call is given with its parameters, and no event shows: the role of a job, and the grant for its key. */
const WITH_PARAMETERS: ReadonlySet<string> = new Set(['iam:passrole', 'kms:creategrant']);

/** What changes or starts something with a role or a key that it is given. */
const STARTING = /^sagemaker[\w-]*:(?:create(?!presigned)|update|start|associate|register)/;

/** Whether one of these calls may need an action that gives something away; names in lower case. */
export const isNeededBy = (action: string, calls: readonly string[]): boolean =>
  calls.some(
    (call) =>
      call === action ||
      (WITH_PARAMETERS.has(action) &&
        (STARTING.test(call) || passesRoles(call.slice(call.indexOf(':') + 1)))),
  );
