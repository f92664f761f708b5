import type { StatementTemplate } from '../activities/activity.ts';
import { findVariable, type Ruleset, variableOfPlaceholder } from '../ruleset.ts';

/** Anything with placeholders in it. */
export type WithPlaceholders = Pick<StatementTemplate, 'Sid' | 'forEach'>;

type Known = WeakMap<WithPlaceholders, ReadonlySet<string>>;

const knownTemplates = new WeakMap<Ruleset, Known>();

/** Ids of the variables whose placeholders a template holds, itself or through a value of its `forEach` variable. */
export function variablesOfTemplate(template: WithPlaceholders, ruleset: Ruleset): ReadonlySet<string> {
  const known: Known = knownTemplates.get(ruleset) ?? new WeakMap();
  knownTemplates.set(ruleset, known);
  const hit = known.get(template) ?? variablesIn(template, ruleset);
  known.set(template, hit);
  return hit;
}

function variablesIn(template: WithPlaceholders, ruleset: Ruleset): ReadonlySet<string> {
  const { forEach } = template;
  const ids = new Set(
    placeholdersIn(JSON.stringify(template)).map((name) => variableOfPlaceholder(name, ruleset)?.id ?? ''),
  );
  if (forEach) ids.add(forEach);
  if (forEach && findVariable(forEach, ruleset)?.kind === 'readAction') {
    for (const id of ['partition', 'region', 'accountId']) ids.add(id);
  }
  ids.delete('');
  return ids;
}

/** Names of all placeholders in a text, without their brackets, repeats included. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/<([A-Za-z_]+)>/g)].map(([, name]) => name ?? '');
}

/** What looks like a placeholder, known to the page or not. */
export const LIKE_PLACEHOLDER = /<[^<>"\\\s]{1,64}>/g;

/** What looks like a placeholder in a text, as written: `<ACCOUNT_ID>`. In the order of the text, once each. */
export const placeholdersOfText = (text: string): readonly string[] => [
  ...new Set(text.match(LIKE_PLACEHOLDER) ?? []),
];
