import type { ConditionBlock, OneOrMany } from './policy.ts';

const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Values of a list are alternatives: sorted, without repeats, and a single one without its array. */
export function canonicalValue<Value>(value: Value | OneOrMany): Value | OneOrMany {
  if (!Array.isArray(value)) return value;
  const sorted = [...new Set<string>(value)].sort(byCodeUnit);
  return sorted.length === 1 && sorted[0] !== undefined ? sorted[0] : sorted;
}

/** The same condition in one order, so that equal conditions are equal as text. */
export function canonicalCondition(condition: ConditionBlock): ConditionBlock {
  return sortedRecord(condition, (keys) => sortedRecord(keys, (values) => canonicalValue<OneOrMany>(values)));
}

function sortedRecord<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  const entries = Object.entries(record).sort(([one], [other]) => byCodeUnit(one, other));
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)]));
}
