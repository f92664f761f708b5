import { draftOfEnvironment, varyingVariables } from '../draft/environments.ts';
import { libraryOf, withRoleInstances } from '../draft/roleInstances.ts';
import { placeholderOf } from '../language/placeholder.ts';
import { findVariable, type Ruleset, rulesetFrom } from '../library/ruleset.ts';
import { kindOf } from '../library/variables/kinds.ts';
import type { Variable } from '../library/variables/variable.ts';
import type { Draft, Environment } from '../model/draft.ts';
import { partitionOf, readVariables } from './variableReadings.ts';

/** An environment's name, and placeholder (without brackets) → its value there. */
export interface EnvironmentValues {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The draft as code takes it: what differs among environments stays a placeholder, also where the variable has a value by default or
 * by Region. The same draft and ruleset where nothing differs.
 */
export function withEnvironmentPlaceholders(
  draft: Draft,
  ruleset: Ruleset,
): { readonly draft: Draft; readonly ruleset: Ruleset } {
  const varying = varyingVariables(draft);
  if (varying.size === 0) return { draft, ruleset };
  const isVarying = ({ id, byRegion }: Variable) =>
    varying.has(id) || (byRegion !== undefined && varying.has('region'));
  const library = libraryOf(ruleset);
  const variables = library.variables.map((variable) => {
    const { default: _default, byRegion: _byRegion, ...open } = variable;
    return isVarying(variable) ? open : variable;
  });
  const values = Object.entries(draft.variables).filter(([id]) => !varying.has(id));
  return {
    draft: { ...draft, variables: Object.fromEntries(values) },
    ruleset: withRoleInstances(rulesetFrom({ ...library, variables }), draft),
  };
}

/** What each placeholder is in each environment. One that is open there, or has several values, is left out. */
export const environmentValues = (draft: Draft, ruleset: Ruleset): readonly EnvironmentValues[] =>
  (draft.environments ?? []).map((environment) => ({
    name: environment.name,
    values: valuesIn(environment, draft, ruleset),
  }));

function valuesIn(environment: Environment, draft: Draft, ruleset: Ruleset) {
  const { byVariable } = readVariables(draftOfEnvironment(draft, environment), ruleset);
  const bound = [...byVariable.values()].flatMap(({ variable, bindings, invalid }) => {
    const isRight = environmentValueProblem(environment, variable.id, draft, ruleset) === undefined;
    return bindings.length === 1 && invalid.length === 0 && isRight ? Object.entries(bindings[0] ?? {}) : [];
  });
  return Object.fromEntries(bound.filter(([name, value]) => value !== '' && value !== placeholderOf(name)));
}

/**
 * Variables with an account ID in a value that is the same in every environment, although accounts differ: most likely each
 * environment has its own.
 */
export function sharedAccountIds(draft: Draft, ruleset: Ruleset): readonly Variable[] {
  const varying = varyingVariables(draft);
  if (!varying.has('accountId')) return [];
  return ruleset.variables.filter(
    ({ id }) => !varying.has(id) && (draft.variables[id] ?? []).some((value) => /:\d{12}:/.test(value)),
  );
}

/** What is wrong with the value of a variable in an environment; nothing where it has none of its own, or a right one. */
export function environmentValueProblem(
  { values }: Environment,
  id: string,
  draft: Draft,
  ruleset: Ruleset,
): string | undefined {
  const variable = findVariable(id, ruleset);
  const value = values[id]?.trim() ?? '';
  if (!variable || value === '') return undefined;
  const reading = kindOf(variable.kind).read(value, { partition: partitionOf(draft) });
  if (!reading.ok) return reading.rule;
  const isWhole = reading.parts.length >= variable.placeholders.length && !reading.parts.includes('');
  return isWhole ? undefined : WHOLE;
}

const WHOLE = 'Enter all parts, for example bucket/prefix: a parameter of exported code can’t be left out.';
