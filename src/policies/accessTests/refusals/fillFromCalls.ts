import { partitionOf, type Reading, readVariables } from '../../compose/variableReadings.ts';
import { draftOfRole } from '../../draft/roleInstances.ts';
import { kindOf } from '../../library/variables/kinds.ts';
import { findVariable } from '../../library/ruleset.ts';
import type { Variable } from '../../library/variables/variable.ts';
import type { Draft } from '../../model/draft.ts';
import type { ValueChange } from './refusalChange.ts';
import type { RefusalTrial } from './refusalTrial.ts';
import { valuesOfCalls } from './valuesOfCall.ts';

/** How a value of the message would come into a draft: into an empty field, beside others, or in place of another. */
export interface ValueCandidate extends ValueChange {
  readonly how: 'fill' | 'add' | 'replace';
}

/** The values of the message that a draft doesn’t have, for the persona’s role. Only those that the field takes. */
export function valueCandidates(
  draft: Draft,
  { call, resources, persona, ruleset }: RefusalTrial,
): readonly ValueCandidate[] {
  const readings = readVariables(draft, ruleset, persona);
  const partition = partitionOf(draft);
  return Object.entries(valuesOfCalls(call, resources)).flatMap(([id, found]) => {
    const variable = findVariable(id, ruleset);
    const reading = readings.byVariable.get(id);
    if (!variable || !reading) return [];
    const takes = (value: string) => kindOf(variable.kind).read(value, { partition }).ok;
    const isPartition = variable.kind === 'partition';
    const values = found.filter((value) => isPartition || takes(value));
    return values.length === 0 ? [] : candidate(variable, reading, draftOfRole(draft, persona), values);
  });
}

function candidate(
  variable: Variable,
  { state, bindings, invalid }: Reading,
  { variables }: Draft,
  found: readonly string[],
): readonly ValueCandidate[] {
  const { id, many, kind } = variable;
  const entered = (variables[id] ?? []).map((value) => value.trim()).filter((value) => value !== '');
  const valid = entered.filter((_, index) => !invalid.some((problem) => problem.index === index));
  const [first] = found;
  if (first === undefined) return [];
  if (state === 'unfilled' || valid.length === 0) {
    // The role is one that the draft creates: it is not another that exists.
    if (state === 'default' && kind === 'roleArn') return [];
    const isSame = bindings.some((binding) => Object.values(binding)[0] === first);
    const values = many ? found : [first];
    return isSame
      ? []
      : [{ variable: id, before: entered, values, how: state === 'default' ? 'replace' : 'fill' }];
  }
  const added = found.filter((value) => !valid.includes(value));
  if (added.length === 0) return [];
  return many
    ? [{ variable: id, before: entered, values: [...valid, ...added], how: 'add' }]
    : [{ variable: id, before: entered, values: [first], how: 'replace' }];
}
