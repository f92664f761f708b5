import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../catalog/lookup.ts';
import { type Caller, isServiceLinked, isServiceLinkedRole } from './caller.ts';

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
