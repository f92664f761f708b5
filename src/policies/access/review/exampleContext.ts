import { readOperator } from '../../language/conditionOperator.ts';
import type { Requirement } from '../../exact/scope.ts';
import { type ConditionClause, readClause } from '../../simulate/conditions/clause.ts';
import { contextOfRequest } from '../../simulate/request.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { OTHER_VALUES, sampleValues } from '../../simulate/sampleValues.ts';
import { NO, type Truth, YES } from '../../simulate/ternary.ts';

/** Request contexts that conditions ask for, made by trying the values that they compare with. */

export type ContextValues = AccessRequest['context'];

/** The requirements of a scope, ready to be tested. */
export const clausesOf = (
  requirements: readonly Requirement[],
  withVariables: boolean,
): readonly ConditionClause[] =>
  requirements.flatMap(
    ({ operator, written, values }) => readClause(operator, written, values, withVariables) ?? [],
  );

const VARIABLE = /\$\{([^},?*$]+)/g;

/** A value for each policy variable of some texts: without one nothing can match them. */
export function variablesIn(texts: readonly string[]): ContextValues {
  const keys = texts.flatMap((text) => [...text.matchAll(VARIABLE)].map(([, key = '']) => key.trim()));
  return Object.fromEntries(keys.filter((key) => key !== '').map((key) => [key, 'example']));
}

/** The context with another value of a key; none takes the key out. */
export function withValue(
  context: ContextValues,
  key: string,
  value: string | readonly string[] | undefined,
): ContextValues {
  const others = Object.entries(context).filter(([name]) => name.toLowerCase() !== key.toLowerCase());
  return Object.fromEntries(value === undefined ? others : [...others, [key, value] as const]);
}

const isTrue = (clause: ConditionClause, context: ContextValues, truth: Truth): boolean =>
  clause.test(contextOfRequest(context)) === truth;

/** Contexts in which a clause has a truth, that of the smallest change first. */
export function contextsWithTruth(
  clause: ConditionClause,
  context: ContextValues,
  truth: Truth,
): readonly ContextValues[] {
  if (isTrue(clause, context, truth)) return [context];
  return contextAlternatives(clause, context).filter((values) => isTrue(clause, values, truth));
}

/** The context with each value of a clause's key that is worth trying, and without the key. */
export function contextAlternatives(
  clause: ConditionClause,
  context: ContextValues,
): readonly ContextValues[] {
  const samples = [...new Set([...sampleValues(clause, contextOfRequest(context)), ...OTHER_VALUES])];
  const isList = readOperator(clause.operator)?.qualifier !== undefined;
  return [
    ...samples.map((sample) => withValue(context, clause.key, isList ? [sample] : sample)),
    withValue(context, clause.key, undefined),
  ];
}

/** The context in which all clauses are true; nothing where none of those that were tried is one. Key by key: several clauses can be about one. */
export function contextSatisfying(
  clauses: readonly ConditionClause[],
  context: ContextValues,
): ContextValues | undefined {
  let found = context;
  for (const key of new Set(clauses.map(({ lowerKey }) => lowerKey))) {
    const clausesOfKey = clauses.filter(({ lowerKey }) => lowerKey === key);
    const tried = [found, ...clausesOfKey.flatMap((clause) => contextAlternatives(clause, found))];
    const next = tried.find((values) => clausesOfKey.every((clause) => isTrue(clause, values, YES)));
    if (!next) return undefined;
    found = next;
  }
  return clauses.every((clause) => isTrue(clause, found, YES)) ? found : undefined;
}

/** Contexts in which all clauses are true, with another value of one of their keys each. */
export function variationsOf(
  clauses: readonly ConditionClause[],
  context: ContextValues,
): readonly ContextValues[] {
  const others = clauses.flatMap((clause) => contextAlternatives(clause, context));
  const all = [context, ...others].filter((values) => clauses.every((clause) => isTrue(clause, values, YES)));
  return [...new Map(all.map((values) => [JSON.stringify(values), values])).values()];
}

/** Contexts in which a statement with these clauses does not apply, and those that must be true are. */
export const contextsNotMatching = (
  clauses: readonly ConditionClause[],
  required: readonly ConditionClause[],
  context: ContextValues,
): readonly ContextValues[] =>
  clauses
    .flatMap((clause) => contextsWithTruth(clause, context, NO))
    .filter((values) => required.every((clause) => isTrue(clause, values, YES)));
