import { useCallback } from 'react';
import type { LabelOf } from '../../../policies/access/everyRequest/everyRequestWords.ts';
import { labelOfPlaceholder } from '../../../policies/library/ruleset.ts';
import { useRuleset } from '../../../state/store.ts';

/** The name of the field of a missing value; of one that has none, the placeholder. */
export function useLabelOfPlaceholder(): LabelOf {
  const ruleset = useRuleset();
  return useCallback((name) => labelOfPlaceholder(name, ruleset), [ruleset]);
}
