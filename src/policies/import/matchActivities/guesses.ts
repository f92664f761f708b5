import { findVariable, type Ruleset } from '../../library/ruleset.ts';
import { variablesOfTemplate } from '../../library/variables/placeholders.ts';
import { kindOf } from '../../library/variables/kinds.ts';
import { type Asked, isHeld, readingsOf, type Values } from './coverage.ts';
import type { Form } from './sourceForms.ts';
import { type Bound, type Unified, valueOf } from './unify.ts';

/** Values that the variables may have: all that were found together in a condition, else each that holds by itself. */
export function guesses(form: Form, found: readonly Unified[], asked: Asked): readonly Values[] {
  const ids = new Set(
    form.templates.flatMap(({ template }) => [...variablesOfTemplate(template, asked.ruleset)]),
  );
  const single: Record<string, readonly string[]> = { partition: [asked.partition] };
  const others: Values[] = [];
  const many: Record<string, readonly (readonly string[])[]> = {};
  for (const id of ids) {
    if (id === 'partition') continue;
    const sets = setsOf(id, found, asked.partition, asked.ruleset);
    if (findVariable(id, asked.ruleset)?.many) many[id] = sets;
    else {
      const [first, ...rest] = mostFrequent(sets.flat());
      single[id] = first === undefined ? (asked.common[id] ?? []) : [first];
      others.push(...rest.slice(0, MAX_OTHERS).map((value) => ({ [id]: [value] })));
    }
  }
  return [{}, ...others].flatMap((other) => withMany(form, { ...single, ...other }, many, asked));
}

/** Of a variable with one value the next likely ones are tried too: an account of AWS may stand in more places than one's own. */
const MAX_OTHERS = 4;

function withMany(
  form: Form,
  single: Values,
  many: Readonly<Record<string, readonly (readonly string[])[]>>,
  asked: Asked,
): readonly Values[] {
  const all = Object.fromEntries(Object.entries(many).map(([id, sets]) => [id, [...new Set(sets.flat())]]));
  const sets = Object.fromEntries(Object.entries(many).map(([id, of]) => [id, commonSet(of)]));
  const held = containedValues(form, { ...single, ...all }, Object.keys(many), asked);
  const mixed = {
    ...held,
    ...Object.fromEntries(
      inConditions(form, asked.ruleset).flatMap((id) => (sets[id] ? [[id, sets[id]]] : [])),
    ),
  };
  return [
    { ...single, ...mixed },
    { ...single, ...held },
    { ...single, ...all },
    { ...single, ...sets },
  ];
}

/** Valid values of a variable, as they were found together. */
function setsOf(
  id: string,
  found: readonly Unified[],
  partition: string,
  ruleset: Ruleset,
): readonly (readonly string[])[] {
  return found.flatMap(({ bound, whole }) => {
    const together = valid(id, whole, partition, ruleset);
    const apart = valid(id, bound, partition, ruleset);
    return [...(together.length > 0 ? [together] : []), ...(apart.length > 0 ? [apart] : [])];
  });
}

function valid(id: string, bound: readonly Bound[], partition: string, ruleset: Ruleset): readonly string[] {
  const variable = findVariable(id, ruleset);
  if (!variable) return [];
  const values = bound.flatMap((one) => valueOf(id, one, ruleset) ?? []);
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
const inConditions = (form: Form, ruleset: Ruleset): readonly string[] => [
  ...new Set(
    form.templates.flatMap(({ template: { Condition, Principal, forEach } }) =>
      forEach ? [] : [...variablesOfTemplate({ Sid: JSON.stringify([Condition, Principal]) }, ruleset)],
    ),
  ),
];

/** Of each variable with many values, those for which the most templates hold. */
function containedValues(form: Form, values: Values, many: readonly string[], asked: Asked): Values {
  const held: Record<string, readonly string[]> = { ...values };
  for (const id of many) {
    const using = form.templates.filter(({ template }) =>
      variablesOfTemplate(template, asked.ruleset).has(id),
    );
    const scored = (values[id] ?? []).map((value) => {
      const readings = readingsOf({ ...held, [id]: [value] }, asked.ruleset);
      const score = using.filter((entry) => isHeld(entry, readings, asked).state !== 'absent').length;
      return { value, score };
    });
    const most = Math.max(0, ...scored.map(({ score }) => score));
    held[id] = scored.filter(({ score }) => score === most).map(({ value }) => value);
  }
  return held;
}
