import { placeholderNames, placeholderOf, replacePlaceholders } from '../language/placeholder.ts';
import { type Ruleset, variableOfPlaceholder } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { exampleValues } from './exampleValues.ts';
import { createdArnsByPlaceholder } from './passableRoles.ts';
import { impliedArns, passesFirstRole } from './roleStates.ts';
import { partitionOf, readVariables } from './variableReadings.ts';
import type { ContextTemplate } from '../library/accessTests/accessTest.ts';

/** Values per placeholder, in the order in which they were entered. */
export type PlaceholderValues = ReadonlyMap<string, readonly string[]>;

/**
 * The values of a draft, or those of one of its roles, valid or not, and examples for what it leaves open. A role that is created
 * has the ARN that it will have, whatever else is given for it.
 */
export function placeholderValues(draft: Draft, ruleset: Ruleset, role?: string): PlaceholderValues {
  const partition = partitionOf(draft);
  const entered = readVariables(draft, ruleset, role);
  const open = ruleset.variables.filter(({ id, kind }) => {
    const reading = entered.byVariable.get(id);
    return reading?.state === 'unfilled' || (kind === 'roleArn' && (reading?.invalid.length ?? 0) > 0);
  });
  const examples = open.map((variable) => [variable.id, exampleValues(variable, partition)] as const);
  const readings = readVariables(
    {
      ...draft,
      variables: { ...draft.variables, ...Object.fromEntries(examples) },
    },
    ruleset,
    role,
  );
  const values = new Map<string, readonly string[]>();
  for (const { bindings } of readings.byVariable.values()) {
    for (const name of Object.keys(bindings[0] ?? {}))
      values.set(
        name,
        bindings.map((binding) => sampleOfPattern(binding[name] ?? '')),
      );
  }
  for (const [name, arn] of createdArnsByPlaceholder(draft, ruleset)) {
    const variable = variableOfPlaceholder(name, ruleset);
    if (role !== undefined && variable && !passesFirstRole(draft, role, variable.id, ruleset)) continue;
    const further = (variable && impliedArns(draft, partition, ruleset, role).get(variable.id)) ?? [];
    values.set(name, [arn, ...further.filter((other) => other !== arn)]);
  }
  return withoutNested(values);
}

/** The ARN of a role that is created names the account: a value may hold placeholders of others. */
function withoutNested(values: PlaceholderValues): PlaceholderValues {
  return new Map([...values].map(([name, all]) => [name, all.map((value) => fillText(value, values))]));
}

/** A value that a pattern of a variable (`ml.t3.*`) matches. */
const sampleOfPattern = (value: string): string =>
  value.startsWith('<') ? value : value.replaceAll('*', 'x').replace(/\/\d{1,3}$/, '');

/** A text with the first value of every placeholder. A prefix that is empty leaves no double slash behind. */
export function fillText(text: string, values: PlaceholderValues): string {
  if (!text.includes('<') && !text.includes('//')) return text;
  return replacePlaceholders(text, (name) => values.get(name)?.[0]).replace(/(:::[^/]+)\/\//, '$1/');
}

/** A context with its placeholders filled. In keys and in lists a placeholder becomes each of its values. */
export function fillContext(
  context: ContextTemplate,
  values: PlaceholderValues,
): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]) =>
      everyValue(key, values).map((name) => [
        name,
        typeof value === 'string'
          ? fillText(value, values)
          : value.flatMap((entry) => everyValue(entry, values)),
      ]),
    ),
  );
}

function everyValue(text: string, values: PlaceholderValues): readonly string[] {
  const [name] = placeholderNames(text);
  const all = name === undefined ? undefined : values.get(name);
  return all && name
    ? all.map((value) =>
        fillText(
          text.replace(placeholderOf(name), () => value),
          values,
        ),
      )
    : [text];
}
