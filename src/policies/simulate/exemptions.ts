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
 * Calls that every identity may make, whatever its policies say.
 * Sources: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const callsWithoutPermission = ['sts:GetCallerIdentity', 'sts:GetSessionToken'] as const;

const FREE: ReadonlySet<string> = new Set(callsWithoutPermission.map((action) => action.toLowerCase()));

/** Whether a call is one of them, by someone who has an account. */
export const needsNoPermission = ({ lowerAction, caller }: ReadRequest): boolean =>
  FREE.has(lowerAction) && caller.account !== undefined;
