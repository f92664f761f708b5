import { type Caller, hasIdentity, isServiceLinked } from './caller.ts';
import type { Layer } from './policySet.ts';
import type { ReadRequest } from './request.ts';

/**
 * Whether a layer has no say over a request. Service control policies speak of users and roles only, and not of service-linked
 * roles; resource control policies neither of those nor of what they must not break.
 * Sources: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function isExemptFromLayer(layer: Layer, request: ReadRequest): boolean {
  if (layer === 'vpcEndpoint') return false;
  if (needsNoPermission(request)) return true;
  if (layer === 'serviceControl') return isOutsideAccounts(request.caller);
  return layer === 'resourceControl' && !request.resourceControlled;
}

const isOutsideAccounts = (caller: Caller): boolean => !hasIdentity(caller) || isServiceLinked(caller);

/**
 * Calls that need no permission, so that no policy of an account can deny them.
 * Sources: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
 */
export const undeniableCalls = ['sts:GetCallerIdentity', 'sts:GetSessionToken'] as const;

/**
 * Calls for users and root users only: AWS refuses them to roles, to sessions of roles and to federated users, whatever is allowed.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
const FOR_USERS = ['sts:GetSessionToken', 'sts:GetFederationToken'] as const;

const isUser = ({ kind }: Caller): boolean => kind === 'user' || kind === 'root';

/** The calls that a caller may make without permission. */
export function callsWithoutPermission(caller: Caller): readonly string[] {
  if (caller.account === undefined) return [];
  return undeniableCalls.filter((call) => !callsBeyondReach(caller).includes(call));
}

/** The calls that a caller can’t make, whatever policies allow. */
export const callsBeyondReach = (caller: Caller): readonly string[] =>
  hasIdentity(caller) && !isUser(caller) ? FOR_USERS : [];

const isOneOf = (calls: readonly string[], lowerAction: string): boolean =>
  calls.some((call) => call.toLowerCase() === lowerAction);

/** Whether a call needs no permission of this caller. */
export const needsNoPermission = ({ lowerAction, caller }: ReadRequest): boolean =>
  lowerAction.startsWith('sts:') && isOneOf(callsWithoutPermission(caller), lowerAction);

/** Whether a call is one that this caller can’t make. */
export const isBeyondReach = ({ lowerAction, caller }: ReadRequest): boolean =>
  lowerAction.startsWith('sts:') && isOneOf(callsBeyondReach(caller), lowerAction);
