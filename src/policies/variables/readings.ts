import type { Draft } from '../draft.ts';
import { whenRulesChange } from '../presets/inForce.ts';
import { variables } from './index.ts';
import { kindOf } from './kinds.ts';
import type { ValueReading, Variable } from './variable.ts';

/** One value as statements use it: text per placeholder. Not filled in: the placeholders themselves. */
export type Binding = Readonly<Record<string, string>>;

export interface Reading {
  readonly variable: Variable;
  /** Never empty: an unfilled or invalid value is bound to its own placeholders. */
  readonly bindings: readonly Binding[];
  readonly state: 'filled' | 'default' | 'unfilled';
  /** Index among the values as entered, and the rule that the value breaks. */
  readonly invalid: readonly { readonly index: number; readonly rule: string }[];
}

/** Variable id → reading. */
export type Readings = ReadonlyMap<string, Reading>;

/** Reads every variable of a draft. Unknown ids in the draft are ignored; nothing throws. */
export function readVariables(draft: Draft): Readings {
  const partition = chosenPartition(draft);
  return new Map(variables.map((variable) => [variable.id, readVariable(variable, draft, partition)]));
}

/** The chosen partition; `aws` while none or an impossible one is entered. */
export function chosenPartition(draft: Draft): string {
  const entered = draft.variables['partition']?.[0] ?? 'aws';
  return kindOf('partition').read(entered, { partition: entered }).ok ? entered : 'aws';
}

const lastReadings = new Map<string, { readonly key: string; readonly reading: Reading }>();

whenRulesChange(() => lastReadings.clear());

/** The same object for the same values, so that what was made from it can be kept. */
function readVariable(variable: Variable, draft: Draft, partition: string): Reading {
  const values = draft.variables[variable.id] ?? [];
  const key = JSON.stringify([partition, values]);
  const last = lastReadings.get(variable.id);
  if (last?.key === key) return last.reading;
  const reading = readNow(variable, values, partition);
  lastReadings.set(variable.id, { key, reading });
  return reading;
}

/** White space around a value is a slip of copying, never part of it. */
function readNow(variable: Variable, values: readonly string[], partition: string): Reading {
  const entered = values.map((value) => value.trim());
  const given = entered.map((value, index) => ({ value, index })).filter(({ value }) => value !== '');
  const kept = variable.many ? given : given.slice(0, 1);
  if (kept.length === 0) return withoutValues(variable, partition);
  const read = kept.map(({ value, index }) => ({
    index,
    reading: kindOf(variable.kind).read(value, { partition }),
  }));
  return {
    variable,
    state: 'filled',
    bindings: read.map(({ reading }) => bind(variable, reading)),
    invalid: read.flatMap(({ index, reading }) => (reading.ok ? [] : [{ index, rule: reading.rule }])),
  };
}

function withoutValues(variable: Variable, partition: string): Reading {
  const defaults = variable.default?.map((value) => kindOf(variable.kind).read(value, { partition })) ?? [];
  if (defaults.length === 0) {
    return { variable, state: 'unfilled', bindings: [ownPlaceholders(variable)], invalid: [] };
  }
  return {
    variable,
    state: 'default',
    bindings: defaults.map((reading) => bind(variable, reading)),
    invalid: [],
  };
}

function bind(variable: Variable, reading: ValueReading): Binding {
  if (!reading.ok) return ownPlaceholders(variable);
  return Object.fromEntries(
    variable.placeholders.map((name, part) => [name, reading.parts[part] ?? `<${name}>`]),
  );
}

function ownPlaceholders(variable: Variable): Binding {
  return Object.fromEntries(variable.placeholders.map((name) => [name, `<${name}>`]));
}
