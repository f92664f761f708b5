import { findVariable, type Ruleset } from '../../library/ruleset.ts';
import { variablesOfTemplate } from '../../library/variables/placeholders.ts';
import { kindOf } from '../../library/variables/kinds.ts';
import {
  type TargetDocument,
  templateCoverage,
  readingsOf,
  type VariableValues,
} from './templateCoverage.ts';
import type { TemplateSource } from './templateSources.ts';
import { type PlaceholderTexts, type TemplateMatch, variableValue } from './matchTemplate.ts';

/** Values that the variables may have: all that were found together in a condition, else each that holds by itself. */
export function guessVariableValues(
  source: TemplateSource,
  found: readonly TemplateMatch[],
  target: TargetDocument,
): readonly VariableValues[] {
  const ids = new Set(
    source.templates.flatMap(({ template }) => [...variablesOfTemplate(template, target.ruleset)]),
  );
  const single: Record<string, readonly string[]> = { partition: [target.partition] };
  const others: VariableValues[] = [];
  const many: Record<string, readonly (readonly string[])[]> = {};
  for (const id of ids) {
    if (id === 'partition') continue;
    const sets = setsOf(id, found, target.partition, target.ruleset);
    if (findVariable(id, target.ruleset)?.many) many[id] = sets;
    else {
      const [first, ...rest] = mostFrequent(sets.flat());
      single[id] = first === undefined ? (target.common[id] ?? []) : [first];
      others.push(...rest.slice(0, MAX_OTHERS).map((value) => ({ [id]: [value] })));
    }
  }
  return [{}, ...others].flatMap((other) => withMany(source, { ...single, ...other }, many, target));
}

/** Of a variable with one value the next likely ones are tried too: an account of AWS may be named more often than the user's account. */
const MAX_OTHERS = 4;

function withMany(
  source: TemplateSource,
  single: VariableValues,
  many: Readonly<Record<string, readonly (readonly string[])[]>>,
  target: TargetDocument,
): readonly VariableValues[] {
  const all = Object.fromEntries(Object.entries(many).map(([id, sets]) => [id, [...new Set(sets.flat())]]));
  const sets = Object.fromEntries(Object.entries(many).map(([id, of]) => [id, commonSet(of)]));
  const contained = containedValues(source, { ...single, ...all }, Object.keys(many), target);
  const mixed = {
    ...contained,
    ...Object.fromEntries(
      inConditions(source, target.ruleset).flatMap((id) => (sets[id] ? [[id, sets[id]]] : [])),
    ),
  };
  return [
    { ...single, ...mixed },
    { ...single, ...contained },
    { ...single, ...all },
    { ...single, ...sets },
  ];
}

/** Valid values of a variable, as they were found together. */
function setsOf(
  id: string,
  found: readonly TemplateMatch[],
  partition: string,
  ruleset: Ruleset,
): readonly (readonly string[])[] {
  return found.flatMap(({ bound, whole }) => {
    const together = valid(id, whole, partition, ruleset);
    const apart = valid(id, bound, partition, ruleset);
    return [...(together.length > 0 ? [together] : []), ...(apart.length > 0 ? [apart] : [])];
  });
}

function valid(
  id: string,
  bound: readonly PlaceholderTexts[],
  partition: string,
  ruleset: Ruleset,
): readonly string[] {
  const variable = findVariable(id, ruleset);
  if (!variable) return [];
  const values = bound.flatMap((one) => variableValue(id, one, ruleset) ?? []);
  return [...new Set(values)]
    .filter((value) => kindOf(variable.kind).read(value, { partition }).ok)
    .slice(0, MAX_VALUES);
}

/** More values of one variable than anybody would type are not read back. */
const MAX_VALUES = 100;

/** Each once, the most frequent first. */
export function mostFrequent(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
}

function commonSet(sets: readonly (readonly string[])[]): readonly string[] {
  const [most] = mostFrequent(sets.map((set) => JSON.stringify([...set].sort())));
  return sets.find((set) => JSON.stringify([...set].sort()) === most) ?? [];
}

/** Variables that stand in conditions of statements which are not made one by one. */
const inConditions = (source: TemplateSource, ruleset: Ruleset): readonly string[] => [
  ...new Set(
    source.templates.flatMap(({ template: { Condition, Principal, forEach } }) =>
      forEach ? [] : [...variablesOfTemplate({ Sid: JSON.stringify([Condition, Principal]) }, ruleset)],
    ),
  ),
];

/** Of each variable with many values, those for which the most templates hold. */
function containedValues(
  source: TemplateSource,
  values: VariableValues,
  many: readonly string[],
  target: TargetDocument,
): VariableValues {
  const contained: Record<string, readonly string[]> = { ...values };
  for (const id of many) {
    const using = source.templates.filter(({ template }) =>
      variablesOfTemplate(template, target.ruleset).has(id),
    );
    const scored = (values[id] ?? []).map((value) => {
      const readings = readingsOf({ ...contained, [id]: [value] }, target.ruleset);
      const score = using.filter(
        (entry) => templateCoverage(entry, readings, target).state !== 'absent',
      ).length;
      return { value, score };
    });
    const most = Math.max(0, ...scored.map(({ score }) => score));
    contained[id] = scored.filter(({ score }) => score === most).map(({ value }) => value);
  }
  return contained;
}
