/** A stretch of a text that is there, or is done, only under a condition. */
export interface ConditionRegion {
  readonly from: number;
  readonly to: number;
  /** As the text has it. */
  readonly words: string;
  /** Behind a statement that leaves a loop or a method: with its end, the stretch ends as well. */
  readonly isLeft?: boolean;
}

/** The conditions of a text. */
export interface Conditions {
  /** The words of those under which a part of the text is there, from the outermost. */
  of(from: number, to: number): readonly string[];
}

const [LONGEST_WORDS, LOOKED_AT] = [120, 4000];

/** On one line, without brackets around the whole. */
export function conditionText(written: string): string {
  const words = written.slice(0, LOOKED_AT).replaceAll(/\s+/g, ' ').trim();
  const inner = /^\(([^()]*)\)$/.exec(words)?.[1]?.trim() ?? words;
  return inner.length > LONGEST_WORDS ? `${inner.slice(0, LONGEST_WORDS)}…` : inner;
}

/** So many conditions of one part of a text are named. */
export const MOST_CONDITIONS = 20;

/** Conditions that come one after the other, as those of many `else if` do: the first of them are named. */
export const withCondition = (before: readonly string[], words: string): readonly string[] =>
  before.length < MOST_CONDITIONS ? [...before, words] : before;

/** The words of what is there where conditions before it are not met, and its own is. */
export const otherwiseWords = (before: readonly string[], own?: string): string =>
  [...before.map((one) => `not (${one})`), ...(own === undefined ? [] : [own])].join(', ');
