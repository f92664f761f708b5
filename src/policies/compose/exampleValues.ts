import { findPartition } from '../language/partitions.ts';
import type { Draft } from '../model/draft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { createDraft } from '../draft/createDraft.ts';
import { draftProblems } from './variablesInUse.ts';
import { partitionOf } from './variableReadings.ts';
import type { Variable } from '../library/variables/variable.ts';
import { withPersonas } from '../draft/withPersonas.ts';

/** Example values of a variable that are valid in a partition. */
export function exampleValues(variable: Variable, partition: string): readonly string[] {
  const region = findPartition(partition)?.exampleRegion ?? 'eu-west-1';
  return variable.example.map((value) =>
    value.replace(/^arn:aws:/, `arn:${partition}:`).replace('eu-west-1', region),
  );
}

/**
 * The draft with a valid example in place of each missing or invalid value; valid values stay. If no persona is selected, all
 * but the specialized ones are selected first. `butRoles` leaves out the ARNs of roles: examples for them would let scenarios pass roles that are neither
 * created nor given.
 */
export function fillExamples(draft: Draft, ruleset: Ruleset, fill: 'all' | 'butRoles' = 'all'): Draft {
  const everyone = ruleset.personas.flatMap(({ id, specialized }) => (specialized ? [] : [id]));
  const withSelection =
    draft.personas.length > 0 ? draft : createDraft(withPersonas(draft, everyone, ruleset), ruleset);
  return fillValues(withSelection, ruleset, fill);
}

/** As `fillExamples`, for the selection as it is: a set of guardrails alone gets no persona. */
export function fillValues(draft: Draft, ruleset: Ruleset, fill: 'all' | 'butRoles' = 'all'): Draft {
  const partition = partitionOf(draft);
  const problems = draftProblems(draft, ruleset).map((problem) => problem.variable);
  const open = new Set(problems.filter(({ kind }) => fill === 'all' || kind !== 'roleArn'));
  if (open.size === 0) return draft;
  const filled = [...open].map((variable) => [variable.id, exampleValues(variable, partition)] as const);
  return { ...draft, variables: { ...draft.variables, ...Object.fromEntries(filled) } };
}
