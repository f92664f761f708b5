import { listOf, type Statement } from './document.ts';

/** What a statement's Sid is made of: the template it comes from, and for which value and persona. */
export interface Name {
  readonly template: string;
  /** Which value of the template's `forEach` variable; 0 for the first or only one. */
  readonly row: number;
  /** Mark of the persona, given only where several personas have the template. */
  readonly persona?: string;
}

/**
 * Sids for statements from the names that went into each. A Sid depends on its own statement alone, so an unrelated
 * choice leaves it as it is; only where two would be equal does the later one get a number. Letters and digits only.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function uniqueSids(statements: readonly (readonly Name[])[]): readonly string[] {
  const taken = new Set<string>();
  return statements.map((names) => {
    const base = sidOf(names);
    let sid = base;
    for (let number = 2; taken.has(sid); number += 1) sid = `${base}${number}`;
    taken.add(sid);
    return sid;
  });
}

function sidOf(names: readonly Name[]): string {
  const templates = [...new Set(names.map((name) => name.template))];
  const [first = 'Statement', second] = templates;
  if (second === undefined) return `${personaPrefix(names)}${first}${rowSuffix(names)}`;
  return templates.length === 2 ? `${first}And${second}` : `${first}And${templates.length - 1}More`;
}

function personaPrefix(names: readonly Name[]): string {
  const marks = new Set(names.map((name) => name.persona));
  const [mark] = marks;
  if (marks.size !== 1 || mark === undefined) return '';
  return mark.charAt(0).toUpperCase() + mark.slice(1).toLowerCase();
}

function rowSuffix(names: readonly Name[]): string {
  const lowest = Math.min(...names.map((name) => name.row));
  return lowest === 0 ? '' : `${lowest + 1}`;
}

/** A name for a statement that has none, from what it says: `AllowS3`, `DenySagemakerIam`. */
export function contentName(statement: Statement): string {
  const actions = [...listOf(statement.Action), ...listOf(statement.NotAction)];
  const services = [...new Set(actions.map((action) => action.split(':')[0] ?? ''))].slice(0, 2);
  const words = services.map((service) => service.replace(/[^0-9A-Za-z]/g, ''));
  return [statement.Effect, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
