import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../catalog/lookup.ts';
import { type Caller, isServiceLinked, isServiceLinkedRole } from './caller.ts';

/**
 * Calls on which resource control policies have no effect.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export const outsideResourceControl = ['kms:RetireGrant'] as const;

const UNCONTROLLED: ReadonlySet<string> = new Set(
  outsideResourceControl.map((action) => action.toLowerCase()),
);

/** Whether resource control policies apply at all; without a catalog every service counts as one that has them. */
export function isResourceControlled(
  lowerAction: string,
  resource: string,
  caller: Caller,
  catalog: Catalog | undefined,
): boolean {
  if (UNCONTROLLED.has(lowerAction) || isServiceLinked(caller) || isServiceLinkedRole(resource)) return false;
  return !catalog || catalog.rcpServices.includes(splitAction(lowerAction)[0]);
}
