import type { RefusalChange, ValueChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import { findActivity, type Ruleset } from '../../policies/library/ruleset.ts';
import { listed } from '../../state/derived/progress.ts';
import { changedValue, optionOf, trustOptionOf } from './refusalWords.ts';

/** What must be so for the offer to allow the call, in one sentence before its button. */
export function offerSentence(change: RefusalChange, openKeys: readonly string[], ruleset: Ruleset): string {
  const condition =
    openKeys.length > 0
      ? `, if ${listed(openKeys)} in the request ${openKeys.length === 1 ? 'matches' : 'match'} the policy`
      : '';
  const parts = partsOf(change, ruleset);
  return parts.length === 0 ? '' : `Allowed with ${listed(parts)}${condition}.`;
}

/** What an offer consists of, values last: “Region set to us-east-1”. */
function partsOf(change: RefusalChange, ruleset: Ruleset): readonly string[] {
  const values = 'values' in change ? change.values.map((value) => valueSet(value, ruleset)) : [];
  switch (change.kind) {
    case 'values':
      return values;
    case 'option': {
      const { label, value, title } = optionOf(change, ruleset);
      return [`“${label}” set to “${value}” in “${title}”`, ...values];
    }
    case 'activity': {
      const options = Object.entries(change.options).map(([option, value]) => {
        const words = optionOf({ activity: change.activity, option, value }, ruleset);
        return `“${words.label}” set to “${words.value}”`;
      });
      const title = findActivity(change.activity, ruleset)?.title ?? change.activity;
      return [`“${title}”`, ...options, ...values];
    }
    case 'trust': {
      const { label, value } = trustOptionOf(change);
      return [`“${label}” set to “${value}” in the trust policy`];
    }
    default:
      return [];
  }
}

function valueSet(change: ValueChange, ruleset: Ruleset): string {
  const { label, added, isAdded, isReplaced, before } = changedValue(change, ruleset);
  if (isAdded) return `“${added}” added to ${label}`;
  return `${label} set to “${added}”${isReplaced ? ` instead of “${before.join(', ')}”` : ''}`;
}
