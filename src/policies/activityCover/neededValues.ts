import { applyChange, type ValueChange } from '../accessTests/refusals/refusalChange.ts';
import { readVariables } from '../compose/variableReadings.ts';
import { draftOfRole } from '../draft/roleInstances.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import type { Verdict } from '../simulate/decision.ts';
import { isLetThrough } from './callDecider.ts';
import type { UsedCall } from '../simulate/usedCall.ts';
import type { UsedValue } from './valuesOfUse.ts';

/** Where a call was made is no choice. */
const PLACE: readonly string[] = ['partition', 'region', 'accountId'];

/** What would allow the most without need goes first. */
const ORDER: readonly string[] = [
  'imageBuildBuckets',
  'endpointBuckets',
  'workData',
  'outputData',
  'modelArtifacts',
  'notebookData',
  'inputData',
];

interface Needing {
  readonly persona: string;
  readonly calls: readonly UsedCall[];
  readonly ruleset: Ruleset;
}

/** As changes of the draft: beside the values that a field has, or in an empty one. What a person entered for the role stays. */
export function valueChanges(
  draft: Draft,
  persona: string,
  values: readonly UsedValue[],
  ruleset: Ruleset,
): readonly { readonly kind: 'values'; readonly values: readonly ValueChange[] }[] {
  const readings = readVariables(draft, ruleset, persona);
  const { variables } = draftOfRole(draft, persona);
  const changes = [...byVariable(values)].flatMap(([variable, used]): readonly ValueChange[] => {
    const reading = readings.byVariable.get(variable);
    const known = findVariable(variable, ruleset);
    const entered = (variables[variable] ?? []).filter((value) => value.trim() !== '');
    const added = used.map(({ value }) => value).filter((value) => !entered.includes(value));
    // A role that the draft creates is not another that exists.
    const isImplied = reading?.state === 'default' && known?.kind === 'roleArn';
    if (!known || !reading || isImplied || added.length === 0) return [];
    if (!known.many) return entered.length > 0 ? [] : single(variable, added, reading.bindings);
    return [{ variable, before: entered, values: [...entered, ...added] }];
  });
  return changes.length === 0 ? [] : [{ kind: 'values', values: changes }];
}

/** The default of a field need not be entered. */
const single = (
  variable: string,
  [value = '']: readonly string[],
  bindings: readonly Readonly<Record<string, string>>[],
): readonly ValueChange[] =>
  bindings.some((binding) => Object.values(binding)[0] === value)
    ? []
    : [{ variable, before: [], values: [value] }];

export const withUsedValues = (
  draft: Draft,
  persona: string,
  values: readonly UsedValue[],
  ruleset: Ruleset,
): Draft =>
  valueChanges(draft, persona, values, ruleset).reduce(
    (now, change) => applyChange(now, persona, change, ruleset),
    draft,
  );

/**
 * The values without which a call would no longer be allowed: each other one is left out, first all of a variable, then one by one.
 * `draft`: with what is selected, and without the values.
 */
export function neededValues(
  draft: Draft,
  values: readonly UsedValue[],
  { persona, calls, ruleset }: Needing,
  decide: (of: Draft) => (asked: readonly UsedCall[]) => readonly Verdict[],
): readonly UsedValue[] {
  const verdictsWith = (kept: readonly UsedValue[], asked: readonly UsedCall[]) =>
    decide(withUsedValues(draft, persona, kept, ruleset))(asked);
  const all = verdictsWith(values, calls);
  const isNeeded = (kept: readonly UsedValue[], left: readonly UsedValue[]): boolean => {
    const places = [...new Set(left.flatMap((value) => value.calls))].filter((place) =>
      isLetThrough(all[place] ?? 'error'),
    );
    const after = verdictsWith(
      kept,
      places.flatMap((place) => calls[place] ?? []),
    );
    return places.some((place, index) => isWorse(after[index], all[place]));
  };
  let needed = values.filter(({ variable }) => PLACE.includes(variable));
  const open = values.filter(({ variable }) => !PLACE.includes(variable));
  let rest: readonly UsedValue[] = open;
  const without = (left: readonly UsedValue[]) => rest.filter((value) => !left.includes(value));
  const tryWithout = (left: readonly UsedValue[]): boolean => {
    const isKept = isNeeded([...needed, ...without(left)], left);
    if (!isKept) rest = without(left);
    return isKept;
  };
  for (const [, ofVariable] of inOrder(open))
    if (tryWithout(ofVariable) && ofVariable.length > 1) for (const value of ofVariable) tryWithout([value]);
  needed = [...needed, ...rest];
  const after = verdictsWith(needed, calls);
  return all.some((verdict, place) => isWorse(after[place], verdict)) ? values : needed;
}

function byVariable(values: readonly UsedValue[]): ReadonlyMap<string, readonly UsedValue[]> {
  const groups = new Map<string, readonly UsedValue[]>();
  for (const value of values) groups.set(value.variable, [...(groups.get(value.variable) ?? []), value]);
  return groups;
}

const inOrder = (values: readonly UsedValue[]) => {
  const rank = (variable: string) => (ORDER.includes(variable) ? ORDER.indexOf(variable) : ORDER.length);
  return [...byVariable(values)].toSorted(
    ([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1),
  );
};

/** Allowed whatever the call carries is better than allowed if it carries something. */
const isWorse = (after: Verdict | undefined, before: Verdict | undefined): boolean => {
  if (before === 'allowed') return after !== 'allowed';
  return before === 'unknown' && (after === undefined || !isLetThrough(after));
};
