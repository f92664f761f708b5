import { builtIn } from '../../policies/library/builtIn.ts';
import { findVariable, type Ruleset } from '../../policies/library/ruleset.ts';
import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import type { EnforcedChange } from '../../policies/presets/enforcedChange.ts';

/** "Account ID, by Acme Cloud Platform: Production runs in this account only." */
export function changeLine(change: EnforcedChange, ruleset: Ruleset): string {
  const { owner, reason } = change.why;
  return `${changedThing(change, ruleset)}, by ${owner}: ${reason}`;
}

/** What a rule is about, by the name that the page gives it. */
export function changedThing({ kind, id }: Pick<EnforcedChange, 'kind' | 'id'>, ruleset: Ruleset): string {
  switch (kind) {
    case 'value':
      return findVariable(id, ruleset)?.label ?? id;
    case 'limit':
      return limitOf(id);
    case 'edit':
      return `Manual edits in ${limitOf(id)}`;
    case 'activity':
      return builtIn.activities.find((activity) => activity.id === id)?.title ?? id;
    case 'delivery':
      return 'Enforcement of guardrails and exemptions';
    case 'name':
      return 'Policy set name';
    default:
      return kind satisfies never;
  }
}

function limitOf(id: string): string {
  const guardrail = findGuardrail(id);
  return guardrail ? `${guardrail.number} ${guardrail.title}` : id;
}
