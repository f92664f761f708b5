import { kindOf } from '../../policies/library/variables/kinds.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import type { EntryReading } from '../../policies/values/entry.ts';
import { problemsOf } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { isWhollyRead } from './valueEntry.ts';

/** A value that the policy cannot use as it is, or that can be read in several ways. */
export interface WrongEntry {
  readonly place: number;
  readonly value: string;
  readonly reading: EntryReading;
  readonly rule: string | undefined;
}

/** What is being typed is not wrong yet. */
export const wrongEntries = (
  values: readonly string[],
  read: (text: string) => EntryReading,
  rules: ReadonlyMap<number, string>,
  typing: number | null,
): readonly WrongEntry[] =>
  values.flatMap((value, place) => {
    if (place === typing || value.trim() === '') return [];
    const reading = read(value);
    const isWrong = rules.has(place) || !isWhollyRead(reading) || reading.pieces.length > 1;
    return isWrong ? [{ place, value, reading, rule: rules.get(place) }] : [];
  });

/** Index → the rule that the value there breaks. */
export function useBrokenRules(variable: Variable, role: string | undefined, values: readonly string[]) {
  const draft = useStore((state) => state.draft);
  return new Map(
    problemsOf(draft)
      .filter((problem) => problem.variable.id === variable.id && problem.role === role)
      .filter(({ state, index = 0 }) => state === 'invalid' && index < values.length)
      .map(({ index = 0, rule }) => [index, rule ?? kindOf(variable.kind).rule]),
  );
}
