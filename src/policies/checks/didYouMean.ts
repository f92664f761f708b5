import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../catalog/lookup.ts';
import { nearestNames } from '../catalog/nearestNames.ts';
import type { Finding } from './check.ts';

/** The name that a finding about an unknown name is most likely about, as a sentence that follows its message; empty for none. */
export function didYouMean({ code, values }: Pick<Finding, 'code' | 'values'>, catalog: Catalog): string {
  const [nearest] = candidatesFor(code, values, catalog);
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}

function candidatesFor(code: string, values: Finding['values'], catalog: Catalog): readonly string[] {
  const { action = '', service = '' } = values;
  if (code === 'INVALID_SERVICE_IN_ACTION') return nearestNames(service, catalog.services);
  if (code !== 'INVALID_ACTION') return [];
  const actionsOfService = catalog.service(splitAction(action)[0])?.actions ?? [];
  return nearestNames(
    action,
    actionsOfService.map(({ name }) => name),
  );
}
