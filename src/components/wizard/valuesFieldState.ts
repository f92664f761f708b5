import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { draftOfRole } from '../../policies/draft/roleInstances.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import type { EntryReading } from '../../policies/values/entry.ts';
import { entryPlace } from '../../policies/values/entryPlace.ts';
import { useStore } from '../../state/store.ts';
import { openBlock } from './pastedBlock.ts';
import { type OnChangeValues, replaced, restored, useReader, useValueEntry } from './valueEntry.ts';
import { useBrokenRules, wrongEntries } from './wrongEntries.ts';

interface FieldValues {
  readonly variable: Variable;
  readonly role?: string;
  readonly values: readonly string[];
  readonly onChange: OnChangeValues;
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
  const moves = movesIn({ ...props, entry, setAt, field });
  const type = (text: string) => {
    if (isList) setAt(index);
    entry.type(index, text);
  };
  return {
    isList,
    index,
    shown: values[index] ?? '',
    wrong: wrongEntries(values, read, rules, entry.typing),
    understood: shownReading(entry, values),
    canAdd: variable.many && !isList && values.length > 0 && entry.typing === null,
    example: read('').example,
    type,
    ...moves,
    ...replacements(onChange, entry, () => inputIn(field)?.focus()),
    pasteWhole: pasting(read, type, () => moves.settle(false)),
  };
}

const inputIn = (field: RefObject<HTMLElement | null>) =>
  field.current?.querySelector<HTMLElement>('input, select');

interface Moving extends FieldValues {
  readonly entry: ReturnType<typeof useValueEntry>;
  setAt(place: number | null): void;
  readonly field: RefObject<HTMLElement | null>;
}

/** Goes to another value, ends the entry of one, or removes one; the focus stays in the field. */
const movesIn = ({ variable, values, onChange, entry, setAt, field }: Moving) => ({
  open: (next: number) => {
    flushSync(() => {
      entry.settle();
      setAt(next);
    });
    inputIn(field)?.focus();
  },
  settle: (next: boolean) => {
    flushSync(() => {
      const canFollow = entry.settle();
      if (next && variable.many && canFollow) setAt(BEHIND);
      else if (!next && !inputIn(field)?.matches(':focus')) setAt(null);
    });
    if (next) inputIn(field)?.focus();
  },
  remove: (value: string) => {
    const gone = values.indexOf(value);
    flushSync(() => {
      entry.settle();
      onChange((all) => all.filter((one) => one !== value), `: ${value} removed`);
      setAt(null);
    });
    (field.current?.querySelector<HTMLElement>(`[data-chip="${gone}"]`) ?? inputIn(field))?.focus();
  },
});

/** How the last entry was understood, as long as the values made of it are there. */
function shownReading({ typing, understood }: ReturnType<typeof useValueEntry>, values: readonly string[]) {
  const isShown = typing === null && understood?.values.every((value) => values.includes(value));
  return isShown ? understood : null;
}

/** A whole text is complete at once. */
const pasting =
  (read: (text: string) => EntryReading, type: (text: string) => void, settle: () => void) =>
  (text: string): boolean => {
    if (openBlock(text, read(text))) return true;
    if (text.trim() === '') return false;
    flushSync(() => type(text));
    settle();
    return true;
  };

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
