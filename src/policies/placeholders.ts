import type { StatementTemplate } from './activities/activity.ts';
import { activeTemplates, chosenActivities, chosenPersonas } from './compose.ts';
import type { ComposedDocument } from './composed.ts';
import type { Draft } from './draft.ts';
import { findVariable, variableOfPlaceholder, variables } from './variables/index.ts';
import { readVariables } from './variables/readings.ts';
import type { Variable } from './variables/variable.ts';

/** A variable in use that keeps a placeholder in the text. */
export interface DraftProblem {
  readonly variable: Variable;
  readonly state: 'unfilled' | 'invalid';
  /** For an invalid value: its place among those entered, and the rule that it breaks. */
  readonly index?: number;
  readonly rule?: string;
}

/** Variables that the chosen activities stand on, in the registry's order. The partition is in every ARN. */
export function variablesInUse(draft: Draft): readonly Variable[] {
  const used = new Set<string>();
  for (const template of templatesOf(draft)) for (const id of variablesOfTemplate(template)) used.add(id);
  return variables.filter((variable) => used.has(variable.id));
}

const knownTemplates = new WeakMap<StatementTemplate, ReadonlySet<string>>();

/** Ids of the variables whose placeholders a template holds, itself or through a value of its `forEach` variable. */
export function variablesOfTemplate(template: StatementTemplate): ReadonlySet<string> {
  const known = knownTemplates.get(template);
  if (known) return known;
  const { forEach } = template;
  const ids = new Set(
    placeholdersIn(JSON.stringify(template)).map((name) => variableOfPlaceholder(name)?.id ?? ''),
  );
  if (forEach) ids.add(forEach);
  if (forEach && findVariable(forEach)?.kind === 'readAction') {
    for (const id of ['partition', 'region', 'accountId']) ids.add(id);
  }
  ids.delete('');
  knownTemplates.set(template, ids);
  return ids;
}

/** Every variable in use that is unfilled, and every value of one that breaks its rule. */
export function draftProblems(draft: Draft): readonly DraftProblem[] {
  const readings = readVariables(draft);
  return variablesInUse(draft).flatMap((variable): readonly DraftProblem[] => {
    const reading = readings.get(variable.id);
    if (!reading || reading.state === 'unfilled') return [{ variable, state: 'unfilled' }];
    return reading.invalid.map(({ index, rule }) => ({ variable, state: 'invalid', index, rule }));
  });
}

/** Placeholders of known variables that are still in a document, as written: `<ACCOUNT_ID>`. Sorted. */
export function openPlaceholders(document: ComposedDocument): readonly string[] {
  const names = placeholdersIn(JSON.stringify(document.policy)).filter(variableOfPlaceholder);
  return [...new Set(names)].sort().map((name) => `<${name}>`);
}

function templatesOf(draft: Draft): readonly StatementTemplate[] {
  return chosenPersonas(draft).flatMap((persona) =>
    chosenActivities(persona, draft).flatMap((choice) => activeTemplates(choice)),
  );
}

function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/<([A-Za-z_]+)>/g)].map(([, name]) => name ?? '');
}
