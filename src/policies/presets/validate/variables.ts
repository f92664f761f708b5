import { offeredPartitionIds } from '../../language/partitions.ts';
import { builtIn } from '../../library/builtIn.ts';
import type { Path } from '../../language/policy.ts';
import { kindOf } from '../../library/variables/kinds.ts';
import type { Variable } from '../../library/variables/variable.ts';
import { type PresetLibrary, repeats } from './presetLibrary.ts';
import { entryOf, type Preset } from '../../library/preset.ts';
import { type FieldProblem, problem } from '../problems.ts';

/** Variables of the preset: names that are free, as many placeholders as a value has parts, and values that their kind takes. */
export function presetVariableProblems({ preset }: PresetLibrary): readonly FieldProblem[] {
  const added = preset.variables ?? [];
  const named = added.flatMap(({ placeholders }, index) =>
    placeholders.map((name, place) => ({ name, path: ['variables', index, 'placeholders', place] as const })),
  );
  const ids = repeats(
    added,
    ({ id }) => id,
    builtIn.variables.map(({ id }) => id),
  );
  const names = repeats(
    named,
    ({ name }) => name,
    builtIn.variables.flatMap(({ placeholders }) => placeholders),
  );
  return [
    ...ids.map((index) => problem(['variables', index, 'id'], 'is the ID of another variable')),
    ...names.map((index) => problem(named[index]?.path ?? [], 'is the placeholder of another variable')),
    ...added.flatMap((variable, index) => exampleAndDefaultProblems(variable, ['variables', index], preset)),
  ];
}

function exampleAndDefaultProblems(variable: Variable, path: Path, preset: Preset): readonly FieldProblem[] {
  const [first] = variable.example;
  const reading = partitionsOf(preset)
    .map((partition) => kindOf(variable.kind).read(first, { partition }))
    .find(({ ok }) => ok);
  const parts = reading?.ok ? reading.parts.length : undefined;
  const wrong = parts !== undefined && parts !== variable.placeholders.length;
  return [
    ...(wrong
      ? [problem([...path, 'placeholders'], `must be ${parts}, one for each part of the value`)]
      : []),
    ...valueProblems(variable, variable.example, [...path, 'example'], preset),
    ...valueProblems(variable, variable.default ?? [], [...path, 'default'], preset),
    ...(variable.default ? tooMany(variable, variable.default, [...path, 'default']) : []),
  ];
}

/** Values that a preset gives to variables: of variables that exist, valid, and in agreement with each other. */
export function givenValueProblems({ preset, variables }: PresetLibrary): readonly FieldProblem[] {
  const { defaultValues = {}, lockedValues = {}, allowedValues = {} } = preset;
  const check = (field: string, id: string, values: readonly string[], path: Path, single: boolean) => {
    const variable = variables.get(id);
    if (!variable) return [problem([field, id], 'isn’t the ID of a variable')];
    return [
      ...valueProblems(variable, values, path, preset),
      ...(single ? tooMany(variable, values, path) : []),
    ];
  };
  return [
    ...Object.entries(defaultValues).flatMap(([id, values]) =>
      check('defaultValues', id, values, ['defaultValues', id], true),
    ),
    ...Object.entries(lockedValues).flatMap(([id, { values }]) =>
      check('lockedValues', id, values, ['lockedValues', id, 'values'], true),
    ),
    ...Object.entries(allowedValues).flatMap(([id, { values }]) =>
      check(
        'allowedValues',
        id,
        values.map(({ value }) => value),
        ['allowedValues', id, 'values'],
        false,
      ),
    ),
    ...agreementProblems(preset),
  ];
}

function agreementProblems(preset: Preset): readonly FieldProblem[] {
  const { defaultValues = {}, allowedValues = {}, lockedValues } = preset;
  const locked = (field: string) => (id: string) =>
    entryOf(lockedValues, id)
      ? [problem([field, id], 'is already locked, so it can’t have other values')]
      : [];
  const outside = Object.entries(defaultValues).flatMap(([id, values]) => {
    const allowed = entryOf(allowedValues, id)?.values.map(({ value }) => value);
    if (!allowed) return [];
    return values.flatMap((value, index) =>
      allowed.includes(value)
        ? []
        : [problem(['defaultValues', id, index], 'isn’t one of the allowed values')],
    );
  });
  return [
    ...Object.keys(defaultValues).flatMap(locked('defaultValues')),
    ...Object.keys(allowedValues).flatMap(locked('allowedValues')),
    ...outside,
  ];
}

/** A value must be valid in a partition that the preset allows. */
function valueProblems(
  { kind }: Variable,
  values: readonly string[],
  path: Path,
  preset: Preset,
): readonly FieldProblem[] {
  const partitions = partitionsOf(preset);
  return values.flatMap((value, index) => {
    if (value !== value.trim()) return [problem([...path, index], 'must not start or end with a space')];
    const readings = partitions.map((partition) => kindOf(kind).read(value, { partition }));
    const [refused] = readings.flatMap((reading) => (reading.ok ? [] : [reading.rule]));
    return refused === undefined || readings.some(({ ok }) => ok)
      ? []
      : [problem([...path, index], `isn’t valid: ${refused}`)];
  });
}

function tooMany(variable: Variable, values: readonly string[], path: Path): readonly FieldProblem[] {
  return !variable.many && values.length > 1 ? [problem(path, 'must be a single value')] : [];
}

function partitionsOf({ lockedValues, allowedValues }: Preset): readonly string[] {
  const allowed = entryOf(allowedValues, 'partition')?.values.map(({ value }) => value);
  return entryOf(lockedValues, 'partition')?.values ?? allowed ?? offeredPartitionIds;
}
