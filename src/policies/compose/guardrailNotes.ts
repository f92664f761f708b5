import { activeDenials, type SelectedGuardrail, selectedGuardrails } from '../draft/selection.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { variablesOfTemplate } from '../library/variables/placeholders.ts';
import { type Readings, readVariables } from './variableReadings.ts';
import type { Variable } from '../library/variables/variable.ts';

/** The variables that a guardrail uses, without the account and its roles, which every policy needs. */
export function guardrailParameters(entry: SelectedGuardrail, ruleset: Ruleset): readonly Variable[] {
  const rules = activeDenials(entry);
  const used = new Set(rules.flatMap((rule) => [...variablesOfTemplate(rule, ruleset)]));
  return ruleset.variables.filter(
    ({ id, group }) => used.has(id) && group !== 'account' && group !== 'roles',
  );
}

/**
 * For people whose requests a guardrail denies: each selected guardrail with the parameters that comply with it, the approved
 * values and, where its denials have Sids, the Sids. Markdown; empty without a guardrail.
 */
export function guardrailNotes(draft: Draft, ruleset: Ruleset): string {
  const readings = readVariables(draft, ruleset);
  const named = draft.limits.delivery !== 'conditions' && draft.sizing.shorten === 'none';
  return selectedGuardrails(draft)
    .map((entry) => `${noteOf(entry, readings)}${named ? sidsOf(entry) : ''}`)
    .join('\n');
}

function noteOf(entry: SelectedGuardrail, readings: Readings): string {
  const { number, title, toComply } = entry.guardrail;
  const values = guardrailParameters(entry, readings.ruleset).map(
    ({ id, label }) => `  - ${label}: ${valuesOf(id, readings).join(', ')}\n`,
  );
  return `- **${number} ${title}**: ${toComply}\n${values.join('')}`;
}

const sidsOf = (entry: SelectedGuardrail): string =>
  `  - Denied by: ${activeDenials(entry)
    .map(({ Sid }) => Sid)
    .join(', ')}\n`;

/** As in the policy; a missing value is its placeholder. */
const valuesOf = (id: string, readings: Readings): readonly string[] =>
  (readings.byVariable.get(id)?.bindings ?? []).map((binding) => Object.values(binding).join('/'));
