import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../checks/facts.ts';
import { type Caller, hasIdentity, isServiceLinked, isServiceLinkedRole } from './caller.ts';
import type { Layer } from './policySet.ts';
import type { ReadRequest } from './request.ts';

/**
 * Whether a layer has no say over a request. Service control policies speak of users and roles only, and not of service-linked
 * roles; resource control policies neither of those nor of what they must not break.
 * Sources: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function isExempt(layer: Layer, request: ReadRequest): boolean {
  if (layer === 'vpcEndpoint') return false;
  if (needsNoPermission(request)) return true;
  if (layer === 'serviceControl') return isOutsideAccounts(request.caller);
  return layer === 'resourceControl' && !request.resourceControlled;
}

const isOutsideAccounts = (caller: Caller): boolean => !hasIdentity(caller) || isServiceLinked(caller);

/** Whether resource control policies apply at all; without a catalog every service counts as one that has them. */
export function isResourceControlled(
  lowerAction: string,
  resource: string,
  caller: Caller,
  catalog: Catalog | undefined,
): boolean {
  if (lowerAction === 'kms:retiregrant' || isServiceLinked(caller) || isServiceLinkedRole(resource))
    return false;
  return !catalog || catalog.rcpServices.includes(splitAction(lowerAction)[0]);
}

const FREE = new Set(['sts:getcalleridentity', 'sts:getsessiontoken']);

/**
 * Calls that every identity may make, whatever its policies say.
 * Sources: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const needsNoPermission = ({ lowerAction, caller }: ReadRequest): boolean =>
  FREE.has(lowerAction) && caller.account !== undefined;
