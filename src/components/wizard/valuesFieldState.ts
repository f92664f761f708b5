import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { draftOfRole } from '../../policies/draft/roleInstances.ts';
import { kindOf } from '../../policies/library/variables/kinds.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import type { EntryReading } from '../../policies/values/entry.ts';
import { entryPlace } from '../../policies/values/entryPlace.ts';
import { problemsOf } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { openBlock } from './pastedBlock.ts';
import {
  isWhollyRead,
  type OnChangeValues,
  replaced,
  restored,
  useReader,
  useValueEntry,
} from './valueEntry.ts';

interface FieldValues {
  readonly variable: Variable;
  readonly role?: string;
  readonly values: readonly string[];
  readonly onChange: OnChangeValues;
}

/** A value that the policy cannot use as it is, or that can be read in several ways. */
export interface WrongEntry {
  readonly place: number;
  readonly value: string;
  readonly reading: EntryReading;
  readonly rule: string | undefined;
}

/** Behind the last value, however many there are. */
const BEHIND = Number.MAX_SAFE_INTEGER;

/** What a field of values shows, and what can be done in it. */
export function useFieldValues(props: FieldValues, field: RefObject<HTMLElement | null>) {
  const { variable, role, values, onChange } = props;
  const draft = useStore((state) => state.draft);
  const read = useReader(variable, entryPlace(role === undefined ? draft : draftOfRole(draft, role)));
  const entry = useValueEntry(read, onChange);
  // Of several values the one in the input; nothing while the input is for another one.
  const [at, setAt] = useState<number | null>(null);
  const rules = useBrokenRules(variable, role, values);
  const isList = variable.many && (values.length > 1 || (at !== null && values.length > 0));
  const index = isList ? Math.min(at ?? BEHIND, values.length) : 0;

  const input = () => field.current?.querySelector<HTMLElement>('input, select');
  const open = (next: number) => {
    flushSync(() => {
      entry.settle();
      setAt(next);
    });
    input()?.focus();
  };
  const settle = (next: boolean) => {
    flushSync(() => {
      const canFollow = entry.settle();
      if (next && variable.many && canFollow) setAt(BEHIND);
      else if (!next && !input()?.matches(':focus')) setAt(null);
    });
    if (next) input()?.focus();
  };
  const remove = (value: string) => {
    const gone = values.indexOf(value);
    flushSync(() => {
      entry.settle();
      onChange((all) => all.filter((one) => one !== value), `: ${value} removed`);
      setAt(null);
    });
    (field.current?.querySelector<HTMLElement>(`[data-chip="${gone}"]`) ?? input())?.focus();
  };
  const type = (text: string) => {
    if (isList) setAt(index);
    entry.type(index, text);
  };
  const isShown = entry.typing === null && entry.understood?.values.every((value) => values.includes(value));
  return {
    isList,
    index,
    shown: values[index] ?? '',
    wrong: wrongEntries(values, read, rules, entry.typing),
    understood: isShown ? entry.understood : null,
    canAdd: variable.many && !isList && values.length > 0 && entry.typing === null,
    example: read('').example,
    ...{ open, settle, remove, type },
    ...replacements(onChange, entry, () => input()?.focus()),
    /** A whole text is complete at once. */
    pasteWhole: (text: string): boolean => {
      if (openBlock(text, read(text))) return true;
      if (text.trim() === '') return false;
      flushSync(() => type(text));
      settle(false);
      return true;
    },
  };
}

/** What puts other values in the place of one. The button that does it goes, and the input takes the focus. */
const replacements = (
  onChange: OnChangeValues,
  { understood, forget }: ReturnType<typeof useValueEntry>,
  focus: () => void,
) => ({
  use: (place: number, made: readonly string[]) => {
    flushSync(() => onChange((all) => replaced(all, place, made), `: ${made.join(' and ')}`));
    focus();
  },
  undoReading: () => {
    if (!understood) return;
    flushSync(() => {
      onChange((all) => restored(all, understood), ' as it was entered');
      forget();
    });
    focus();
  },
});

/** What is being typed is not wrong yet. */
const wrongEntries = (
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
function useBrokenRules(variable: Variable, role: string | undefined, values: readonly string[]) {
  const draft = useStore((state) => state.draft);
  return new Map(
    problemsOf(draft)
      .filter((problem) => problem.variable.id === variable.id && problem.role === role)
      .filter(({ state, index = 0 }) => state === 'invalid' && index < values.length)
      .map(({ index = 0, rule }) => [index, rule ?? kindOf(variable.kind).rule]),
  );
}
