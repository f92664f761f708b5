import { placeholderOf } from '../language/placeholder.ts';
import { uniqueNames } from './exportNames.ts';
import type { Parameter } from './parameter.ts';

/** Parameters for placeholders that no variable of the page has: references of an imported template or configuration, by their names. */
export function openParameters(
  placeholders: readonly string[],
  taken: readonly string[],
): readonly Parameter[] {
  const unique = uniqueNames(60, taken);
  return placeholders.map((placeholder) => ({
    name: unique(nameOf(placeholder)),
    description: `Value of ${placeholderOf(placeholder)} in the policies. One value.`,
    rule: 'Enter one value: letters, digits, spaces, or _ . : / = + - @, without wildcards.',
    pattern: '[A-Za-z0-9 _.:/=+@-]{1,1000}',
    placeholder,
  }));
}

/** The placeholder's name, with its capitals: a parameter of a template keeps its name. */
const nameOf = (placeholder: string): string =>
  placeholder.replace(/_+/g, '-').replace(/^-|-$/g, '') || 'value';
