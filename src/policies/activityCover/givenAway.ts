import { passesRoles } from '../accessTests/refusals/operationActions.ts';
import { levelName } from '../catalog/accessLevels.ts';
import { coversAction } from '../language/subsumes.ts';

/** Actions that AWS doesn’t count as managing permissions, and that give away a role, a key to an account, or a policy all the same. */
const OTHERS = [
  'iam:PassRole',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'sts:AssumeRole*',
  'eks:AssociateAccessPolicy',
];

/** They give away a network interface, which has no permissions of its own. */
const OF_INTERFACES = 'ec2:*NetworkInterfacePermission';

/** Whether an action gives away a role, a key, a grant, or a policy: with it, others can do more than it says. */
export const isGivingAway = (action: string, accessLevel = ''): boolean =>
  OTHERS.some((pattern) => coversAction(pattern, action)) ||
  (levelName(accessLevel) === 'Permissions management' && !coversAction(OF_INTERFACES, action));

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
