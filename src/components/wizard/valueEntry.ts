import { useEffect, useRef, useState } from 'react';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { cleanEntry } from '../../policies/values/cleanEntry.ts';
import type { EntryPlace, EntryReading } from '../../policies/values/entry.ts';
import { changeSentences } from '../../policies/values/entryWords.ts';
import { readEntry } from '../../policies/values/readEntry.ts';
import { useRuleset } from '../../state/store.ts';

/** Values in, values out. */
export type ChangeValues = (values: readonly string[]) => readonly string[];

/**
 * Applies a change of values to the draft, as one step, which is called after the field and `what`; changes with one `typed` are one
 * step while they follow each other.
 */
export type OnChangeValues = (change: ChangeValues, what: string, typed?: string) => void;

/** What was understood of a text, to be shown below the field for as long as its values are there. */
export interface ReadFrom {
  readonly source: string;
  readonly values: readonly string[];
  readonly sentences: string;
}

export type Reader = (text: string) => EntryReading;

/** Reads texts for a variable, under the rules of the page. */
export function useReader(variable: Variable, place: EntryPlace): Reader {
  const { preset } = useRuleset();
  return (text) => readEntry(text, variable, place, preset);
}

/** The values that a text becomes: what could not be read is as it was entered. */
export const valuesOf = ({ pieces }: EntryReading): readonly string[] =>
  pieces.map((piece) => (piece.state === 'read' ? piece.value : piece.source));

export const isWhollyRead = ({ pieces }: EntryReading): boolean =>
  pieces.length > 0 && pieces.every(({ state }) => state === 'read');

/** Whether a text becomes other text: a list that falls into its values, or a value in another form. */
const isOther = (reading: EntryReading, text: string): boolean =>
  reading.pieces.length > 1 || (isWhollyRead(reading) && valuesOf(reading)[0] !== text);

/** These in place of the value at an index, none of them twice. */
export const replaced = (
  values: readonly string[],
  index: number,
  made: readonly string[],
): readonly string[] => [
  ...new Set(
    [...values.slice(0, index), ...made, ...values.slice(index + 1)].filter((value) => value !== ''),
  ),
];

/** The text that was read, in place of the values that were read from it. */
export function restored(all: readonly string[], { values, source }: ReadFrom): readonly string[] {
  const first = Math.max(
    0,
    all.findIndex((value) => values.includes(value)),
  );
  const others = all.filter((value) => !values.includes(value));
  return [...others.slice(0, first), source, ...others.slice(first)];
}

const readFrom = (source: string, reading: EntryReading): ReadFrom => {
  const sentences = reading.pieces.map((piece) =>
    piece.state === 'read' ? changeSentences(piece.changes) : '',
  );
  return {
    source,
    values: valuesOf(reading),
    sentences: [...new Set(sentences.filter(Boolean))].join(' '),
  };
};

const MOST_NAMED = 60;

function shortOf(text: string): string {
  const line = cleanEntry(text).replace(/\s+/g, ' ');
  return line.length > MOST_NAMED ? `${line.slice(0, MOST_NAMED)}…` : line;
}

/** What is being typed, and what was understood last. */
export function useValueEntry(read: Reader, onChange: OnChangeValues) {
  const [understood, setUnderstood] = useState<ReadFrom | null>(null);
  const [typing, setTyping] = useState<number | null>(null);
  const pending = useRef<{ readonly index: number; readonly text: string } | null>(null);

  const type = (index: number, text: string) => {
    pending.current = { index, text };
    setTyping(index);
    onChange((values) => withText(values, index, text), ' changed', String(index));
  };

  /** A text at an index becomes what is understood of it. */
  const become = (index: number, text: string) => {
    const reading = read(text);
    if (reading.pieces.length > 0 && !isOther(reading, text)) return;
    onChange(
      (values) => (values[index] === text ? replaced(values, index, valuesOf(reading)) : values),
      reading.pieces.length > 0 ? ` read from ${shortOf(text)}` : ' changed',
    );
    if (reading.pieces.length > 0) setUnderstood(readFrom(text, reading));
  };

  /** What was typed is complete. Gives whether another value can follow. */
  const settle = (): boolean => {
    const typed = pending.current;
    pending.current = null;
    setTyping(null);
    if (typed) become(typed.index, typed.text);
    return typed === null || isWhollyRead(read(typed.text));
  };

  const leave = useRef(settle);
  useEffect(() => {
    leave.current = settle;
  });
  // A step that is left takes its fields away without a blur.
  useEffect(() => () => void leave.current(), []);

  return { understood, forget: () => setUnderstood(null), typing, type, settle };
}

/** A text at an index; behind the last value it is another one. */
const withText = (values: readonly string[], index: number, text: string): readonly string[] =>
  index < values.length ? values.map((value, place) => (place === index ? text : value)) : [...values, text];
