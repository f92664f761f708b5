/**
 * The text of a plan as a configuration with the values after it, of the same length: every place is that of the plan.
 * Source: https://developer.hashicorp.com/terraform/cli/commands/plan
 */
export const planAsConfiguration = (text: string): string =>
  text.replaceAll(/^.*$/gm, (line) => afterPlan(line).padEnd(line.length));

/** Whether a text is a plan, by the marks before its blocks. */
export const isPlanText = (text: string): boolean =>
  /^[^\S\n]*(?:[+~-]|-\/\+|\+\/-|<=)[^\S\n]+(?:resource|data)[^\S\n]+"/m.test(text);

const MARK = /^([^\S\n]*)(\+\/-|-\/\+|<=|[+~])(?=[^\S\n])/;

/** A line without what the plan takes away. */
function afterPlan(line: string): string {
  if (/^[^\S\n]*-(?:[^\S\n]|$)/.test(line)) return '';
  return line
    .replace(MARK, (_, space: string, mark: string) => space + ' '.repeat(mark.length))
    .replace(
      /^(\s*[\w"-]+\s*=\s*)(.*\s->\s)(?=\S)/,
      (_, head: string, before: string) => head + ' '.repeat(before.length),
    )
    .replaceAll('(known after apply)', 'known_after_apply  ')
    .replaceAll('(sensitive value)', 'sensitive_value  ');
}

/** Names that stand for values which a plan does not show. */
export const hiddenValues: ReadonlyMap<string, string> = new Map([
  ['known_after_apply', 'a value that is known after apply'],
  ['sensitive_value', 'a sensitive value'],
]);

/** Whether a plan leaves out parts of what it shows between two places. */
export const hidesParts = (text: string): boolean => /#\s*\(\d+ unchanged/.test(text);
