import { placeholderNames } from '../../language/placeholder.ts';
import type { StatementTemplate } from '../activities/activity.ts';
import { findVariable, type Ruleset, variableOfPlaceholder } from '../ruleset.ts';

/** Anything with placeholders in it. */
export type WithPlaceholders = Pick<StatementTemplate, 'Sid' | 'forEach'>;

type VariablesByTemplate = WeakMap<WithPlaceholders, ReadonlySet<string>>;

const templateVariables = new WeakMap<Ruleset, VariablesByTemplate>();

/** Ids of the variables whose placeholders a template holds, itself or through a value of its `forEach` variable. */
export function variablesOfTemplate(template: WithPlaceholders, ruleset: Ruleset): ReadonlySet<string> {
  const byTemplate: VariablesByTemplate = templateVariables.get(ruleset) ?? new WeakMap();
  templateVariables.set(ruleset, byTemplate);
  const hit = byTemplate.get(template) ?? variablesIn(template, ruleset);
  byTemplate.set(template, hit);
  return hit;
}

function variablesIn(template: WithPlaceholders, ruleset: Ruleset): ReadonlySet<string> {
  const { forEach } = template;
  const ids = new Set(
    placeholderNames(JSON.stringify(template)).map((name) => variableOfPlaceholder(name, ruleset)?.id ?? ''),
  );
  if (forEach) ids.add(forEach);
  if (forEach && findVariable(forEach, ruleset)?.kind === 'readAction') {
    for (const id of ['partition', 'region', 'accountId']) ids.add(id);
  }
  ids.delete('');
  return ids;
}
