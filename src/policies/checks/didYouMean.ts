import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../catalog/lookup.ts';
import { nearestNames } from '../catalog/nearestNames.ts';
import { operatorNames } from '../language/conditionOperator.ts';
import type { Finding } from './check.ts';

/** The name that a finding about an unknown name is most likely about, as a sentence that follows its message; empty for none. */
export function didYouMean({ code, values }: Pick<Finding, 'code' | 'values'>, catalog: Catalog): string {
  const [nearest] = candidatesFor(code, values, catalog);
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}

function candidatesFor(code: string, values: Finding['values'], catalog: Catalog): readonly string[] {
  const { action = '', service = '', operator = '' } = values;
  if (code === 'INVALID_SERVICE_IN_ACTION') return nearestNames(service, catalog.services);
  if (code === 'INVALID_CONDITION_OPERATOR') return nearestOperators(operator);
  if (code !== 'INVALID_ACTION') return [];
  const actionsOfService = catalog.service(splitAction(action)[0])?.actions ?? [];
  return nearestNames(
    action,
    actionsOfService.map(({ name }) => name),
  );
}

/** With the qualifier and the suffix that are written. */
function nearestOperators(text: string): readonly string[] {
  const [, qualifier = '', name = '', suffix = ''] =
    /^((?:ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/i.exec(text) ?? [];
  return nearestNames(name, operatorNames).map((nearest) => `${qualifier}${nearest}${suffix}`);
}
