import type { Catalog } from '../../policies/catalog/catalog.ts';
import { splitAction } from '../../policies/catalog/lookup.ts';
import type { ActionsMatching } from '../../policies/size/actionPatterns.ts';

/** The actions behind patterns of some services alone, so that composing with the same services gives the same documents. */
export function servicePatterns(services: readonly string[], catalog: Catalog): ActionsMatching {
  const included = new Set(services);
  return (pattern) => {
    const found = catalog.actions(pattern);
    return included.has(splitAction(pattern)[0]) && found.state === 'known'
      ? found.actions.map(({ name }) => name)
      : undefined;
  };
}
