import type { StatementTemplate } from '../activities/activity.ts';
import { findVariable, variableOfPlaceholder } from './index.ts';

/** Anything with placeholders in it. */
export type WithPlaceholders = Pick<StatementTemplate, 'Sid' | 'forEach'>;

const knownTemplates = new WeakMap<WithPlaceholders, ReadonlySet<string>>();

/** Ids of the variables whose placeholders a template holds, itself or through a value of its `forEach` variable. */
export function variablesOfTemplate(template: WithPlaceholders): ReadonlySet<string> {
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
