import type { LabelOf } from '../../../policies/access/everyRequest/everyRequestWords.ts';
import { variableOfPlaceholder } from '../../../policies/library/ruleset.ts';
import { useRuleset } from '../../../state/store.ts';

/** The name of the field of a missing value; of one that has none, the placeholder. */
export function useLabelOfPlaceholder(): LabelOf {
  const ruleset = useRuleset();
  return (name) => variableOfPlaceholder(name, ruleset)?.label ?? `<${name}>`;
}
