import type { Catalog } from '../catalog/catalog.ts';
import { globalKey, keyLookUp, matchedActions } from '../catalog/lookup.ts';
import type { AccessRequest } from './request.ts';

/**
 * Context keys of a request that AWS defines neither for every action nor for this one. Empty while the service is not loaded.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function undefinedKeys(catalog: Catalog, { action, context }: AccessRequest): readonly string[] {
  const [facts] = matchedActions(catalog, action) ?? [];
  if (!facts) return [];
  const names = [
    ...facts.conditionKeys,
    ...facts.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
  ];
  const keysOfAction = keyLookUp(names.map((name) => ({ name, type: undefined })));
  return Object.keys(context).filter((key) => {
    const lower = key.toLowerCase();
    return !globalKey(catalog, lower) && !keysOfAction(lower);
  });
}
